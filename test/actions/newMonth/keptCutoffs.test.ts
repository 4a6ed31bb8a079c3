import { compareCutoffs } from "../../../src/actions/newMonth/compareCutoffs";
import { plannedChanges } from "../../../src/actions/changes/plannedChanges";
import { previewPlan } from "../../../src/actions/previewPlan";
import { readState } from "../../../src/actions/readState";
import { runPlan } from "../../../src/actions/runPlan";
import { inThread } from "../../../src/engine/inThread";
import { withKept, withoutKept } from "../../../src/plan/keptCutoffs";
import type { Plan } from "../../../src/plan/plan";
import { clientPlan, openClients, when } from "../clientBook";
import { addLaterTable } from "./secondTable";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

/** A first month that ran, and the plan for the table of the second. */
async function secondMonth(): Promise<Plan> {
  await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  const id = await addLaterTable();
  return { ...plan, table: { id, name: "November" }, dataDate: "2026-11-30" };
}

test("a run remembers the amounts at which its tiers met", async () => {
  await secondMonth();
  const { lastRun } = await readState();
  // By hand: 500 + 220 are 72 per cent of 1,000, both clients of 90 reach 90, and the one of 60 reaches 96.
  expect(lastRun?.limits).toEqual([{ segmentation: "abc", of: "value", limits: [90, 60] }]);
});

test("last period's cut-offs and new ones stand side by side with the customers of each tier", async () => {
  const plan = await secondMonth();
  const { lastRun } = await readState();
  const [abc] = await compareCutoffs(plan, inThread, { found: lastRun?.limits ?? [], dataDate: "2026-10-31" });
  // By hand, of 1,153: 520 + 300 + 95 are 79.4 per cent, 75 more reach 85.9, then 60, 40, 30 reach 97.1.
  expect(abc?.tiers).toEqual([
    { name: "A", keptCustomers: 3, newCustomers: 4, keptLimit: 90, newLimit: 75 },
    { name: "B", keptCustomers: 2, newCustomers: 3, keptLimit: 60, newLimit: 30 },
    { name: "C", keptCustomers: 7, newCustomers: 5, keptLimit: null, newLimit: null },
  ]);
  expect(abc?.different).toBe(3);
  const moves = async (of: Plan): Promise<number | undefined> => {
    const planned = await plannedChanges(await previewPlan(of, inThread), { language: "en", columns: null });
    return planned.segmentations[0]?.moves.moved;
  };
  // Either way C02 leaves tier A, C07 joins it, and C12 has a number now.
  expect(abc?.moved).toEqual({ kept: 3, anew: 3 });
  expect(await moves(withKept(plan, lastRun?.limits ?? [], "2026-10-31"))).toBe(3);
  expect(await moves(plan)).toBe(3);
});

test("a run with kept cut-offs goes by last period's amounts, says so on its sheets, and hands them on", async () => {
  const plan = await secondMonth();
  const { lastRun } = await readState();
  const keeping = withKept(plan, lastRun?.limits ?? [], "2026-10-31");
  const { outcome } = await runPlan(keeping, inThread, when);
  expect(outcome.segmentations[0]?.groups.map(({ customers }) => customers)).toEqual([3, 2, 7]);
  expect(outcome.segmentations[0]?.used).toMatchObject({ kept: { dataDate: "2026-10-31" }, limits: [90, 60] });
  const state = await readState();
  expect(state.lastRun?.limits).toEqual(lastRun?.limits);
  expect(state.plan?.segmentations[0]).toMatchObject({ kept: { limits: [90, 60], dataDate: "2026-10-31" } });
  expect(withoutKept(state.plan as Plan).segmentations).toEqual(plan.segmentations);
  expect(await textsOf("Segments")).toContain("Cut-offs of 31 Oct 2026 kept: A from 90, B from 60.");
  expect(await textsOf("Policy")).toContain("Cut-offs of 31 Oct 2026 kept: A from 90, B from 60.");
});

test("limits that do not fit the tiers any more are found anew", async () => {
  const plan = await secondMonth();
  const found = [{ segmentation: "abc", of: "value", limits: [90] }] as const;
  expect(withKept(plan, found, "2026-10-31").segmentations).toEqual(plan.segmentations);
});

/** All texts of a sheet, a line each. */
async function textsOf(name: string): Promise<string> {
  return Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(name).getUsedRange().load("values");
    await context.sync();
    return used.values.flat().join("\n");
  });
}
