import { readCustomers } from "../../../src/actions/readCustomers";
import { runPlan } from "../../../src/actions/runPlan";
import { inThread } from "../../../src/engine/inThread";
import { when } from "../clientBook";
import { october, openOrders, orderRows, rfm, rfmPlan } from "./orderBook";

jest.setTimeout(120_000);

async function tables(...names: readonly string[]): Promise<unknown[][][]> {
  return Excel.run(async (context) => {
    const bodies = names.map((name) => context.workbook.tables.getItem(name).getDataBodyRange().load("values"));
    await context.sync();
    return bodies.map(({ values }) => values);
  });
}

test("F21, F22 hidden lines of orders count, and the Runs sheet says how many there are", async () => {
  await openOrders();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Orders");
    for (const rows of ["5:6", "9:9"]) sheet.getRange(rows).rowHidden = true;
    await context.sync();
  });
  const { orders } = await readCustomers(rfmPlan());
  expect(orders["rfm"]?.hidden).toBe(3);
  const { outcome } = await runPlan(rfmPlan(), inThread, when);
  expect(outcome.segmentations[0]?.rfm?.lines?.counted).toBe(7);
  const [account = []] = await tables("Tierbook_Orders");
  expect(account.slice(-2).map((row) => row.slice(2))).toEqual([
    [13, 1306.5, "All lines that were read"],
    [3, "", "– of them in hidden rows"],
  ]);
});

test("F33 lines that look like totals are named with their cells; those without a customer do not count anyway", async () => {
  const totals = [
    [1, "Subtotal", october, 150.5, "web"],
    [2, "小计：", october, 6, "web"],
    ["Total", null, october, 156.5, "web"],
    [3, "A12", october, 999, "staff total"],
  ];
  await openOrders([...orderRows, ...totals]);
  await runPlan(rfmPlan(rfm({ leaveOut: [{ column: "Kind", values: ["staff", "staff total"] }] })), inThread, when);
  const [account = [], lines = []] = await tables("Tierbook_Orders", "Tierbook_Order_Lines");
  expect(account.slice(0, 3).map((row) => row.slice(2))).toEqual([
    [9, 453, "Count to 5 Oct 2026"],
    [1, "", "– of them returns"],
    [2, "", "– of them look like totals, and count"],
  ]);
  expect(lines.map((row) => row.slice(1)).filter(([cell]) => /!\D+(1[7-9]|20)$/.test(String(cell)))).toEqual([
    ["Orders!A19", "Total", "The customer is not in the customer table"],
    ["Orders!B17", "Subtotal", "Looks like a total, and counts"],
    ["Orders!B18", "小计：", "Looks like a total, and counts"],
  ]);
});
