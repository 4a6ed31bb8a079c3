import { assignOwner } from "../../src/actions/owners/assignOwner";
import { readOwners } from "../../src/actions/owners/readOwners";
import { readRevisions } from "../../src/actions/readRevisions";
import { readState } from "../../src/actions/readState";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import type { Plan } from "../../src/plan/plan";
import { planDifference } from "../../src/plan/planDifference";
import { snapshot } from "../safety/snapshot";
import { clientPlan, openClients, when } from "./clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const later = { ...when, now: new Date("2026-12-01T08:00:00Z") };

test("F57 a plan that a colleague saved meanwhile is not written over; who insists keeps it as an earlier revision", async () => {
  const { book } = await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  const { revision, policy } = await readState();
  const theirs = { ...plan, dataDate: "2026-11-30", unit: "EUR thousand" };
  await runPlan(theirs, inThread, { ...later, person: "Grace" });
  const before = JSON.stringify(snapshot(book));
  const mine = { ...plan, dataDate: "2026-12-31" };
  const seen = { mark: policy?.mark ?? null, revision };
  await expect(runPlan(mine, inThread, { ...when, policy: seen })).rejects.toMatchObject({
    code: "plan-changed",
    detail: { revision: 2, seen: 1, person: "Grace" },
  });
  expect(JSON.stringify(snapshot(book))).toBe(before);
  const now = await readState();
  await runPlan(mine, inThread, { ...when, policy: { mark: now.policy?.mark ?? null, revision: now.revision } });
  expect(await readState()).toMatchObject({ revision: 3, plan: { dataDate: "2026-12-31" } });
  const revisions = await readRevisions();
  expect(
    revisions.map(({ revision, saved, changes }) => [revision, saved?.person, changes?.map(({ what }) => what)]),
  ).toEqual([
    [3, "Ada", ["dataDate", "unit"]],
    [2, "Grace", ["dataDate", "unit"]],
    [1, "Ada", undefined],
  ]);
  expect(revisions[1]!.plan).toMatchObject({ unit: "EUR thousand" });
});

test("F57 what a colleague saves between the checks and the first write of a run stops it, and stays", async () => {
  let theirs: (() => void) | null = null;
  let checked = 0;
  const { book } = await openClients({
    fault: ({ changes }) => {
      // The first request that writes comes after the last look at the store: theirs arrives just before that look.
      if (theirs !== null && changes === 0 && ++checked === 1) theirs();
      return null;
    },
  });
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  const head = book.sheets
    .find(({ name }) => name === "_tierbook")!
    .rows.get(0)!
    .cells.get(0)!;
  const saved = (head.value as string).replace('"plan:1"', '"plan:2"');
  const running = runPlan(plan, inThread, {
    ...later,
    onProgress: ({ stage }) => {
      if (stage === "checking" && theirs === null) {
        // Not before the preparing has read the directory.
        checked = -5;
        theirs = () => (head.value = saved);
      }
    },
  });
  await expect(running).rejects.toMatchObject({
    code: "rolled-back",
    detail: { reason: "plan-changed", state: "old" },
  });
  expect(head.value).toBe(saved);
});

test("F57 an owner that a colleague filled in is never written over, and other cells of the row are no matter", async () => {
  await openClients();
  await runPlan(await clientPlan(), inThread, when);
  await Excel.run(async (context) => {
    // "Accountable owner" of the first segment.
    context.workbook.tables.getItem("Tierbook_Owners").getDataBodyRange().getCell(0, 4).values = [["Grace"]];
    await context.sync();
  });
  const mark = { by: "Ada", at: "2026-12-02" };
  await expect(assignOwner({ segment: "abc/a", field: "owner", before: "", value: "Ada" }, mark)).rejects.toMatchObject(
    { code: "cell-changed", detail: { found: "Grace" } },
  );
  await assignOwner({ segment: "abc/a", field: "note", before: "", value: "Call in March" }, mark);
  const row = (await readOwners(when.now)).rows.find(({ id }) => id === "abc/a");
  expect(row?.values).toEqual({ owner: "Grace", note: "Call in March" });
});

test("the differences of two plans are told by segmentation and by what they are about", async () => {
  await openClients();
  const plan = await clientPlan();
  const abc = plan.segmentations[0]!;
  const other: Plan = {
    ...plan,
    dataDate: "2026-11-30",
    segmentations: [
      { ...abc, cutoffs: [0.7, 0.95] },
      { ...abc, id: "more", name: "More" },
    ],
  };
  expect(planDifference(plan, other)).toEqual([
    { segmentation: null, what: "dataDate", before: "2026-10-31", after: "2026-11-30" },
    { segmentation: "ABC", what: "cutoffs", before: "80%, 95%", after: "70%, 95%" },
    { segmentation: "More", what: "added", before: "", after: "" },
  ]);
  expect(planDifference(plan, plan)).toEqual([]);
});
