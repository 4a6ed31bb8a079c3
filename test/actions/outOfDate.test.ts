import { findOutOfDate } from "../../src/actions/outOfDate/findOutOfDate";
import { previewPlan } from "../../src/actions/previewPlan";
import { runPlan } from "../../src/actions/runPlan";
import { undoRun } from "../../src/actions/undo/undoRun";
import { inThread } from "../../src/engine/inThread";
import type { Plan } from "../../src/plan/plan";
import type { Segmentation } from "../../src/segmentations/plans";
import { seenWidth } from "../../src/engine/seenCells";
import { clientPlan, openClients, when } from "./clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const regions: Segmentation = {
  method: "groups",
  id: "region",
  name: "By region",
  column: "Region",
  valueColumn: "Outstanding",
  groups: ["North", "South", "West"].map((value) => ({ value, name: value })),
};

async function afterRun(): Promise<Plan> {
  await openClients();
  const plan = await clientPlan();
  const both = { ...plan, segmentations: [...plan.segmentations, regions] };
  await runPlan(both, inThread, when);
  return both;
}

function edit(cells: Readonly<Record<string, string | number>>): Promise<void> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Clients");
    for (const [cell, value] of Object.entries(cells)) sheet.getRange(cell).values = [[value]];
    await context.sync();
  });
}

test("right after a run nothing is out of date, and without a run nothing is known", async () => {
  await openClients();
  expect(await findOutOfDate()).toBeNull();
  await runPlan(await clientPlan(), inThread, when);
  expect(await findOutOfDate()).toBeNull();
});

test("changed cells are counted by row and named by column and cell; other columns do not matter", async () => {
  await afterRun();
  await edit({ D5: 221, D8: 61, E8: "South", C9: "Another name" });
  const found = (await findOutOfDate())!;
  expect(found).toMatchObject({
    run: { at: "2026-11-02T09:30:00.000Z" },
    table: "Customers",
    changed: 2,
    atLeast: false,
  });
  expect(found.columns).toEqual([
    { name: "Outstanding", customers: 2, cells: ["Clients!D5", "Clients!D8"], restless: false },
    { name: "Region", customers: 1, cells: ["Clients!E8"], restless: false },
  ]);
  await edit({ D5: 220, D8: 60, E8: "North" });
  expect(await findOutOfDate()).toBeNull();
});

test("blank, empty text, zero and FALSE are four contents of a cell", async () => {
  await afterRun();
  for (const [cell, value] of [
    ["D12", ""],
    ["D12", "0"],
    ["D14", 0],
  ] as const) {
    await edit({ D12: 0, D14: "", [cell]: cell === "D12" && value === "0" ? "'0" : value });
    expect((await findOutOfDate())?.columns.map(({ cells }) => cells)).toEqual([[`Clients!${cell}`]]);
  }
});

test("F38 a refresh that sorts the rows is no change; one that drops and adds rows counts them", async () => {
  await afterRun();
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Customers");
    table.sort.apply([{ key: 2, ascending: true }]);
    await context.sync();
  });
  expect(await findOutOfDate()).toBeNull();
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Customers");
    table.rows.getItemAt(3).delete();
    table.rows.add(undefined, [["C13", "New & Co", 60, "West", "", ""]]);
    await context.sync();
  });
  const found = (await findOutOfDate())!;
  expect(found).toMatchObject({ columns: [], changed: 0, entered: 1, left: 1, enteredCells: ["Clients!B15"] });
});

test("F39 a column whose formulas never rest is named as such", async () => {
  const { book } = await openClients();
  const rows = book.sheets[0]!.rows;
  // The host has no today of its own: it keeps the value that Excel left.
  for (let row = 3; row < 15; row++) {
    rows.get(row)!.cells.set(3, { value: 1, formula: "=TODAY()-45000", cached: true, style: 0 });
  }
  await runPlan(await clientPlan(), inThread, when);
  expect(await findOutOfDate()).toBeNull();
  for (let row = 3; row < 15; row++) rows.get(row)!.cells.get(3)!.value = 2;
  expect((await findOutOfDate())?.columns).toMatchObject([{ name: "Outstanding", customers: 12, restless: true }]);
});

test("F27 a used column that is gone or renamed is told, with its name", async () => {
  await afterRun();
  await edit({ D3: "Balance" });
  expect((await findOutOfDate())?.unreadable).toMatchObject({ code: "missing-column", subject: "Outstanding" });
});

test("customers that a preview has read are not read again", async () => {
  const plan = await afterRun();
  const preview = await previewPlan(plan, inThread);
  const other = await previewPlan({ ...plan, keyColumn: "Client" }, inThread);
  await edit({ D5: 221 });
  expect(await findOutOfDate({ preview })).toBeNull();
  expect((await findOutOfDate({ preview: other }))?.changed).toBe(1);
});

test("several rows of a customer may stand in any order; another date counts as a changed date alone", async () => {
  await openClients({}, [
    ["C01", 46053, 500, "North"],
    ["C01", 46081, 400, "North"],
    ["C02", 46053, 90, "South"],
  ]);
  await edit({ C3: "Day" });
  const plan = await clientPlan({
    rows: {
      perCustomer: "several",
      combine: [{ column: "Outstanding", by: "latest" }],
      dateColumn: "Day",
      groupColumn: null,
    },
  });
  await runPlan(plan, inThread, when);
  await edit({ C4: 46081, D4: 400, C5: 46053, D5: 500 });
  expect(await findOutOfDate()).toBeNull();
  await edit({ C4: 46112 });
  expect((await findOutOfDate())?.columns).toMatchObject([{ name: "Day", customers: 1, cells: ["Clients!C4"] }]);
  await edit({ C4: 46053, C5: 46081 });
  expect((await findOutOfDate())?.changed).toBe(1);
});

test("an undone run is compared with no more, but the one before it is", async () => {
  const plan = await afterRun();
  await edit({ D5: 221 });
  await runPlan(plan, inThread, { ...when, now: new Date("2026-12-01T08:00:00Z") });
  expect(await findOutOfDate()).toBeNull();
  await undoRun(when);
  expect(await findOutOfDate()).toMatchObject({ run: { at: "2026-11-02T09:30:00.000Z" }, changed: 1 });
});

test("marks get shorter with the number of customers, and end where there are too many", () => {
  expect([seenWidth(50_000, 4), seenWidth(100_000, 4), seenWidth(1_000_000, 1)]).toEqual([2, 1, 0]);
});
