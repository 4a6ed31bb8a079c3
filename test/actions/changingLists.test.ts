import { runPlan } from "../../src/actions/runPlan";
import { undoRun } from "../../src/actions/undo/undoRun";
import { inThread } from "../../src/engine/inThread";
import type { Plan } from "../../src/plan/plan";
import type { Segmentation } from "../../src/segmentations/plans";
import { openTrial, type Trial } from "../safety/trial";
import { clientPlan, fillClients, when } from "./clientBook";

jest.setTimeout(120_000);

const day = (n: number): { now: Date; person: string } => {
  return { now: new Date(Date.UTC(2026, 10, 10 + n, 8)), person: "Grace" };
};

/** A workbook with so many clients, the first of them without an amount. */
async function withoutAmount(without: number, clients = 20): Promise<Trial> {
  const trial = await openTrial(null);
  const rows = Array.from({ length: clients }, (_, i) => [
    `C${i}`,
    `Client ${i}`,
    i < without ? "n/a" : 10 + i,
    i % 2 === 0 ? "North" : "South",
  ]);
  await fillClients(rows);
  return trial;
}

/** Takes the amounts of the first clients away, and gives all others one. */
async function takeAmounts(without: number, clients = 20): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Clients");
    sheet.getRangeByIndexes(3, 3, clients, 1).values = Array.from({ length: clients }, (_, i) => [
      i < without ? "n/a" : 10 + i,
    ]);
    await context.sync();
  });
}

/** What stands on a sheet: tables by name, and every text and number by place. */
async function shown(sheetName: string): Promise<{ tables: Record<string, unknown[][]>; cells: unknown }> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    const used = sheet.getUsedRange(true).load("values,address");
    const tables = sheet.tables.load("items/name");
    await context.sync();
    const ranges = tables.items.map((table) => table.getRange().load("values"));
    await context.sync();
    return {
      tables: Object.fromEntries(tables.items.map(({ name }, i) => [name, ranges[i]?.values as unknown[][]])),
      cells: { values: used.values as unknown[][], address: used.address.split("!")[1] },
    };
  });
}

/** The same run where the sheet is not there, so that it is made anew. */
async function shownAnew(file: Uint8Array, plan: Plan, n: number, sheetName: string): Promise<unknown> {
  await openTrial(file);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheetName).delete();
    await context.sync();
  });
  await runPlan(plan, inThread, day(n));
  return shown(sheetName);
}

async function planByName(more: Partial<Plan> = {}): Promise<Plan> {
  return { ...(await clientPlan()), table: { id: "", name: "Customers" }, ...more };
}

test.each([
  [2, 3],
  [2, 5],
  [2, 12],
  [2, 102],
  [12, 2],
  [0, 5],
  [5, 0],
])("a list of %d that becomes one of %d moves what stands below it, and back when it is undone", async (from, to) => {
  const clients = Math.max(from, to) + 18;
  const first = await withoutAmount(from, clients);
  const plan = await planByName();
  await runPlan(plan, inThread, when);
  await runPlan(plan, inThread, day(1));
  await takeAmounts(to, clients);
  const file = first.save();
  const anew = await shownAnew(file, plan, 2, "Runs");
  const trial = await openTrial(file);
  const before = await shown("Runs");
  await runPlan(plan, inThread, day(2));
  const after = await shown("Runs");
  expect(after).toEqual(anew);
  expect(after.tables["Tierbook_List"]?.slice(1).map((cells) => cells[2])).toEqual(
    to === 0 ? [""] : Array.from({ length: to }, (_, i) => `C${i}`),
  );
  await undoRun(day(3));
  const back = await shown("Runs");
  const { Tierbook_Runs: log, ...others } = back.tables;
  const { Tierbook_Runs: _, ...former } = before.tables;
  expect(others).toEqual(former);
  expect(log).toHaveLength(4);
  // What was undone can be done again.
  await runPlan(plan, inThread, day(4));
  expect((await shown("Runs")).tables["Tierbook_List"]).toEqual(after.tables["Tierbook_List"]);
  expect(trial.host.missing).toEqual([]);
});

const tiers = (count: number, id: string): Segmentation => ({
  method: "abc",
  id,
  name: `By ${id}`,
  valueColumn: "Outstanding",
  cutoffs: Array.from({ length: count - 1 }, (_, i) => (i + 1) / count),
  tiers: Array.from({ length: count }, (_, i) => ({ id: `t${i}`, name: `Tier ${i + 1}` })),
});

test.each([
  ["more tiers in the first of two", [tiers(3, "one"), tiers(3, "two")], [tiers(10, "one"), tiers(3, "two")]],
  ["fewer tiers in the first of two", [tiers(10, "one"), tiers(4, "two")], [tiers(2, "one"), tiers(9, "two")]],
  ["a segmentation that comes before another", [tiers(3, "two")], [tiers(7, "one"), tiers(3, "two")]],
  [
    "one of three that goes",
    [tiers(3, "one"), tiers(7, "two"), tiers(3, "three")],
    [tiers(9, "one"), tiers(3, "three")],
  ],
  ["others in another order", [tiers(3, "one"), tiers(8, "two")], [tiers(8, "two"), tiers(3, "one")]],
] as const)("tables of several segmentations make room for one another: %s", async (_what, former, next) => {
  const first = await withoutAmount(3);
  await runPlan(await planByName({ segmentations: [...former] }), inThread, when);
  await runPlan(await planByName({ segmentations: [...former] }), inThread, day(1));
  const plan = await planByName({ segmentations: [...next] });
  const file = first.save();
  const trial = await openTrial(file);
  const before = [await shown("Runs"), await shown("Segments"), await shown("Policy")];
  await runPlan(plan, inThread, day(2));
  expect(await shown("Runs")).toEqual(await shownAnew(file, plan, 2, "Runs"));
  const again = await openTrial(file);
  await runPlan(plan, inThread, day(2));
  await undoRun(day(3));
  const back = [await shown("Runs"), await shown("Segments"), await shown("Policy")];
  back.forEach(({ tables }, i) => {
    expect(Object.keys(tables).sort()).toEqual(Object.keys(before[i]?.tables ?? {}).sort());
    for (const [name, values] of Object.entries(tables)) {
      if (name !== "Tierbook_Runs") expect([name, values]).toEqual([name, before[i]?.tables[name]]);
    }
  });
  expect([...trial.host.missing, ...again.host.missing]).toEqual([]);
});
