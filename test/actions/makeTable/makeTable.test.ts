import { inspectTable } from "../../../src/actions/inspectTable";
import { findLists } from "../../../src/actions/makeTable/findLists";
import { makeTable } from "../../../src/actions/makeTable/makeTable";
import type { TableWanted } from "../../../src/actions/makeTable/tableWanted";
import { proposeTable } from "../../../src/actions/makeTable/proposeTable";
import { failureData } from "../../../src/failure";
import { newBook } from "../../../src/host/model/newBook";
import { openTestOffice } from "../../host/openTestOffice";

const plain = { numbers: null, dates: null, hiddenRows: null, subtotals: null } as const;
const wanted: TableWanted = {
  cells: { kind: "selection" },
  reading: plain,
  language: "en",
  how: "better",
  now: new Date("2026-10-31T10:00:00Z"),
};

/** A book with one sheet that holds these cells, and the cell selected. */
async function openCells(
  rows: readonly (readonly unknown[])[],
  select = "A1",
  more?: (sheet: Excel.Worksheet) => void,
): Promise<void> {
  await openTestOffice(newBook("Export"));
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const width = Math.max(...rows.map((cells) => cells.length));
    sheet.getRangeByIndexes(0, 0, rows.length, width).values = rows.map((cells) =>
      Array.from({ length: width }, (_, i) => cells[i] ?? ""),
    );
    more?.(sheet);
    sheet.getRange(select).select();
    await context.sync();
  });
}

async function valuesOf(sheet: string): Promise<readonly (readonly unknown[])[]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getUsedRange(true).load("values");
    await context.sync();
    return range.values;
  });
}

async function sheetNames(): Promise<readonly string[]> {
  return Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    await context.sync();
    return sheets.items.map(({ name }) => name);
  });
}

async function refusal(asked: Partial<TableWanted> = {}): Promise<string> {
  try {
    await makeTable({ ...wanted, ...asked });
    return "made";
  } catch (error) {
    const { code, subject } = failureData(error);
    return `${code} ${subject ?? ""}`.trim();
  }
}

const clients = [
  ["Clients of the branch"],
  [],
  ["Client ID", "Client", "Balance"],
  ["C1", "Harbour", 500],
  ["C2", "Lindt", 220],
  ["Total", "", 720],
  [],
  ["Source: core banking"],
];

test("a list with one clean row of names becomes a table where it stands, title, total and note left as they are", async () => {
  await openCells(clients);
  const made = await makeTable(wanted);
  expect(made).toMatchObject({ how: "in-place", sheet: "Export", name: "Export" });
  const { address, rows, columns } = await inspectTable(made.id);
  expect([address, rows, columns.map(({ name }) => name)]).toEqual(["A3:C5", 2, ["Client ID", "Client", "Balance"]]);
  expect((await valuesOf("Export")).map(([first]) => first)).toEqual(clients.map(([first = ""]) => first));
});

test("a list with blank rows and totals inside becomes a clean copy; the original stays as it is", async () => {
  const rows = [
    ["Client ID", "Client", "Balance"],
    ["C1", "A", 1],
    ["", "Subtotal", 1],
    [],
    ["C2", "B", 2],
    ["", "Grand total", 3],
  ];
  await openCells(rows);
  const before = await valuesOf("Export");
  const made = await makeTable(wanted);
  expect(made).toMatchObject({ how: "copy", sheet: "Export clean", name: "Export_clean" });
  expect(await valuesOf("Export")).toEqual(before);
  const copied = (await valuesOf("Export clean")).map((cells) => cells.filter((cell) => cell !== ""));
  expect(copied).toEqual([
    ["Clean copy of Export!A1:C5"],
    ["Made by Tierbook on 2026-10-31: 2 rows. The original was not changed."],
    ["1 blank row left out: A4"],
    ["2 rows of totals left out: A3, A6"],
    [],
    ["Client ID", "Client", "Balance"],
    ["C1", "A", 1],
    ["C2", "B", 2],
  ]);
});

test("a name of the workbook, an address and a selection mean the same cells", async () => {
  await openCells(clients, "A3:C5", (sheet) => void sheet.names.add("Northern", sheet.getRange("A3:C5")));
  await Excel.run(async (context) => {
    context.workbook.names.add("Clients", context.workbook.worksheets.getFirst().getRange("A3:C5"));
    await context.sync();
  });
  const asked = [
    { kind: "selection" } as const,
    ...["Clients", "Export!A3:C5", "'Export'!$A$3:$C$5"].map((address) => ({ kind: "address" as const, address })),
  ];
  for (const cells of asked) {
    expect(await proposeTable({ ...wanted, cells })).toMatchObject({
      sheet: "Export",
      address: "A3:C5",
      rows: 2,
      inPlace: true,
    });
  }
});

test("F44: text with separators is refused until somebody says how it is written, and then converted and listed", async () => {
  await openCells([
    ["Client ID", "Balance"],
    ["C1", "'1.234"],
    ["C2", "'12.500"],
    ["C3", "'sixty"],
  ]);
  expect(await refusal()).toBe("reading-undeclared Export!B2");
  expect(await sheetNames()).toEqual(["Export"]);
  const made = await makeTable({ ...wanted, reading: { ...plain, numbers: "point-comma" } });
  expect(made.proposal.changes).toEqual([
    { kind: "numbers", column: "Balance", count: 2, cells: ["Export!B2", "Export!B3"] },
    { kind: "not-numbers", column: "Balance", count: 1, cells: ["Export!B4"] },
  ]);
  expect((await valuesOf(made.sheet)).slice(-3).map(([, balance]) => balance)).toEqual([1234, 12500, "sixty"]);
});

test("F41: error values keep their type in a copy and are listed", async () => {
  await openCells([
    ["Client ID", "Client", "Client"],
    ["C1", "#N/A", "#DIV/0!"],
    ["C2", "'#N/A", "x"],
  ]);
  const { sheet, proposal } = await makeTable(wanted);
  expect(proposal.changes.filter(({ kind }) => kind === "error-cells").map(({ cells }) => cells)).toEqual([
    ["Export!B2"],
    ["Export!C2"],
  ]);
  const types = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getUsedRange(true).load("valueTypes");
    await context.sync();
    return range.valueTypes.slice(-2);
  });
  expect(types).toEqual([
    ["String", "Error", "Error"],
    ["String", "String", "String"],
  ]);
});

test("hidden rows are counted, and left out of a copy only where somebody said so", async () => {
  await openCells(
    [
      ["Client ID", "Client", "Client"],
      ["C1", "A", "a"],
      ["C2", "B", "b"],
      ["C3", "C", "c"],
    ],
    "A1",
    (sheet) => {
      sheet.getRange("3:3").rowHidden = true;
    },
  );
  expect(await proposeTable(wanted)).toMatchObject({ hiddenRows: 1, rows: 3 });
  expect(await proposeTable({ ...wanted, reading: { ...plain, hiddenRows: "leave-out" } })).toMatchObject({
    hiddenRows: 1,
    rows: 2,
  });
});

test("what cannot be a table is refused with the cells named, and nothing is written", async () => {
  await openCells([
    [1, 2],
    [3, 4],
  ]);
  expect(await refusal()).toBe("header-not-found Export!A1:B2");
  expect(await refusal({ cells: { kind: "address", address: "Nothing" } })).toBe("missing-range Nothing");
  expect(await refusal({ cells: { kind: "address", address: "Export!Z9:Z10" } })).toBe("empty-range Export!Z9:Z10");
  expect(await refusal({ cells: { kind: "address", address: "Export!hello" } })).toBe("missing-range Export!hello");
  await openCells([
    ["Client ID", "Client", "Client"],
    ["C1", "A", "a"],
  ]);
  expect(await refusal({ how: "in-place" })).toBe("list-not-in-place Export!A1:C2");
  await openCells(clients);
  await makeTable(wanted);
  expect(await refusal({ how: "in-place" })).toBe("range-has-table Export");
  expect(await sheetNames()).toEqual(["Export"]);
});

test("a locked sheet, a locked workbook and a filter refuse", async () => {
  await openCells(clients, "A1", (sheet) => sheet.protection.protect());
  expect(await refusal()).toBe("sheet-protected Export");
  await Excel.run(async (context) => {
    context.workbook.protection.protect();
    await context.sync();
  });
  expect(await refusal({ how: "copy" })).toBe("structure-protected");
});

test("sheets without a table and names of the workbook are offered, those that hold a table are not", async () => {
  await openCells(clients);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Other");
    sheet.getRange("B2:C3").values = [
      ["a", "b"],
      [1, 2],
    ];
    context.workbook.names.add("Clients", context.workbook.worksheets.getFirst().getRange("A3:C5"));
    context.workbook.names.add("One", sheet.getRange("B2"));
    await context.sync();
  });
  expect((await findLists()).map(({ asked, rows, columns }) => [asked, rows, columns])).toEqual([
    ["Clients", 3, 3],
    ["Export!A1:C8", 8, 3],
    ["Other!B2:C3", 2, 2],
  ]);
  await makeTable({ ...wanted, cells: { kind: "address", address: "Clients" } });
  expect((await findLists()).map(({ asked }) => asked)).toEqual(["Other!B2:C3"]);
});

test("a table is copied like any other list, with its numbers as text converted, and stays as it is", async () => {
  await openCells([
    ["Client ID", "Balance"],
    ["C1", "'1,200"],
    ["C2", 5],
    ["C3", "'n/a"],
  ]);
  const { id } = await makeTable({ ...wanted, how: "in-place" });
  const before = await inspectTable(id);
  expect(await proposeTable(wanted)).toMatchObject({ table: "Export", inPlace: false, copyIsBetter: true });
  const made = await makeTable({ ...wanted, reading: { ...plain, numbers: "comma-point" } });
  expect(made).toMatchObject({ how: "copy", sheet: "Export clean" });
  expect((await valuesOf("Export clean")).slice(-3).map(([, balance]) => balance)).toEqual([1200, 5, "n/a"]);
  expect(await inspectTable(id)).toEqual(before);
});

test("rows of totals stay in a copy where somebody declared that they are customers", async () => {
  await openCells([
    ["Client ID", "Client", "Client"],
    ["C1", "Total", "a"],
    ["C2", "B", "b"],
  ]);
  expect(await proposeTable(wanted)).toMatchObject({ rows: 1 });
  expect(await proposeTable({ ...wanted, reading: { ...plain, subtotals: "read" } })).toMatchObject({ rows: 2 });
});
