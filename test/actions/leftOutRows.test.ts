import { inspectTable } from "../../src/actions/inspectTable";
import { findOutOfDate } from "../../src/actions/outOfDate/findOutOfDate";
import { runPlan } from "../../src/actions/runPlan";
import { undoRun } from "../../src/actions/undo/undoRun";
import { inThread } from "../../src/engine/inThread";
import { reconcile } from "../../src/engine/reconcile";
import { failureData } from "../../src/failure";
import type { Plan } from "../../src/plan/plan";
import { answer } from "../../src/worker/answer";
import { unpackOutcome } from "../../src/worker/packOutcome";
import { packTable } from "../../src/worker/packTable";
import type { RunReply } from "../../src/worker/protocol";
import { clientPlan, openClients, tableId, when } from "./clientBook";

jest.setTimeout(120_000);

/** Two subtotals without a key, a grand total, and a client whose row is hidden. */
const clients = [
  ["C01", "Harbour Foods", 700, "North"],
  ["C02", "Lindt & Sons", 90, "North"],
  ["", "Subtotal", 790, "North"],
  ["C03", "Meadow Dairy", 20, "South"],
  ["C04", "Oak Furniture", 90, "South"],
  ["C05", "Pine Paper", "n/a", "South"],
  ["", "Subtotal", 110, "South"],
  ["Total", "", 900, ""],
] as const;
const hiddenClient = 7; // the row of C04 on the sheet, counted from zero

async function openWithTotals(rows: readonly (readonly (string | number)[])[] = clients): Promise<void> {
  await openClients({}, rows);
  await hide(hiddenClient, true);
}

function hide(row: number, hidden: boolean): Promise<void> {
  return Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Clients").getRangeByIndexes(row, 0, 1, 1).rowHidden = hidden;
    await context.sync();
  });
}

async function leavingOut(reading: Partial<Plan["reading"]> = {}): Promise<Plan> {
  const plan = await clientPlan();
  return { ...plan, reading: { ...plan.reading, hiddenRows: "leave-out", subtotals: "leave-out", ...reading } };
}

async function cells(sheet: string, address: string): Promise<readonly (readonly unknown[])[]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load("values");
    await context.sync();
    return range.values as unknown[][];
  });
}

async function labels(count: number = clients.length): Promise<readonly unknown[]> {
  return (await cells("Clients", `F4:F${3 + count}`)).flat();
}

const out = "Not classified";

test("rows that a person leaves out are listed with their reason, and all others are classified among themselves", async () => {
  await openWithTotals();
  const { outcome, customers, plan } = await runPlan(await leavingOut(), inThread, when);
  expect(await labels()).toEqual(["A", "B", out, "C", out, out, out, out]);
  const [result] = outcome.segmentations;
  expect(result?.notClassified.map(({ row, key, reason, column }) => [row, key, reason, column])).toEqual([
    [5, "C05", "text", "Outstanding"],
    [2, "", "total-row", "Client ID"],
    [4, "C04", "hidden-row", "Client ID"],
    [6, "", "total-row", "Client ID"],
    [7, "Total", "total-row", "Client ID"],
  ]);
  expect([outcome.rows, outcome.customers, result?.classified, result?.notClassified.length]).toEqual([8, 8, 3, 5]);
  expect(reconcile(plan, outcome, customers.table)[0]).toMatchObject({
    ...{ rows: 8, rowsClassified: 3, rowsNotClassified: 5, customers: 8, classified: 3, notClassified: 5 },
    ...{ total: 2700, valueClassified: 810, valueNotClassified: 1890, valueOpen: 0 },
  });
});

test("formulas go by the labels: shares and the total are of what is classified", async () => {
  await openWithTotals();
  await runPlan(await leavingOut(), inThread, when);
  const table = await Excel.run(async (context) => {
    const range = context.workbook.tables.getItem("Tierbook_Segments_abc").getDataBodyRange().load("values");
    await context.sync();
    return range.values as unknown[][];
  });
  expect(table.map((row) => row.slice(0, 5))).toEqual([
    ["A", 1, 1 / 4, 700, 700 / 810],
    ["B", 1, 1 / 4, 90, 90 / 810],
    ["C", 1, 1 / 4, 20, 20 / 810],
    [out, 5, 1 / 4, 1890, 0],
    ["Total classified", 3, 1, 810, 1],
  ]);
  const runs = (await cells("Runs", "A1:A12")).flat().join("\n");
  expect(runs).toContain(
    "Hidden rows are left out, by choice: 1. Rows that look like totals are left out, by choice: 3.",
  );
});

test("without an answer, or with the other one, hidden rows and totals are customers, and need a key", async () => {
  await openWithTotals(clients.filter(([key]) => key !== ""));
  const counted = await runPlan(await leavingOut({ hiddenRows: null, subtotals: "read" }), inThread, when);
  expect(counted.outcome.segmentations[0]?.notClassified.map(({ key }) => key)).toEqual(["C05"]);
  expect((await cells("Runs", "A1:A12")).flat()).toContain("Rows that look like totals count as customers, by choice.");
  await openWithTotals();
  const failure = await runPlan(await clientPlan(), inThread, when).then(() => null, failureData);
  expect(failure?.code).toBe("blank-key");
});

test("runs are compared without the rows left out, and one that shows again has entered", async () => {
  await openWithTotals();
  const plan = await leavingOut();
  await runPlan(plan, inThread, when);
  const again = await runPlan(plan, inThread, when);
  const counts = again.moves.map(({ stayed, moved, entered, left }) => [stayed, moved, entered, left]);
  expect(counts).toEqual([[4, 0, 0, 0]]);
  expect(await findOutOfDate()).toBeNull();
  await hide(hiddenClient, false);
  expect(await findOutOfDate()).toMatchObject({ entered: 1, left: 0, enteredCells: ["Clients!B8"] });
});

test("a run that leaves rows out can be undone, and takes the columns of the plan before away", async () => {
  await openWithTotals();
  const plan = await leavingOut();
  await runPlan(plan, inThread, when);
  const second = await runPlan(
    { ...plan, segmentations: [{ ...plan.segmentations[0]!, id: "second", name: "Second" }] },
    inThread,
    when,
  );
  expect([second.columnsGone, second.columnsLeft]).toEqual([["ABC"], []]);
  const undone = await undoRun({ now: new Date("2026-12-02T10:00:00Z"), person: "Linus" });
  expect(undone).toMatchObject({ edited: [] });
  expect(await labels()).toEqual(["A", "B", out, "C", out, out, out, out]);
});

test("a row of a customer with several is left out by itself", async () => {
  await openWithTotals([
    ["C01", "Harbour Foods", 700, "North"],
    ["C02", "Lindt & Sons", 90, "North"],
    ["C03", "Meadow Dairy", 20, "South"],
    ["", "合计", 810, ""],
    ["C01", "Harbour Foods", 7000, "North"],
  ]);
  const plan = await leavingOut();
  const { outcome } = await runPlan({ ...plan, rows: { ...plan.rows, perCustomer: "several" } }, inThread, when);
  expect(await labels(5)).toEqual(["A", "B", "C", out, out]);
  expect([outcome.rows, outcome.customers, outcome.segmentations[0]?.classified]).toEqual([5, 5, 3]);
  expect(outcome.segmentations[0]?.totalValue).toBe(810);
});

test("a table of which every row is left out is refused", async () => {
  await openWithTotals([["T1", "Total", 5, ""]]);
  const failure = await runPlan(await leavingOut(), inThread, when).then(() => null, failureData);
  expect(failure?.code).toBe("empty-table");
});

test("the worker lists rows that are left out as this thread does", async () => {
  await openWithTotals();
  const plan = await leavingOut();
  const { outcome, customers } = await runPlan(plan, inThread, when);
  const replies: RunReply[] = [];
  answer({ plan, table: packTable(plan, customers.table) }, (reply) => replies.push(reply));
  const done = replies.at(-1);
  expect(done?.kind === "done" && unpackOutcome(done.outcome, customers.table, plan)).toEqual(outcome);
});

test("F21, F22 an inspection counts the rows that a filter or a person hides, and those that look like totals", async () => {
  await openWithTotals();
  await Excel.run(async (context) => {
    const column = context.workbook.tables.getItem("Customers").columns.getItem("Region");
    column.filter.applyValuesFilter(["North", "South"]);
    await context.sync();
  });
  const { problems } = await inspectTable(await tableId());
  const found = problems.filter(({ kind }) => kind === "hidden-rows" || kind === "total-rows");
  expect(found.map(({ kind, count, cells: where }) => [kind, count, where])).toEqual([
    ["hidden-rows", 2, ["Clients!B8", "Clients!B11"]],
    ["total-rows", 3, ["Clients!B6", "Clients!B10", "Clients!B11"]],
  ]);
});
