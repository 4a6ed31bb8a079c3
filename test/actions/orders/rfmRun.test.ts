import { readState } from "../../../src/actions/readState";
import { runPlan } from "../../../src/actions/runPlan";
import { undoRun } from "../../../src/actions/undo/undoRun";
import { inThread } from "../../../src/engine/inThread";
import { reconcile } from "../../../src/engine/reconcile";
import type { Plan } from "../../../src/plan/plan";
import { when } from "../clientBook";
import { october, openOrders, orderRows, rfm, rfmPlan } from "./orderBook";

jest.setTimeout(120_000);

/** The columns right of the user's own, header first, as the cells hold them; dates as serials. */
async function written(columns = "D1:H6"): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Customers").getRange(columns).load("values");
    await context.sync();
    return range.values as unknown[][];
  });
}

async function edit(address: string, value: string | number): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Customers").getRange(address).values = [[value]];
    await context.sync();
  });
}

const run = (plan: Plan = rfmPlan()): ReturnType<typeof runPlan> => runPlan(plan, inThread, when);

const asWritten = [
  ["RFM segment", "Last order", "Orders", "Spent", "RFM score"],
  ["Best", october + 3, 2, 150.5, "222"],
  ["Asleep", october - 40, 1, 6, "111"],
  ["Asleep", october - 200, 1, 60, "112"],
  ["Best", october - 1, 1, 80, "212"],
  ["No order in the window", "", 0, 0, ""],
];

test("a run writes beside the label the last order, how many orders, for how much, and the scores", async () => {
  await openOrders();
  const { columns, record } = await run();
  expect(record.status).toBe("complete");
  expect(await written()).toEqual(asWritten);
  expect(columns.map(({ name, measure, renamed }) => [name, measure, renamed])).toEqual([
    ["RFM segment", undefined, false],
    ["Last order", "lastOrder", false],
    ["Orders", "orders", false],
    ["Spent", "amount", false],
    ["RFM score", "score", false],
  ]);
});

test("measures are numbers and dates to whoever reads the cells, and the Segments sheet sums the amounts live", async () => {
  await openOrders();
  await run();
  await edit("G2", 1000);
  const [texts, sum] = await Excel.run(async (context) => {
    const cells = context.workbook.worksheets.getItem("Customers").getRange("E2:H2").load("text");
    const used = context.workbook.worksheets.getItem("Segments").getUsedRange().load("formulas,values");
    await context.sync();
    const row = used.values.findIndex((each) => each.includes("Best"));
    const column = (used.formulas[row] as unknown[]).findIndex((cell) => String(cell).includes("Customers[Spent]"));
    return [cells.text[0], used.values[row]?.[column] as unknown];
  });
  expect(texts).toEqual(["2026-10-04", "2", "1,000.00", "222"]);
  expect(sum).toBe(1080);
});

test("columns of the user's own keep their names, and formulas refer to ours", async () => {
  await openOrders();
  await edit("C1", "Spent");
  await edit("B1", "Orders");
  const { columns } = await run();
  expect(columns.filter(({ renamed }) => renamed).map(({ name }) => name)).toEqual(["Orders (2)", "Spent (2)"]);
  const again = await run((await readState()).plan ?? rfmPlan());
  expect(again.columns.map(({ name }) => name)).toEqual(columns.map(({ name }) => name));
  expect(reconcile(again.plan, again.outcome, again.customers.table)[0]?.valueOpen).toBe(0);
  const formulas = await Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem("Segments").getUsedRange().load("formulas");
    await context.sync();
    return used.formulas.flat().join(" ");
  });
  expect(formulas).toContain("Customers[Spent (2)]");
  expect(formulas).not.toContain("Customers[Spent]");
});

test("a second run over other orders is undone to the measures of the first, by key", async () => {
  const office = await openOrders();
  await run();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Orders").getRange("D4").values = [[1000.25]];
    await context.sync();
  });
  await run();
  expect((await written())[1]).toEqual(["Best", october + 3, 2, 1050.75, "222"]);
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Customers").sort.apply([{ key: 1, ascending: false }]);
    await context.sync();
  });
  await undoRun(when);
  const [header = [], ...rows] = asWritten;
  expect(await written()).toEqual([header, ...rows.reverse()]);
  office.host.close();
});

test("undoing the first run takes its columns away, but for one that somebody changed", async () => {
  await openOrders();
  await run();
  await edit("F3", 7);
  const { columnsGone, columnsKept } = await undoRun(when);
  expect(columnsGone).toEqual(["RFM segment", "Last order", "Spent", "RFM score"]);
  expect(columnsKept).toEqual([{ name: "Orders", why: "changed" }]);
  expect((await written("D1:E3")).map(([cell]) => cell)).toEqual(["Orders", 2, 7]);
});

test("measures that a segmentation no longer writes go with the next run, and come back when it is undone", async () => {
  await openOrders();
  await run();
  await edit("G6", 5);
  const byColumns = rfm(
    {},
    {
      valueColumn: "Id",
      source: {
        kind: "columns",
        recency: { column: "Orders", as: "days" },
        frequencyColumn: "Orders",
        monetaryColumn: "Orders",
      },
    },
  );
  const { columnsGone, columnsLeft } = await run(rfmPlan(byColumns));
  expect(columnsGone).toEqual(["Last order", "Orders"]);
  expect(columnsLeft).toEqual([{ name: "Spent", why: "changed" }]);
  expect((await readState()).columns.map(({ name }) => name)).toEqual(["RFM segment", "RFM score"]);
  await undoRun(when);
  const back = await written("D1:H6");
  expect(back[0]).toEqual(["RFM segment", "Spent", "RFM score", "Last order", "Orders"]);
  expect(back[1]).toEqual(["Best", 150.5, "222", october + 3, 2]);
});

test("the same orders in another order give the same cells", async () => {
  await openOrders([...orderRows].reverse());
  await run();
  expect(await written()).toEqual(asWritten);
});

test("the Runs sheet accounts for every line of orders, and names the cells of those that cannot be used", async () => {
  await openOrders([...orderRows, [1, "A11", october + 30, 50, "web"]]);
  await run();
  const cells = await Excel.run(async (context) => {
    const tables = ["Tierbook_Orders", "Tierbook_Order_Lines"].map((name) =>
      context.workbook.tables.getItem(name).getDataBodyRange().load("values"),
    );
    await context.sync();
    return tables.map(({ values }) => values);
  });
  expect(cells[0]?.map((row) => row.slice(2) as unknown[])).toEqual([
    [7, 296.5, "Count to 5 Oct 2026"],
    [1, "", "– of them returns"],
    [1, 999, "Left out by the rule of the segmentation"],
    [1, 2, "No customer"],
    [1, 1, "The customer is not in the customer table"],
    [1, 3, "Not a date that can be read"],
    [1, 0, "Not a number"],
    [1, 5, "No order number"],
    [1, 50, "After the data date"],
    [14, 1356.5, "All lines that were read"],
  ]);
  expect(cells[1]?.map((row) => row.slice(1) as unknown[])).toEqual([
    ["Orders!A12", "7", "The customer is not in the customer table"],
    ["Orders!A13", "", "No customer"],
    ["Orders!C14", "soon", "Not a date that can be read"],
    ["Orders!D15", "n/a", "Not a number"],
    ["Orders!B16", "", "No order number"],
    ["Orders!C17", "2026-10-31", "After the data date"],
  ]);
});

test("F46: days of a workbook that counts from 1904 are read and written as it counts them", async () => {
  const office = await openOrders();
  office.book.date1904 = true;
  await Excel.run(async (context) => {
    const cells = context.workbook.worksheets.getItem("Orders").getRange("C4:C16");
    cells.numberFormat = "yyyy-mm-dd" as unknown as string[][];
    await context.sync();
  });
  const { outcome } = await run(rfmPlan(rfm(), { dataDate: "2030-10-06" }));
  expect(outcome.segmentations[0]?.rfm?.days[0]).toBe(1);
  expect((await written())[1]).toEqual(asWritten[1]);
});

test("two segmentations that ask for one name of their amounts get two, and each accounts for its own", async () => {
  await openOrders();
  const second = rfm({ leaveOut: [] }, { id: "second", name: "Second" });
  const { columns, plan, outcome, customers } = await run(rfmPlan(rfm(), { segmentations: [rfm(), second] }));
  expect(columns.filter(({ measure }) => measure === "amount").map(({ name }) => name)).toEqual(["Spent", "Spent (2)"]);
  const sums = reconcile(plan, outcome, customers.table);
  expect(sums.map(({ total, valueOpen }) => [total, valueOpen])).toEqual([
    [296.5, 0],
    [1295.5, 0],
  ]);
});
