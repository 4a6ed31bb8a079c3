import { plainAxis, type Chart } from "../../../src/host/model/chart";
import { announce, type Book, type Sheet, type Table } from "../../../src/host/model/book";
import { cellsChanged, touchCell, valueAt } from "../../../src/host/model/cells";
import { newId, newSheet } from "../../../src/host/model/newBook";
import { internStyle } from "../../../src/host/model/style";
import { newXlsx } from "../../../src/host/xlsx/newXlsx";
import type { OpenedBook } from "../../../src/host/xlsx/openedBook";
import { readXlsx } from "../../../src/host/xlsx/readXlsx";
import { writeXlsx } from "../../../src/host/xlsx/writeXlsx";
import { changedParts, partsOf, relationships, sharedStringsXml, sheetXml, smallParts, zipped } from "./smallBook";

function put(
  book: Book,
  sheet: Sheet,
  row: number,
  column: number,
  value: string | number | boolean | null,
  formula?: string,
): void {
  const cell = touchCell(sheet, row, column);
  cell.value = value;
  if (formula === undefined) delete cell.formula;
  else cell.formula = formula;
  cellsChanged(book, sheet, { row, column, rows: 1, columns: 1 }, "content");
}

function firstSheet({ book }: OpenedBook): Sheet {
  return book.sheets[0] as Sheet;
}

function tableOf(name: string, columns: readonly string[], rows: number): Table {
  return {
    id: newId(),
    name,
    area: { row: 0, column: 0, rows: rows + 1, columns: columns.length },
    showHeaders: true,
    showTotals: false,
    columns: columns.map((column, i) => ({ id: i + 1, name: column })),
    style: "TableStyleMedium2",
    showBandedRows: true,
    showBandedColumns: false,
    filter: { area: { row: 0, column: 0, rows: rows + 1, columns: columns.length }, criteria: new Map() },
    query: false,
  };
}

test("saves an untouched book part for part as it was", () => {
  const bytes = zipped({ ...smallParts('<row r="1"><c r="A1"><v>1</v></c></row>'), "docProps/extra.bin": "kept" });
  expect(changedParts(bytes, writeXlsx(readXlsx(bytes)))).toEqual([]);
});

test("rewrites only the rows that changed, and keeps what it does not know of them", () => {
  const rows =
    '<row r="1" spans="1:2"   customFormat="1"><c r="A1" odd="1"><v>1</v></c></row><!-- a remark -->' +
    '<row r="3" ht="20" customHeight="1" thickBot="1"><c r="A3" t="s"><v>0</v></c><c r="B3" cm="1"><f t="array" ref="B3">SUM(A1:A2)</f><v>1</v></c></row>';
  const bytes = zipped(
    smallParts(sheetXml(rows, '<extLst><ext uri="x"/></extLst>'), {
      "xl/sharedStrings.xml": sharedStringsXml("<si><r><rPr><b/></rPr><t>bold</t></r><r><t>plain</t></r></si>"),
    }),
  );
  const opened = readXlsx(bytes);
  put(opened.book, firstSheet(opened), 2, 2, 5);
  put(opened.book, firstSheet(opened), 1, 0, "new");
  const sheet = partsOf(writeXlsx(opened))["xl/worksheets/sheet1.xml"] ?? "";
  expect(sheet).toContain(
    '<row r="1" spans="1:2"   customFormat="1"><c r="A1" odd="1"><v>1</v></c></row><!-- a remark -->',
  );
  expect(sheet).toContain(
    '<row r="2"><c r="A2" t="s"><v>1</v></c></row><row r="3" ht="20" customHeight="1" thickBot="1"><c r="A3" t="s"><v>0</v></c>',
  );
  expect(sheet).toContain(
    '<c r="B3" cm="1"><f t="array" ref="B3">SUM(A1:A2)</f><v>1</v></c><c r="C3"><v>5</v></c></row></sheetData><extLst>',
  );
  expect(sheet).toContain('<dimension ref="A1:C3"/>');
});

test("writes texts that XML cannot hold so that they are read again", () => {
  const opened = newXlsx();
  const texts = [
    "<&>\"'",
    " spaced ",
    "line\nbreak\ttab",
    "\u0001\u000b",
    "_x0041_",
    "\ud800 alone",
    "客户 🏦",
    "\r",
    "=1+1",
    "#N/A",
    "",
  ];
  texts.forEach((text, i) => put(opened.book, firstSheet(opened), i, 0, text));
  const again = readXlsx(writeXlsx(opened));
  expect(texts.map((_, i) => valueAt(firstSheet(again), i, 0))).toEqual(texts);
  put(opened.book, firstSheet(opened), 0, 0, "x".repeat(32_768));
  expect(() => writeXlsx(opened)).toThrow("up to 32767 characters");
});

test("writes formulas with their values, short references in the file's long form", () => {
  const opened = newXlsx();
  const sheet = firstSheet(opened);
  sheet.tables.push(tableOf("Clients", ["Name", "Amount"], 2));
  ["Name", "Amount"].forEach((name, i) => put(opened.book, sheet, 0, i, name));
  put(opened.book, sheet, 1, 1, 6, "=[@Amount]*SUM([Amount])");
  put(opened.book, sheet, 2, 1, "yes", '=IF(Clients[@[Amount]]>1,"yes","[@no]")');
  put(opened.book, sheet, 5, 5, true, "=XLOOKUP(1,Clients[Name],Clients[Amount])=1");
  const text = partsOf(writeXlsx(opened))["xl/worksheets/sheet1.xml"];
  expect(text).toContain("<f>Clients[[#This Row],[Amount]]*SUM(Clients[Amount])</f><v>6</v>");
  expect(text).toContain('t="str"><f>IF(Clients[[#This Row],[Amount]]&gt;1,"yes","[@no]")</f><v>yes</v>');
  expect(text).toContain('t="b"><f>_xlfn.XLOOKUP(1,Clients[Name],Clients[Amount])=1</f><v>1</v>');
});

test("has Excel rebuild its chain and recalculate where formulas changed, and only then", () => {
  const parts = {
    ...smallParts('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c></row>'),
    "xl/calcChain.xml":
      '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="B1" i="1"/></calcChain>',
    "xl/_rels/workbook.xml.rels": relationships({
      rId1: ["worksheet", "worksheets/sheet1.xml"],
      rId4: ["calcChain", "calcChain.xml"],
    }),
  };
  const values = readXlsx(zipped(parts));
  put(values.book, firstSheet(values), 0, 0, 2);
  const saved = partsOf(writeXlsx(values));
  expect(saved["xl/calcChain.xml"]).toBe(parts["xl/calcChain.xml"]);
  expect(saved["xl/workbook.xml"]).toContain('<calcPr fullCalcOnLoad="1"/>');
  put(values.book, firstSheet(values), 0, 1, 2);
  const changed = partsOf(writeXlsx(values));
  expect(changed["xl/calcChain.xml"]).toBeUndefined();
  expect(changed["xl/_rels/workbook.xml.rels"]).not.toContain("calcChain");
});

test("writes shared formulas out when their first cell changes", () => {
  const opened = readXlsx(
    zipped(
      smallParts(
        '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>4</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>6</v></c></row>',
      ),
    ),
  );
  put(opened.book, firstSheet(opened), 2, 0, 9);
  expect(partsOf(writeXlsx(opened))["xl/worksheets/sheet1.xml"]).toContain(
    '<c r="B3"><f t="shared" si="0"/><v>6</v></c>',
  );
  put(opened.book, firstSheet(opened), 0, 1, 7);
  const sheet = partsOf(writeXlsx(opened))["xl/worksheets/sheet1.xml"];
  expect(sheet).toContain('<c r="B1"><v>7</v></c>');
  expect(sheet).toContain('<c r="B2"><f>A2*2</f><v>4</v></c>');
  expect(sheet).toContain('<c r="B3"><f>A3*2</f><v>6</v></c>');
});

test("adds styles behind those of the file and keeps what it does not know of their base", () => {
  const styles =
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><strike/><sz val="11"/><name val="Calibri"/><charset val="134"/></font></fonts>' +
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"><alignment textRotation="45"/></xf></cellXfs></styleSheet>';
  const opened = readXlsx(
    zipped(smallParts('<row r="1"><c r="A1" s="0"><v>1</v></c></row>', { "xl/styles.xml": styles })),
  );
  const { book } = opened;
  touchCell(firstSheet(opened), 0, 0).style = internStyle(book.styles, {
    ...(book.styles[0] as (typeof book.styles)[0]),
    bold: true,
    numberFormat: "0.0%",
    fillColor: "#FFEE00",
  });
  cellsChanged(book, firstSheet(opened), { row: 0, column: 0, rows: 1, columns: 1 }, "style");
  const bytes = writeXlsx(opened);
  const saved = partsOf(bytes)["xl/styles.xml"];
  expect(saved).toContain('<font><b/><strike/><sz val="11"/><name val="Calibri"/><charset val="134"/></font></fonts>');
  expect(saved).toContain(
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"><alignment textRotation="45"/></xf><xf numFmtId="164" fontId="1" fillId="1"',
  );
  expect(saved).toContain('quotePrefix="1"');
  const again = readXlsx(bytes);
  expect(again.book.styles[touchCell(firstSheet(again), 0, 0).style]).toMatchObject({
    bold: true,
    numberFormat: "0.0%",
    fillColor: "#FFEE00",
  });
});

test("adds a sheet with table, layout, rules and charts that are read again as they were", () => {
  const opened = newXlsx();
  const sheet = newSheet("Segments & 客户");
  opened.book.sheets.push(sheet);
  opened.book.activeSheetId = sheet.id;
  [
    ["Tier", "Value", "Share"],
    ["A", 800, 0.8],
    ["B", 200, 1],
  ].forEach((row, i) => row.forEach((value, j) => put(opened.book, sheet, i, j, value)));
  sheet.tables.push(tableOf("Summary", ["Tier", "Value", "Share"], 2));
  Object.assign(sheet, {
    freeze: { rows: 1, columns: 0 },
    showGridlines: false,
    tabColor: "#4472C4",
    columns: [{ first: 0, last: 1, width: 20.5 }],
  });
  sheet.pageLayout = {
    orientation: "Landscape",
    paperSize: "A4",
    fitToWidth: 1,
    fitToHeight: 0,
    printArea: "A1:C3",
    titleRows: "1:1",
  };
  firstSheet(opened).pageLayout = { scale: 65, rowBreaks: [45, 87] };
  sheet.hyperlinks.set("A2", { documentReference: "Sheet1!A1", textToDisplay: "A" });
  sheet.hyperlinks.set("A3", { address: "https://example.com/?a=1&b=2" });
  sheet.validations.push({
    area: { row: 1, column: 0, rows: 2, columns: 1 },
    rule: { list: { inCellDropDown: true, source: 'Ann,"Bob"' } },
  });
  sheet.conditionalFormats.push({
    id: newId(),
    area: { row: 1, column: 1, rows: 2, columns: 1 },
    kind: "cellValue",
    rule: { operator: "GreaterThan", formula1: "=100" },
    format: { fillColor: "#FFEEAA" },
  });
  sheet.charts.push(pareto("'Segments & 客户'!"));
  opened.book.names.push({
    name: "Total",
    formula: "=SUM(Summary[Value])",
    comment: "all",
    visible: true,
    sheetId: sheet.id,
  });

  const saved = readXlsx(writeXlsx(opened));
  const again = saved.book.sheets[1] as Sheet;
  expect(saved.book.activeSheetId).toBe(sheet.id);
  expect(saved.book.names).toEqual(opened.book.names);
  for (const aspect of [
    "name",
    "freeze",
    "showGridlines",
    "tabColor",
    "columns",
    "pageLayout",
    "hyperlinks",
    "tables",
  ] as const)
    expect(again[aspect]).toEqual(sheet[aspect]);
  expect(firstSheet(saved).pageLayout).toEqual({ scale: 65, rowBreaks: [45, 87] });
  expect(again.validations[0]).toMatchObject({ area: sheet.validations[0]?.area, rule: sheet.validations[0]?.rule });
  expect(again.conditionalFormats[0]).toMatchObject({
    kind: "cellValue",
    rule: { operator: "GreaterThan", formula1: "=100" },
    format: { fillColor: "#FFEEAA" },
  });
  expect(again.charts).toEqual(sheet.charts.map((chart) => ({ ...chart, id: expect.any(String) as string })));
  expect(changedParts(writeXlsx(opened), writeXlsx(saved))).toEqual([]);
});

test("takes a deleted sheet's parts along and moves the names of later sheets", () => {
  const opened = newXlsx();
  const [one, two] = [newSheet("One"), newSheet("Two")];
  opened.book.sheets.push(one, two);
  one.charts.push(pareto("One!"));
  opened.book.names.push({ name: "Local", formula: "=Two!$A$1", comment: "", visible: true, sheetId: two.id });
  const saved = readXlsx(writeXlsx(opened));
  const gone = saved.book.sheets.splice(1, 1)[0] as Sheet;
  announce(saved.book, { kind: "sheet", sheet: gone, what: "deleted" });
  const parts = partsOf(writeXlsx(saved));
  expect(Object.keys(parts).filter((name) => /chart|drawing|sheet2/.test(name))).toEqual([]);
  expect(parts["xl/workbook.xml"]).toContain('<definedName name="Local" localSheetId="1">Two!$A$1</definedName>');
  expect(parts["[Content_Types].xml"]).not.toMatch(/sheet2|chart|drawing/);
  expect(readXlsx(writeXlsx(saved)).book.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Two"]);
});

test("keeps settings and custom XML parts under their ids", () => {
  const opened = newXlsx();
  opened.book.settings.set("tierbook", { schema: 1, text: '<"&">' });
  opened.book.customXmlParts.push({ id: newId(), xml: '<plan xmlns="urn:tierbook:plan">{"a":1}</plan>' });
  const saved = readXlsx(writeXlsx(opened));
  expect(saved.book.settings).toEqual(opened.book.settings);
  expect(saved.book.customXmlParts.map(({ id }) => id)).toEqual(opened.book.customXmlParts.map(({ id }) => id));
  expect(saved.book.customXmlParts[0]?.xml).toContain('{"a":1}');
  saved.book.settings.delete("tierbook");
  saved.book.customXmlParts.length = 0;
  const cleared = writeXlsx(saved);
  expect(readXlsx(cleared).book.settings.size).toBe(0);
  expect(Object.keys(partsOf(cleared)).filter((name) => name.startsWith("customXml"))).toEqual([]);
});

test("shows the same book when saved twice", () => {
  const opened = newXlsx();
  put(opened.book, firstSheet(opened), 0, 0, "x");
  expect(changedParts(writeXlsx(opened), writeXlsx(opened))).toEqual([]);
});

function pareto(sheet: string): Chart {
  const series = { categories: `${sheet}$A$2:$A$3`, markers: false, axisGroup: "Primary" } as const;
  return {
    id: newId(),
    name: "Pareto",
    chartType: "ColumnClustered",
    title: "Value by tier",
    legend: { visible: true, position: "Bottom" },
    series: [
      {
        ...series,
        name: "Value",
        nameReference: `${sheet}$B$1`,
        values: `${sheet}$B$2:$B$3`,
        chartType: "ColumnClustered",
        color: "#4472C4",
      },
      {
        ...series,
        name: "Share",
        nameReference: `${sheet}$C$1`,
        values: `${sheet}$C$2:$C$3`,
        chartType: "LineMarkers",
        axisGroup: "Secondary",
        markers: true,
      },
    ],
    axes: {
      category: plainAxis(),
      value: { ...plainAxis(), title: "Value", numberFormat: "#,##0" },
      secondaryValue: { ...plainAxis(), minimum: 0, maximum: 1, numberFormat: "0%" },
    },
    left: 300,
    top: 30,
    width: 400,
    height: 250,
    foreign: false,
  };
}
