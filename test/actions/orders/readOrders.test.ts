import { readCustomers } from "../../../src/actions/readCustomers";
import { failureData, type FailureData } from "../../../src/failure";
import type { Plan } from "../../../src/plan/plan";
import { LineState } from "../../../src/table/transactions";
import { failureText } from "../../../src/text/failureText";
import { october, openOrders, orderRows, rfm, rfmPlan } from "./orderBook";

jest.setTimeout(120_000);

async function refused(plan: Plan): Promise<FailureData> {
  const failure = await readCustomers(plan).then(() => null, failureData);
  if (failure === null) throw new Error("the reading was not refused");
  return failure;
}

test("lines of orders are read as numbers: customers by their rows, orders by their ids, days without the time", async () => {
  await openOrders();
  const { table, orders } = await readCustomers(rfmPlan());
  const { states, customers, orders: numbers, orderCount, days, amounts } = table.transactions?.["rfm"] ?? {};
  const { counts, leftOut, noCustomer, unknownCustomer, noDate, noAmount, noOrder } = LineState;
  expect([...(states ?? [])]).toEqual([
    ...[counts, counts, counts, counts, counts, counts, counts],
    ...[leftOut, unknownCustomer, noCustomer, noDate, noAmount, noOrder],
  ]);
  expect([...(customers ?? [])].slice(0, 9)).toEqual([0, 0, 0, 1, 1, 3, 2, 2, -1]);
  expect([...(numbers ?? [])].slice(0, 8)).toEqual([0, 0, 1, 2, 2, 3, 4, -1]);
  expect(orderCount).toBe(5);
  expect([...(days ?? [])].slice(0, 4)).toEqual([october, october, october + 3, october - 40]);
  expect([...(amounts ?? [])].slice(0, 5)).toEqual([100, 20.5, 30, 10, -4]);
  expect(orders["rfm"]).toMatchObject({ table: "Orders", sheet: "Orders", firstRow: 4 });
});

test("F47: lines that cannot be used are listed with their cells' contents, and 7 is not the customer 007", async () => {
  await openOrders();
  const { orders } = await readCustomers(rfmPlan());
  const { unknownCustomer, noCustomer, noDate, noAmount, noOrder } = LineState;
  expect(orders["rfm"]?.unusable).toEqual([
    { line: 8, state: unknownCustomer, column: "Customer", content: "7" },
    { line: 9, state: noCustomer, column: "Customer", content: "" },
    { line: 10, state: noDate, column: "Ordered", content: "soon" },
    { line: 11, state: noAmount, column: "Paid", content: "n/a" },
    { line: 12, state: noOrder, column: "Order", content: "" },
  ]);
});

test("a customer with several rows is known by its number, also where its rows are the orders", async () => {
  const rows: Plan["rows"] = { perCustomer: "several", combine: [], dateColumn: null, groupColumn: null };
  const plan = rfmPlan(rfm({ leaveOut: [] }), { table: { id: "", name: "Orders" }, keyColumn: "Customer", rows });
  const clean = orderRows.filter(([customer]) => customer !== null);
  await openOrders(clean);
  const { table } = await readCustomers(plan);
  expect([...(table.transactions?.["rfm"]?.customers ?? [])]).toEqual([0, 0, 0, 1, 1, 2, 3, 3, 4, 0, 0, 0]);
});

test("two segmentations of one table may read it differently", async () => {
  await openOrders();
  const all = rfm({ leaveOut: [], orderColumn: null }, { id: "all", name: "All" });
  const { table } = await readCustomers(rfmPlan(rfm(), { segmentations: [rfm(), all] }));
  expect(table.transactions?.["all"]?.orders).toBeNull();
  expect(table.transactions?.["all"]?.states[7]).toBe(LineState.counts);
  expect(table.transactions?.["rfm"]?.states[7]).toBe(LineState.leftOut);
});

test.each([
  ["missing-orders", rfmPlan(rfm({ table: { id: "", name: "Sales" } })), "Sales"],
  ["missing-column", rfmPlan(rfm({ dateColumn: "Day" })), "Day"],
  ["no-dates", rfmPlan(rfm({ dateColumn: "Order", leaveOut: [] })), "Orders!B4"],
  ["not-a-number", rfmPlan(rfm({ amountColumn: "Kind", leaveOut: [] })), "Orders!E4"],
  ["no-matching-orders", rfmPlan(rfm({ customerColumn: "Kind", leaveOut: [] })), "Orders!E4"],
] as const)("orders that nothing can be read of are refused: %s", async (code, plan, subject) => {
  await openOrders();
  const failure = await refused(plan);
  expect(failure).toMatchObject({ code, subject });
  for (const language of ["en", "zh"] as const) expect(failureText(language, failure).next).not.toBe("");
});

test("F48: ids of sixteen digits are refused with the first cell, because two of them may have become one", async () => {
  await openOrders([...orderRows, [1, 1_234_567_890_123_456, october, 1, "web"]]);
  expect(await refused(rfmPlan())).toMatchObject({ code: "digits-lost", subject: "Orders!B17", detail: { count: 1 } });
});

test("amounts of orders in two currencies are not added", async () => {
  await openOrders();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Orders").getRange("D9").numberFormat = [["[$€-407] #,##0.00"]];
    context.workbook.worksheets.getItem("Orders").getRange("D10").numberFormat = [["$#,##0.00"]];
    await context.sync();
  });
  expect(await refused(rfmPlan())).toMatchObject({ code: "mixed-currencies", detail: { column: "Paid" } });
});

test("F44: amounts and days that are text are read as declared, and are not used where nothing is", async () => {
  const rows = [[1, "A1", "03/10/2026", "1.234,50", "web"], ...orderRows] as const;
  await openOrders(rows);
  const { reading, ...plan } = rfmPlan();
  const { table } = await readCustomers({ ...plan, reading: { ...reading, numbers: "point-comma", dates: "dmy" } });
  expect(table.transactions?.["rfm"]?.amounts[0]).toBe(1234.5);
  expect(table.transactions?.["rfm"]?.days[0]).toBe(october + 2);
  const undeclared = await readCustomers({ ...plan, reading });
  expect(undeclared.orders["rfm"]?.unusable[0]).toMatchObject({ line: 0, state: LineState.noDate });
});
