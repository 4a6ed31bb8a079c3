import { makeTable } from "../../../src/actions/makeTable/makeTable";
import { onOriginal } from "../../../src/actions/makeTable/onOriginal";
import { proposeTable } from "../../../src/actions/makeTable/proposeTable";
import type { TableWanted } from "../../../src/actions/makeTable/tableWanted";
import { Failure, failureData, type FailureData } from "../../../src/failure";
import { newBook } from "../../../src/host/model/newBook";
import { openTestOffice } from "../../host/openTestOffice";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(60_000);

const plain = { numbers: null, dates: null, hiddenRows: null, subtotals: null } as const;
const wanted: TableWanted = {
  cells: { kind: "address", address: "Ledger!A1" },
  reading: plain,
  language: "en",
  how: "better",
  now: new Date("2026-10-31T10:00:00Z"),
};

async function openCells(
  rows: readonly (readonly unknown[])[],
  more?: (sheet: Excel.Worksheet) => void,
): Promise<void> {
  await openTestOffice(newBook("Ledger"));
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const width = Math.max(...rows.map((cells) => cells.length));
    sheet.getRangeByIndexes(0, 0, rows.length, width).values = rows.map((cells) =>
      Array.from({ length: width }, (_, i) => cells[i] ?? ""),
    );
    more?.(sheet);
    await context.sync();
  });
}

async function refusal(reading: Partial<TableWanted["reading"]> = {}): Promise<FailureData> {
  try {
    await makeTable({ ...wanted, reading: { ...plain, ...reading } });
    throw new Error("the list was made a table");
  } catch (error) {
    return failureData(error);
  }
}

const ledger = [
  ["客户台账"],
  ["截至2026年10月31日", "", "单位：万元"],
  ["客户编号", "客户名称", "贷款余额"],
  ["K1", "甲", "'1,200.50"],
  ["K2", "乙", "'800.00"],
  ["合计", "", "'2,000.50"],
  ["制表人：陈"],
];

test("a ledger below a merged title is read, and its unit and date are proposed", async () => {
  await openCells(ledger, (sheet) => sheet.getRange("A1:C1").merge());
  expect(await proposeTable(wanted)).toMatchObject({
    columns: ["客户编号", "客户名称", "贷款余额"],
    rows: 2,
    header: { row: 3, rows: 1 },
    title: { unit: "万元", date: "2026-10-31" },
    questions: [],
  });
});

test("a person may say which row is the header, and a row outside of the cells is refused", async () => {
  await openCells(ledger);
  expect(await proposeTable({ ...wanted, reading: { ...plain, header: { row: 4 } } })).toMatchObject({
    columns: ["K1", "甲", "1,200.50"],
    header: { row: 4, rows: 1 },
  });
  expect(await refusal({ header: { row: 40 } })).toMatchObject({ code: "header-not-found" });
});

test("what is open is asked at once for all columns, naming the plan's keys", async () => {
  await openCells([
    ["Client ID", "Balance", "Limit", "Since"],
    ["C1", "'1.234", "'2.500", "'03/02/2020"],
    ["C2", "'5.000", "'1.000", "'04/02/2020"],
  ]);
  expect((await refusal()).detail).toEqual({
    column: "Balance",
    columns: ["Balance", "Limit", "Since"],
    count: 6,
    cells: ["Ledger!B2", "Ledger!B3", "Ledger!C2", "Ledger!C3", "Ledger!D2", "Ledger!D3"],
    keys: ["reading.numbers", "reading.dates"],
  });
  expect(
    await refusal({ numbers: "point-comma", dates: "dmy", columns: [{ column: "Limit", numbers: "space-comma" }] }),
  ).toMatchObject({
    code: "reading-contradicted",
    detail: { columns: ["Limit"], keys: ["reading.columns[].numbers"] },
  });
});

test("merged cells are refused with their ranges, filled by consent, and an amount over two clients is refused", async () => {
  const rows = [
    ["Region", "Client ID", "Balance"],
    ["North", "K1", 500],
    ["", "K2", 300],
    ["South", "K3", 200],
  ];
  await openCells(rows, (sheet) => sheet.getRange("A2:A3").merge());
  expect(await refusal()).toMatchObject({ code: "merged-undeclared", subject: "Ledger!A3" });
  const made = await makeTable({ ...wanted, reading: { ...plain, mergedCells: "fill" } });
  expect(made.proposal.changes).toEqual([{ kind: "filled", column: "Region", count: 1, cells: ["Ledger!A3"] }]);
  await openCells([rows[0]!, ["North", "K1", 500], ["North", "K2", ""], rows[3]!], (sheet) =>
    sheet.getRange("C2:C3").merge(),
  );
  expect(await refusal({ mergedCells: "fill" })).toMatchObject({ code: "merged-amounts", subject: "Ledger!C2:C3" });
});

test("a copy keeps what number formats say, names its formulas, and tells where its cells come from", async () => {
  await openCells(
    [["Client ID", "Rate", "Balance"], ["K1", 0.05, 1000], [], ["K2", 0.07, 2000], ["K3", 0.06, "=C4*2"]],
    (sheet) => {
      sheet.getRange("B2:B5").numberFormat = [["0.0%"], ["0.0%"], ["0.0%"], ["0.0%"]];
      sheet.getRange("C2:C5").numberFormat = [["[$€-407] #,##0"], ["General"], ['"$"#,##0'], ['"$"#,##0']];
    },
  );
  const made = await makeTable(wanted);
  expect(made.proposal.changes.map(({ kind, cells }) => [kind, ...cells])).toEqual([
    ["blank-rows", "Ledger!A3"],
    ["formulas", "Ledger!C5"],
    ["currencies", "Ledger!C2", "Ledger!C4"],
  ]);
  const formats = await Excel.run(async (context) => {
    const body = context.workbook.tables.getItem(made.name).getDataBodyRange().load("numberFormat,address");
    await context.sync();
    return body;
  });
  expect(formats.numberFormat.map((cells) => (cells as string[]).slice(1))).toEqual([
    ["0.0%", "[$€-407] #,##0"],
    ["0.0%", '"$"#,##0'],
    ["0.0%", '"$"#,##0'],
  ]);
  const first = Number(/\d+/.exec(formats.address.split("!")[1] ?? "")?.[0]);
  const original = onOriginal(made);
  expect([`'Ledger clean'!C${first}`, `'Ledger clean'!C${first + 1}`, "Ledger!A1"].map(original.cell)).toEqual([
    "Ledger!C2",
    "Ledger!C4",
    "Ledger!A1",
  ]);
  const cells = [`'Ledger clean'!C${first}`];
  expect(
    original.failure(new Failure("mixed-currencies", "x", { subject: cells[0]!, detail: { cells } })),
  ).toMatchObject({
    subject: "Ledger!C2",
    detail: { cells: ["Ledger!C2"] },
  });
});
