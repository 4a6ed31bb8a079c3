import { createHost } from "../../../src/host/host";
import { announce, type Sheet } from "../../../src/host/model/book";
import { cellsChanged, touchCell, valueAt } from "../../../src/host/model/cells";
import { newSheet } from "../../../src/host/model/newBook";
import type { FileLimits } from "../../../src/host/xlsx/fileLimits";
import { newXlsx } from "../../../src/host/xlsx/newXlsx";
import { readXlsx } from "../../../src/host/xlsx/readXlsx";
import { writeXlsx } from "../../../src/host/xlsx/writeXlsx";
import { bookWith, main, office, oneCell } from "./otherBooks";
import { partsOf, relationships, sheetXml, smallParts, zipped } from "./smallBook";

const rowsOf = (count: number, row: (number: number) => string): string =>
  Array.from({ length: count }, (_, i) => row(i + 1)).join("");

function refusal(parts: Readonly<Record<string, string>>, limits: Partial<FileLimits> = {}): string {
  try {
    readXlsx(zipped(parts), limits);
  } catch (error) {
    return `${(error as { code?: string }).code}: ${(error as Error).message}`;
  }
  return "opened";
}

const anchor = (column: string, row: string): string =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:row>${row}</xdr:row></xdr:from><xdr:to><xdr:col>${column}</xdr:col><xdr:row>${row}</xdr:row></xdr:to>` +
  `<xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="c"/></xdr:nvGraphicFramePr><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId1"/></xdr:graphicFrame></xdr:twoCellAnchor>`;

test("takes a drawing and columns that reach beyond the sheet as far as the sheet goes", () => {
  const columns = '<cols><col min="1" max="4000000000" width="9"/></cols>';
  const { book } = readXlsx(
    zipped({
      ...smallParts(sheetXml(oneCell, '<drawing r:id="rId1"/>', columns)),
      "xl/worksheets/_rels/sheet1.xml.rels": relationships({ rId1: ["drawing", "../drawings/drawing1.xml"] }),
      "xl/drawings/drawing1.xml": `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:r="${office}">${anchor("99999999999", "99999999999")}</xdr:wsDr>`,
      "xl/drawings/_rels/drawing1.xml.rels": relationships({ rId1: ["chart", "../charts/chart1.xml"] }),
      "xl/charts/chart1.xml": `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea/></c:chart></c:chartSpace>`,
    }),
  );
  expect(book.sheets[0]?.columns).toMatchObject([{ first: 0, last: 16_383 }]);
  expect(book.sheets[0]?.charts[0]?.top).toBe(15 * 1_048_576);
});

test("refuses one part that many sheets share, and opens as many sheets with parts of their own", () => {
  const names = Array.from({ length: 60 }, (_, i) => `S${i}`);
  const body = sheetXml(`<!--${" ".repeat(1_000_000)}-->${oneCell}`);
  const parts = { ...bookWith(names, ""), "xl/worksheets/sheet1.xml": body };
  expect(refusal(parts)).toBe("opened");
  const shared: Record<string, string> = { ...parts };
  shared["xl/_rels/workbook.xml.rels"] = relationships(
    Object.fromEntries(names.map((_, i) => [`rId${i + 1}`, ["worksheet", "worksheets/sheet1.xml"]])),
  );
  expect(refusal(shared)).toMatch(/^file-too-large: .*worksheets\/sheet1\.xml is used over and over/);
});

test("refuses more rows than its limit, with or without cells, over all sheets together", () => {
  const sheet = sheetXml(rowsOf(60, (n) => `<row r="${n}" ht="9"/>`));
  const two = { ...bookWith(["A", "B"], ""), "xl/worksheets/sheet1.xml": sheet, "xl/worksheets/sheet2.xml": sheet };
  expect(refusal(two, { rows: 240 })).toBe("opened");
  expect(refusal(two, { rows: 239 })).toMatch(/^file-too-large: .*fewer rows/);
});

test("refuses formulas and filters that stand for more than a file could say", () => {
  const shared = (count: number): Record<string, string> =>
    smallParts(
      `<row r="1"><c r="A1"><f t="shared" ref="A1:A${count}" si="0">${"B1+".repeat(1000)}1</f></c></row>` +
        rowsOf(count, (n) => (n === 1 ? "" : `<row r="${n}"><c r="A${n}"><f t="shared" si="0"/></c></row>`)),
    );
  expect(refusal(shared(20), { shared: 100_000 })).toBe("opened");
  expect(refusal(shared(60), { shared: 100_000 })).toMatch(/^file-too-large: .*Data repeats one too often/);

  const numbers = Array.from({ length: 30 }, (_, i) => i + 1);
  const filters = {
    ...smallParts(
      sheetXml(
        rowsOf(100, (n) => `<row r="${n}" hidden="1"/>`),
        `<tableParts>${numbers.map((n) => `<tablePart r:id="rId${n}"/>`).join("")}</tableParts>`,
      ),
    ),
    "xl/worksheets/_rels/sheet1.xml.rels": relationships(
      Object.fromEntries(numbers.map((n) => [`rId${n}`, ["table", `../tables/table${n}.xml`]])),
    ),
    ...Object.fromEntries(
      numbers.map((n) => [
        `xl/tables/table${n}.xml`,
        `<table xmlns="${main}" id="${n}" name="T${n}" displayName="T${n}" ref="A1:A100"><autoFilter ref="A1:A100"><filterColumn colId="0"><filters><filter val="1"/></filters></filterColumn></autoFilter><tableColumns count="1"><tableColumn id="1" name="x"/></tableColumns></table>`,
      ]),
    ),
  };
  expect(refusal(filters, { filtered: 3_000 })).toBe("opened");
  expect(refusal(filters, { filtered: 2_999 })).toMatch(/^file-too-large: .*fewer filters over the rows of Data/);
});

test("reads through deep nesting in a cell and refuses it elsewhere", () => {
  const nest = (count: number): string => `${"<a>".repeat(count)}${"</a>".repeat(count)}`;
  expect(refusal(smallParts(`<row r="1"><c r="A1"><extLst>${nest(100_000)}</extLst></c></row>`))).toBe("opened");
  expect(refusal(smallParts(sheetXml(oneCell, nest(100_000))))).toMatch(/^not-a-workbook: .*nested too deep/);
});

test("reads a list of texts whatever number it claims", () => {
  const parts = {
    ...smallParts('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
    "xl/sharedStrings.xml": `<sst xmlns="${main}" count="4294967295" uniqueCount="4294967295"><si><t>a</t></si></sst>`,
  };
  expect(valueAt(readXlsx(zipped(parts)).book.sheets[0] as Sheet, 0, 0)).toBe("a");
});

test("takes a sheet out whose relationships lead in a circle", () => {
  const parts = bookWith(["A", "B"], "");
  parts["xl/worksheets/sheet1.xml"] = sheetXml(oneCell, '<drawing r:id="rId1"/>');
  parts["xl/worksheets/_rels/sheet1.xml.rels"] = relationships({ rId1: ["drawing", "../drawings/drawing1.xml"] });
  parts["xl/drawings/drawing1.xml"] = `<d/>`;
  parts["xl/drawings/_rels/drawing1.xml.rels"] = relationships({
    rId1: ["drawing", "drawing1.xml"],
    rId2: ["drawing", "../worksheets/sheet1.xml"],
  });
  const opened = readXlsx(zipped(parts));
  const [gone] = opened.book.sheets.splice(0, 1);
  announce(opened.book, { kind: "sheet", sheet: gone as Sheet, what: "deleted" });
  expect(Object.keys(partsOf(writeXlsx(opened))).filter((name) => /sheet1|drawing/.test(name))).toEqual([]);
});

const long = 7_999;
test.each([
  ["a sum without end", `=1${"+1".repeat((long - 2) / 2)}`, 3_999],
  ["parentheses", `=${"(".repeat(3_999)}1${")".repeat(3_999)}`, "kept"],
  ["signs", `=${"-".repeat(long - 2)}1`, "kept"],
  ["functions in functions", `=${"IF(1,".repeat(1_000)}1${")".repeat(1_000)}`, "kept"],
  ["an unknown function", `=LONELY("${"x".repeat(250)}"${`,"${"y".repeat(250)}"`.repeat(30)})`, "kept"],
  ["texts joined", `="a"${'&"a"'.repeat((long - 4) / 4)}`, "a".repeat(1_999)],
])("never fails over a formula of 7,999 characters: %s", (_, formula, value) => {
  const opened = newXlsx();
  const { book } = opened;
  const sheet = book.sheets[0] as Sheet;
  Object.assign(touchCell(sheet, 0, 0), { value: "kept", formula });
  const host = createHost(book);
  host.type(sheet.id, 3, 3, "1");
  cellsChanged(book, sheet, { row: 0, column: 0, rows: 1, columns: 1 }, "content");
  host.settle();
  expect(valueAt(sheet, 0, 0)).toBe(value);
  host.close();
  expect(valueAt(readXlsx(writeXlsx(opened)).book.sheets[0] as Sheet, 0, 0)).toBe(value);
});

test("calculates a name of names that doubles at each step, and looks at each once", () => {
  const { book } = newXlsx();
  const sheet = book.sheets[0] as Sheet;
  for (let i = 0; i < 30; i++) {
    const formula = i === 29 ? "=1" : `=sum_${i + 1}+sum_${i + 1}`;
    book.names.push({ name: `sum_${i}`, formula, comment: "", visible: true, sheetId: null });
  }
  touchCell(sheet, 0, 0).formula = "=sum_0";
  const host = createHost(book);
  host.settle();
  expect(valueAt(sheet, 0, 0)).toBe(2 ** 29);
  host.close();
});

test.each([
  "a\rb",
  "a\r\nb",
  "\r",
  "a\u0000b",
  "\u0001\u001f",
  "_x000D_",
  "_x005F_x000D_",
  "a_x0041_",
  "\ufffe",
  "\ud800",
  " a ",
  "\t",
  "a\nb",
])("keeps %j letter by letter wherever a text may stand", (text) => {
  const opened = newXlsx();
  const { book } = opened;
  const sheet = book.sheets[0] as Sheet;
  touchCell(sheet, 0, 0).value = text;
  Object.assign(touchCell(sheet, 1, 0), { value: text, formula: '=LONELY("x")' });
  cellsChanged(book, sheet, { row: 0, column: 0, rows: 2, columns: 1 }, "content");
  book.names.push({ name: "Note", formula: "=1", comment: text, visible: true, sheetId: null });
  sheet.hyperlinks.set("A1", { documentReference: "Sheet1!A1", textToDisplay: text, screenTip: text });
  sheet.validations.push({
    area: { row: 0, column: 1, rows: 1, columns: 1 },
    rule: { list: { inCellDropDown: true, source: "a,b" }, prompt: { message: text, title: text, showPrompt: true } },
  });
  book.settings.set("text", text);
  const again = readXlsx(writeXlsx(opened)).book;
  const saved = again.sheets[0] as Sheet;
  expect(valueAt(saved, 0, 0)).toBe(text);
  expect(valueAt(saved, 1, 0)).toBe(text);
  expect(again.names[0]?.comment).toBe(text);
  expect(saved.hyperlinks.get("A1")).toEqual(sheet.hyperlinks.get("A1"));
  expect(saved.validations[0]?.rule["prompt"]).toEqual({ message: text, title: text, showPrompt: true });
  expect(again.settings.get("text")).toBe(text);
});

test("keeps what a new name of a table's column or a sheet says, and gives colliding parts names of their own", () => {
  const parts = bookWith(["Data"], "");
  parts["xl/worksheets/SHEET2.xml"] = "<other/>";
  const opened = readXlsx(zipped(parts));
  const sheet = newSheet("a'b & <c> _x0041_");
  opened.book.sheets.push(sheet);
  const heads = ["a\nb", "_x000D_", "x\ty", "<&>\"'"];
  heads.forEach((head, i) => (touchCell(sheet, 0, i).value = head));
  const area = { row: 0, column: 0, rows: 2, columns: heads.length };
  sheet.tables.push({
    id: "{00000000-0000-4000-8000-000000000001}",
    name: "T",
    area,
    showHeaders: true,
    showTotals: false,
    columns: heads.map((name, i) => ({ id: i + 1, name })),
    style: null,
    showBandedRows: true,
    showBandedColumns: false,
    filter: { area, criteria: new Map() },
    query: false,
  });
  const saved = writeXlsx(opened);
  expect(
    Object.keys(partsOf(saved))
      .filter((name) => /sheet\d\.xml$/i.test(name))
      .sort(),
  ).toEqual(["xl/worksheets/SHEET2.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml"]);
  const again = readXlsx(saved).book.sheets[1];
  expect(again?.name).toBe(sheet.name);
  expect(again?.tables[0]?.columns.map(({ name }) => name)).toEqual(heads);
});
