import { findOutOfDate } from "../../../src/actions/outOfDate/findOutOfDate";
import { previewPlan } from "../../../src/actions/previewPlan";
import { readState } from "../../../src/actions/readState";
import { runPlan } from "../../../src/actions/runPlan";
import type { Engine } from "../../../src/engine/engine";
import { inThread } from "../../../src/engine/inThread";
import { failureData } from "../../../src/failure";
import { failureText } from "../../../src/text/failureText";
import type { CellValue } from "../../../src/host/model/book";
import { when } from "../clientBook";
import { october, openOrders, orderRows, rfm, rfmPlan } from "./orderBook";

jest.setTimeout(120_000);

async function edit(cells: Readonly<Record<string, string | number>>): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Orders");
    for (const [cell, value] of Object.entries(cells)) sheet.getRange(cell).values = [[value]];
    await context.sync();
  });
}

async function addLines(...lines: readonly (readonly CellValue[])[]): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Orders").rows.add(undefined, lines as CellValue[][] as never);
    await context.sync();
  });
}

/** Somebody does something while a run computes. */
function meanwhile(something: () => Promise<void>): Engine {
  return {
    ...inThread,
    run: async (...asked) => {
      await something();
      return inThread.run(...asked);
    },
  };
}

test.each([
  ["an order was changed", () => edit({ D5: 21 }), "Orders!D5"],
  ["an order came", () => addLines([1, "A11", october, 4, "web"]), "Orders"],
  ["orders were sorted", () => edit({ A7: 2, A8: "2" }), "Orders!A7"],
  ["a column got another name", () => edit({ D3: "Price" }), "Orders"],
] as const)(
  "F23 a run is refused, and nothing is written, if after its reading %s",
  async (_what, something, subject) => {
    await openOrders();
    const failure = await runPlan(rfmPlan(), meanwhile(something), when).then(() => null, failureData);
    expect(failure).toMatchObject({ code: "orders-changed", subject, detail: { table: "Orders" } });
    for (const language of ["en", "zh"] as const) {
      expect(failureText(language, failure!).what).toContain("Orders");
    }
    expect((await readState()).runs).toEqual([]);
    const sheets = await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name");
      await context.sync();
      return sheets.items.map(({ name }) => name);
    });
    expect(sheets).toEqual(["Notes", "Customers", "Orders"]);
  },
);

test("another column of the orders may change meanwhile", async () => {
  await openOrders();
  const plan = rfmPlan(rfm({ leaveOut: [] }));
  const { record } = await runPlan(
    plan,
    meanwhile(() => edit({ E5: "shop" })),
    when,
  );
  expect(record.status).toBe("complete");
});

test("after a run the orders that changed, came and went are told with their table, columns and cells", async () => {
  await openOrders();
  await runPlan(rfmPlan(), inThread, when);
  expect(await findOutOfDate()).toBeNull();
  await edit({ D5: 21, C6: october, E6: "web" });
  await addLines([1, "A11", october, 4, "web"], [2, "A12", october, 4, "web"]);
  expect(await findOutOfDate()).toMatchObject({
    table: "Customers",
    columns: [],
    orders: [
      {
        table: "Orders",
        columns: [{ name: "Ordered" }, { name: "Paid" }, { name: "Kind" }],
        told: true,
        changed: 2,
        changedCells: ["Orders!D5", "Orders!C6"],
        entered: 2,
        enteredCells: ["Orders!A17", "Orders!A18"],
        left: 0,
        more: 2,
      },
    ],
  });
});

test("sorted orders are no change, and the next run knows the new ones", async () => {
  await openOrders();
  await runPlan(rfmPlan(), inThread, when);
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Orders").sort.apply([{ key: 3, ascending: false }]);
    await context.sync();
  });
  expect(await findOutOfDate()).toBeNull();
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Orders").rows.getItemAt(0).delete();
    await context.sync();
  });
  expect((await findOutOfDate())?.orders).toMatchObject([{ changed: 0, entered: 0, left: 1, more: -1 }]);
  await runPlan(rfmPlan(), inThread, when);
  expect(await findOutOfDate()).toBeNull();
});

test("F39 orders whose formulas never rest refuse no run, and are named as such", async () => {
  const { book } = await openOrders();
  const rows = book.sheets.find(({ name }) => name === "Orders")!.rows;
  const all = (change: (row: number) => void): void => orderRows.forEach((_, i) => change(3 + i));
  all((row) => rows.get(row)!.cells.set(3, { value: 1, formula: "=TODAY()-45000", cached: true, style: 0 }));
  const tomorrow = (): Promise<void> => {
    all((row) => (rows.get(row)!.cells.get(3)!.value = 2));
    return Promise.resolve();
  };
  const { record } = await runPlan(rfmPlan(), meanwhile(tomorrow), when);
  expect(record.status).toBe("complete");
  expect((await findOutOfDate())?.orders).toMatchObject([{ columns: [{ name: "Paid", restless: true }] }]);
});

test("a preview that read the same orders spares a second reading, and one that read others does not", async () => {
  await openOrders();
  await runPlan(rfmPlan(), inThread, when);
  const preview = await previewPlan(rfmPlan(), inThread);
  const other = await previewPlan(rfmPlan(rfm({ leaveOut: [] })), inThread);
  await edit({ D5: 21 });
  expect(await findOutOfDate({ preview: { ...preview, plan: (await readState()).plan! } })).toBeNull();
  expect((await findOutOfDate({ preview: other }))?.orders).toHaveLength(1);
});
