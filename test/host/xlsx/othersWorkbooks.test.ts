import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { unzipSync } from "fflate";
import { readXlsx as readByHucre } from "hucre";
import { plainAxis } from "../../../src/host/model/chart";
import { cellsChanged, touchCell, valueAt } from "../../../src/host/model/cells";
import { newId, newSheet } from "../../../src/host/model/newBook";
import type { OpenedBook } from "../../../src/host/xlsx/openedBook";
import { readXlsx } from "../../../src/host/xlsx/readXlsx";
import { writeXlsx } from "../../../src/host/xlsx/writeXlsx";
import { expected, goldenBytes } from "../../golden/goldenData";

interface Inventory {
  readonly part_sha256: Readonly<Record<string, string>>;
  readonly sheets: number;
  readonly tables: number;
  readonly charts: number;
  readonly pivotTables: number;
}

const inventory = expected<Readonly<Record<string, Inventory>>>("workbooks");
const books = Object.keys(inventory);

function hashes(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [
      name,
      createHash("sha256").update(part).digest("hex").slice(0, 16),
    ]),
  );
}

function bytesOf(name: string): Uint8Array {
  return goldenBytes(`workbooks/${name}`);
}

/** A range on the first sheet, and a new sheet with a table and a chart. */
function edit({ book }: OpenedBook): void {
  const first = book.sheets[0];
  if (!first) throw new Error("no sheet");
  for (let row = 0; row < 3; row++) touchCell(first, row, 30).value = `mark ${row}`;
  cellsChanged(book, first, { row: 0, column: 30, rows: 3, columns: 1 }, "content");
  const sheet = newSheet("Tierbook check");
  book.sheets.push(sheet);
  [
    ["Tier", "Value"],
    ["A", 80],
    ["B", 20],
  ].forEach((row, i) => row.forEach((value, j) => (touchCell(sheet, i, j).value = value)));
  const area = { row: 0, column: 0, rows: 3, columns: 2 };
  sheet.tables.push({
    id: newId(),
    name: "TierbookCheck",
    area,
    showHeaders: true,
    showTotals: false,
    columns: [
      { id: 1, name: "Tier" },
      { id: 2, name: "Value" },
    ],
    style: "TableStyleMedium2",
    showBandedRows: true,
    showBandedColumns: false,
    filter: { area, criteria: new Map() },
    query: false,
  });
  sheet.charts.push({
    id: newId(),
    name: "Values",
    chartType: "ColumnClustered",
    title: "Values",
    legend: { visible: false, position: "Bottom" },
    series: [
      {
        name: "Value",
        categories: "'Tierbook check'!$A$2:$A$3",
        values: "'Tierbook check'!$B$2:$B$3",
        chartType: "ColumnClustered",
        axisGroup: "Primary",
        markers: false,
      },
    ],
    axes: { category: plainAxis(), value: plainAxis(), secondaryValue: plainAxis() },
    left: 200,
    top: 20,
    width: 300,
    height: 200,
    foreign: false,
  });
}

async function byExcelJs(bytes: Uint8Array): Promise<ExcelJS.Workbook | null> {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    return workbook;
  } catch {
    return null;
  }
}

/** Parts that such an edit must rewrite; a chain of calculation is not among them, for no formula changed. */
const mayChange =
  /^(\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet1\.xml|xl\/sharedStrings\.xml)$/;

test.each(books)("%s opens and saves unchanged part by part", (name) => {
  const told = inventory[name]!;
  const opened = readXlsx(bytesOf(name));
  const { sheets } = opened.book;
  expect(sheets).toHaveLength(told.sheets);
  expect(sheets.flatMap((sheet) => sheet.tables)).toHaveLength(told.tables);
  expect(sheets.flatMap(({ charts }) => charts)).toHaveLength(told.charts);
  expect(sheets.flatMap(({ pivots }) => pivots)).toHaveLength(told.pivotTables);
  const saved = writeXlsx(opened);
  expect(hashes(saved)).toEqual(told.part_sha256);
  expect(Object.keys(unzipSync(saved))).toEqual(Object.keys(unzipSync(bytesOf(name))));
});

test.each(books)("%s takes a range, a sheet, a table and a chart, and keeps all else", async (name) => {
  const opened = readXlsx(bytesOf(name));
  edit(opened);
  const saved = writeXlsx(opened);
  const now = hashes(saved);
  const changed = Object.entries(inventory[name]!.part_sha256).filter(([part, hash]) => now[part] !== hash);
  expect(changed.map(([part]) => part).filter((part) => !mayChange.test(part))).toEqual([]);

  const again = readXlsx(saved).book;
  expect(again.sheets.at(-1)).toMatchObject({
    name: "Tierbook check",
    charts: [{ title: "Values", foreign: false }],
  });
  expect(again.sheets[0] && valueAt(again.sheets[0], 2, 30)).toBe("mark 2");
  const byHucre = await readByHucre(saved);
  expect(byHucre.sheets.map((sheet) => sheet.name)).toEqual(again.sheets.map((sheet) => sheet.name));
  expect(byHucre.sheets.at(-1)?.rows[1]).toEqual(["A", 80]);
  // ExcelJS reads no prefixed elements, so it cannot open one of them before the edit either.
  if (!(await byExcelJs(bytesOf(name)))) return;
  const workbook = await byExcelJs(saved);
  expect(workbook?.worksheets.map((sheet) => sheet.name)).toEqual(again.sheets.map((sheet) => sheet.name));
  expect(workbook?.getWorksheet("Tierbook check")?.getCell("B2").value).toBe(80);
});

test("LibreOffice opens all of them after the edit and shows what was written", () => {
  if (spawnSync("soffice", ["--version"]).status !== 0) {
    process.stdout.write("skipped: no LibreOffice\n");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "tierbook-"));
  const files = books.map((name) => {
    const opened = readXlsx(bytesOf(name));
    edit(opened);
    writeFileSync(join(folder, name), writeXlsx(opened));
    return join(folder, name);
  });
  const everySheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
  spawnSync("soffice", [
    `-env:UserInstallation=file://${folder}/profile`,
    "--headless",
    "--convert-to",
    everySheet,
    "--outdir",
    folder,
    ...files,
  ]);
  const shown = books.map((name) =>
    readFileSync(join(folder, name.replace(".xlsx", "-Tierbook check.csv")), "utf8").trim(),
  );
  rmSync(folder, { recursive: true });
  expect(shown).toEqual(books.map(() => "Tier,Value\nA,80\nB,20"));
}, 300_000);
