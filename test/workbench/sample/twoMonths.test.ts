import { carriedPlan } from "../../../src/actions/carry/carriedPlan";
import { readCarry } from "../../../src/actions/carry/carryFile";
import { saveCarry } from "../../../src/actions/carry/saveCarry";
import { plannedChanges } from "../../../src/actions/changes/plannedChanges";
import { freezeMonth } from "../../../src/actions/freeze/freezeMonth";
import { compareCutoffs } from "../../../src/actions/newMonth/compareCutoffs";
import { matchMonth } from "../../../src/actions/newMonth/matchMonth";
import { assignOwner } from "../../../src/actions/owners/assignOwner";
import { readOwners } from "../../../src/actions/owners/readOwners";
import { previewPlan } from "../../../src/actions/previewPlan";
import { runPlan } from "../../../src/actions/runPlan";
import type { Moves } from "../../../src/engine/compareRuns";
import { inThread } from "../../../src/engine/inThread";
import { withKept } from "../../../src/plan/keptCutoffs";
import type { Plan } from "../../../src/plan/plan";
import { openBook } from "../../../src/workbench/headless/openBook";
import { samplePlan } from "../../../src/workbench/sample/samplePlan";
import { sampleWorkbook } from "../../../src/workbench/sample/sampleWorkbook";
import { countedMoves, type CountedMoves, limitsOf, tiersByLimits, tiersByShare, tierSizes } from "./countedMoves";
import { clientsIn } from "./exportedClients";

// Two months of 600 clients run, are owned and frozen.
jest.setTimeout(300_000);

const names = { september: "Clients_Sep", october: "Clients_Oct" } as const;
const first = { now: new Date("2026-10-02T09:00:00Z"), person: "Ada" };
const second = { now: new Date("2026-11-02T09:00:00Z"), person: "Ada" };
const tierNames = ["Strategic", "Core", "Standard"];
const owned = { owner: "Wang Fang", objective: "Keep what they owe above plan" };

/** What the first month leaves: its run, owners with an objective for every segment, and its frozen pack. */
async function ownAndFreezeSeptember(): Promise<Plan> {
  const plan = { ...samplePlan("en"), table: { id: "", name: names.september }, dataDate: "2026-09-30" };
  await runPlan(plan, inThread, first);
  const mark = { by: "Ada", at: first.now.toISOString() };
  for (const { id } of (await readOwners(first.now)).rows) {
    for (const field of ["owner", "objective"] as const) {
      await assignOwner({ segment: id, field, before: "", value: owned[field] }, mark);
    }
  }
  expect(await freezeMonth({ name: null, ...first })).toBe("Pack 2026-09");
  return plan;
}

function expectMoves([one]: readonly Moves[], { customers, values, moved, entered, left }: CountedMoves): void {
  expect(one).toMatchObject({ from: tierNames, to: tierNames, customers, moved, entered, left });
  expect(one?.values).toEqual(values.map((cells) => cells.map((value) => expect.closeTo(value, 6) as number)));
}

async function expectOwned(): Promise<void> {
  const { rows } = await readOwners(second.now);
  expect(rows.map(({ segment, values }) => [segment, values])).toEqual(tierNames.map((name) => [name, owned]));
}

async function contentsOf(sheet: string): Promise<unknown> {
  return Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange().load("values,formulas");
    await context.sync();
    expect(used.formulas).toEqual(used.values);
    return used.values;
  });
}

test("the sample's second month in the same workbook has the moves of an independent count, and its owners", async () => {
  const [september, october] = await Promise.all([clientsIn("september"), clientsIn("october")]);
  const office = await openBook(sampleWorkbook("en"));
  const plan = await ownAndFreezeSeptember();
  const pack = await contentsOf("Pack 2026-09");

  const table = { id: "", name: names.october };
  const before = tiersByShare(september);
  const counted = countedMoves(before, tiersByShare(october), october);
  const match = await matchMonth({ table, keyColumn: plan.keyColumn });
  expect([match?.matched.customers, match?.entered.customers, match?.gone.customers]).toEqual([
    october.length - counted.entered,
    counted.entered,
    counted.left,
  ]);
  const { moves } = await runPlan({ ...plan, table, dataDate: "2026-10-31" }, inThread, second);
  expectMoves(moves, counted);
  await expectOwned();
  expect(await freezeMonth({ name: null, ...second })).toBe("Pack 2026-10");
  expect(await contentsOf("Pack 2026-09")).toEqual(pack);
  office.close();
});

test("carried into the workbook of the second month's export, with cut-offs kept, the moves are those counted as well", async () => {
  const [september, october] = await Promise.all([clientsIn("september"), clientsIn("october")]);
  const month1 = await openBook(sampleWorkbook("en", undefined, ["september"]));
  await ownAndFreezeSeptember();
  const { text, name } = await saveCarry();
  expect(name).toBe("tierbook-2026-09-30.json");
  month1.close();

  const office = await openBook(sampleWorkbook("en", undefined, ["october"]));
  const carried = readCarry(text);
  const plan = await carriedPlan(carried);
  expect(plan).toMatchObject({ table: { name: names.october }, dataDate: "2026-10-31" });
  const before = tiersByShare(september);
  const [found, kept] = [tiersByShare(october), tiersByLimits(october, limitsOf(september, before))];
  const counted = countedMoves(before, kept, october);
  const match = await matchMonth({ table: plan.table, keyColumn: plan.keyColumn, former: carried });
  expect([match?.matched.customers, match?.entered.customers, match?.gone.customers]).toEqual([
    october.length - counted.entered,
    counted.entered,
    counted.left,
  ]);

  expect(match?.same).toBe(false);

  const { run } = carried;
  const [tiers] = await compareCutoffs(plan, inThread, { found: run.limits ?? [], dataDate: "2026-09-30" });
  expect(tiers?.tiers.map(({ keptCustomers }) => keptCustomers)).toEqual(tierSizes(kept));
  expect(tiers?.tiers.map(({ newCustomers }) => newCustomers)).toEqual(tierSizes(found));
  expect(tiers?.different).toBe([...kept].filter(([key, tier]) => found.get(key) !== tier).length);
  expect(tiers?.different).toBeGreaterThan(0);

  const keeping = withKept(plan, run.limits ?? [], "2026-09-30");
  const planned = await plannedChanges(await previewPlan(keeping, inThread), {
    language: "en",
    columns: null,
    carried,
  });
  expectMoves(
    planned.segmentations.map(({ moves }) => moves),
    counted,
  );
  expectMoves((await runPlan(keeping, inThread, { ...second, carried })).moves, counted);
  await expectOwned();
  expect(await freezeMonth({ name: null, ...second })).toBe("Pack 2026-10");
  office.close();
});
