import { assignOwner } from "../../src/actions/owners/assignOwner";
import { readState } from "../../src/actions/readState";
import { runPlan } from "../../src/actions/runPlan";
import { failureData } from "../../src/failure";
import { inThread } from "../../src/engine/inThread";
import type { Plan } from "../../src/plan/plan";
import { planNamespace } from "../../src/workbook/backup";
import { clientPlan, fillClients, when } from "../actions/clientBook";
import { openWithColleague } from "./colleague";
import { openTrial } from "./trial";

jest.setTimeout(300_000);

let bytes: Uint8Array;
let plan: Plan;
beforeAll(async () => {
  const trial = await openTrial(null);
  await fillClients();
  plan = { ...(await clientPlan()), table: { id: "", name: "Customers" } };
  await runPlan(plan, inThread, when);
  bytes = trial.save();
});

const later = { now: new Date("2026-12-01T08:00:00Z"), person: "Grace" };
const owner = { segment: "abc/b", field: "owner", before: "", value: "Lin" } as const;
const mark = { by: "Lin", at: "2026-12-01T08:00:00Z" };

test("a run that is rolled back is in the run log as such, with who ran it when, and is no state to undo to", async () => {
  const trial = await openTrial(bytes);
  // The last request but one that changes something: labels and sheets are written by then.
  trial.arm(10, { when: "before", then: "error" }, 2);
  await expect(runPlan(plan, inThread, later)).rejects.toMatchObject({ code: "rolled-back" });
  const { runs, lastRun, revision, undoable } = await readState();
  expect(runs.map(({ status, person, at }) => [status, person, at])).toEqual([
    ["complete", when.person, when.now.toISOString()],
    ["rolled-back", later.person, later.now.toISOString()],
  ]);
  expect(lastRun?.status).toBe("rolled-back");
  expect([revision, undoable]).toEqual([1, true]);
});

test("a second copy of the plan that somebody changed by hand counts for nothing", async () => {
  await openTrial(bytes);
  await Excel.run(async (context) => {
    const part = context.workbook.customXmlParts.getByNamespace(planNamespace).getOnlyItem();
    const xml = part.getXml();
    await context.sync();
    expect(xml.value).toContain("0.95");
    part.setXml(xml.value.replace("0.95", "0.85"));
    for (const name of ["_tierbook", "Policy"]) context.workbook.worksheets.getItem(name).delete();
    await context.sync();
  });
  expect((await readState()).plan).toBeNull();
});

test.each([
  ["sorts", "abc/a", (table) => table.sort.apply([{ key: 2, ascending: false }])],
  ["deletes", "abc/b", (table) => table.rows.getItemAt(0).delete()],
] as const satisfies readonly (readonly [string, string, (table: Excel.Table) => void])[])(
  "an owner is never put beside another segment where somebody %s rows at that moment",
  async (_what, segment, act) => {
    const ends = new Set<string>();
    for (let n = 0; ; n++) {
      const book = await openWithColleague(bytes);
      book.disturb(n, (context) => act(context.workbook.tables.getItem("Tierbook_Owners")));
      const end = await assignOwner({ ...owner, segment }, mark).then(
        () => "done",
        (error: unknown) => failureData(error).code,
      );
      if (!book.happened()) break;
      ends.add(end);
      const rows = await Excel.run(async (context) => {
        const body = context.workbook.tables.getItem("Tierbook_Owners").getDataBodyRange().load("values");
        await context.sync();
        return (body.values as unknown[][]).map((cells) => [cells[0], cells[4]]);
      });
      const filled = rows.filter(([, name]) => name !== "");
      expect({ n, end, filled }).toEqual({ n, end, filled: end === "done" ? [[segment, "Lin"]] : [] });
    }
    expect([...ends].sort()).toEqual(["done", "table-changed"]);
  },
);

test.each(["Segments", "Owners", "Policy", "Runs", "Tierbook"])(
  "a sheet of ours that somebody protected stops a run and a change of owners before anything is written: %s",
  async (name) => {
    const trial = await openTrial(bytes);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(name).protection.protect();
      await context.sync();
    });
    const before = await trial.look();
    const refusal = { code: "sheet-protected", subject: name };
    await expect(runPlan(plan, inThread, later)).rejects.toMatchObject(refusal);
    await expect(assignOwner(owner, mark)).rejects.toMatchObject(refusal);
    expect(await trial.look()).toEqual(before);
    expect((await readState()).runs).toHaveLength(1);
  },
);
