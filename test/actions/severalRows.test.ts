import { inspectTable } from "../../src/actions/inspectTable";
import { runPlan } from "../../src/actions/runPlan";
import { undoRun } from "../../src/actions/undo/undoRun";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import type { Plan } from "../../src/plan/plan";
import { clientPlan, openClients, tableId, when } from "./clientBook";

jest.setTimeout(120_000);

/** Drawdowns: the id of the client repeats, and two clients belong together. */
const drawdowns = [
  ["C01", "Harbour Foods", 500, "Harbour"],
  ["C02", "Oak Furniture", 90, ""],
  ["C01", "Harbour Foods", 220, "Harbour"],
  ["C03", "Harbour Fish", 25, "Harbour"],
  ["C02", "Oak Furniture", "n/a", ""],
  ["C04", "Sun Solar", 5, ""],
] as const;

async function planFor(rows: Partial<Plan["rows"]> = {}): Promise<Plan> {
  const plan = await clientPlan();
  return { ...plan, rows: { perCustomer: "several", combine: [], dateColumn: null, groupColumn: null, ...rows } };
}

async function labels(): Promise<unknown[]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Clients").getRange("F4:F9").load("values");
    await context.sync();
    return range.values.map((row) => row[0] as unknown);
  });
}

test("every row has the label of its client, and the cell that was left out is listed", async () => {
  await openClients({}, drawdowns);
  const { outcome, record } = await runPlan(await planFor(), inThread, when);
  expect(await labels()).toEqual(["A", "B", "A", "C", "B", "C"]);
  expect([record.rows, record.customers]).toEqual([6, 4]);
  expect(outcome.segmentations[0]?.remarks).toEqual([
    { row: 4, key: "C02", reason: "left-out", column: "Outstanding", content: "n/a" },
  ]);
});

test("a key in several rows is refused only where each row is to be a customer", async () => {
  await openClients({}, drawdowns);
  const plan = await clientPlan();
  const failure = await runPlan(plan, inThread, when).then(() => null, failureData);
  expect(failure?.code).toBe("duplicate-key");
});

test("runs are compared client by client, and client groups are not compared with clients", async () => {
  await openClients({}, drawdowns);
  await runPlan(await planFor(), inThread, when);
  const again = await runPlan(await planFor(), inThread, when);
  expect(again.moves.map(({ stayed, moved, entered, left }) => [stayed, moved, entered, left])).toEqual([[4, 0, 0, 0]]);
  const grouped = await runPlan(await planFor({ groupColumn: "Region" }), inThread, when);
  expect([grouped.record.customers, grouped.moves]).toEqual([3, []]);
  const once = await runPlan(await planFor({ groupColumn: "Region" }), inThread, when);
  expect(once.moves[0]?.stayed).toBe(3);
});

test("a run over client groups can be undone", async () => {
  await openClients({}, drawdowns);
  const plan = await planFor({ groupColumn: "Region" });
  await runPlan(plan, inThread, when);
  const before = await labels();
  const otherTiers = plan.segmentations.map((each) =>
    each.method === "abc" ? { ...each, tiers: each.tiers.map((tier) => ({ ...tier, name: `${tier.name}!` })) } : each,
  );
  await runPlan({ ...plan, segmentations: otherTiers }, inThread, when);
  expect(await labels()).not.toEqual(before);
  await undoRun({ now: new Date("2026-12-02T10:00:00Z"), person: "Linus" });
  expect(await labels()).toEqual(before);
});

test("an inspection says which columns could tell clients with several rows apart, with an example", async () => {
  await openClients({}, drawdowns);
  const { columns } = await inspectTable(await tableId());
  const repeats = Object.fromEntries(columns.map(({ name, repeats: found }) => [name, found ?? null]));
  expect(repeats).toEqual({
    "Client ID": { customers: 4, key: "C01", cells: ["Clients!B4", "Clients!B6"] },
    Client: { customers: 4, key: "Harbour Foods", cells: ["Clients!C4", "Clients!C6"] },
    Outstanding: null,
    Region: null,
  });
});
