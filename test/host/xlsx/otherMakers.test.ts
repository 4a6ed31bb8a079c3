import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { createHost } from "../../../src/host/host";
import { announce, type Book, type Sheet } from "../../../src/host/model/book";
import { cellsChanged, touchCell, valueAt } from "../../../src/host/model/cells";
import { newSheet } from "../../../src/host/model/newBook";
import { defaultStyle, internStyle } from "../../../src/host/model/style";
import { addInId } from "../../../src/host/xlsx/readSettings";
import { readXlsx } from "../../../src/host/xlsx/readXlsx";
import { writeXlsx } from "../../../src/host/xlsx/writeXlsx";
import { openTestOffice } from "../openTestOffice";
import { addInBook, bookWith, future, main, oneCell, queryBook } from "./otherBooks";
import { changedParts, partsOf, relationships, sheetXml, smallParts, zipped } from "./smallBook";

/** The same with a sheet of ours, which writes the list of names anew. */
function withNewSheet(bytes: Uint8Array, change: (book: Book) => void = () => undefined): Record<string, string> {
  const opened = readXlsx(bytes);
  opened.book.sheets.push(newSheet("Ours"));
  change(opened.book);
  return partsOf(writeXlsx(opened));
}

const namesOf = (parts: Record<string, string>): string[] =>
  [...(parts["xl/workbook.xml"] ?? "").matchAll(/<definedName [^>]*>.*?<\/definedName>/g)].map(([text]) => text).sort();

test.each([
  ["a function", "_xlnm.Print_Area", 'OFFSET(Data!$A$1,0,0,COUNTA(Data!$A:$A),IF(1,"a,b",2))'],
  ["an index", "_xlnm.Print_Area", "Data!$A$1:INDEX(Data!$D:$D,COUNTA(Data!$A:$A))"],
  ["another name", "_xlnm.Print_Area", "MyRange"],
  ["an error", "_xlnm.Print_Area", "Data!#REF!"],
  ["several areas", "_xlnm.Print_Area", "Data!$A$1:$B$9,Data!$D$1:$D$9"],
  ["whole columns", "_xlnm.Print_Area", "Data!$A:$C"],
  ["a table", "_xlnm.Print_Area", "Clients[#All]"],
  ["columns and rows", "_xlnm.Print_Titles", "Data!$A:$B,Data!$1:$2"],
  ["a criteria range", "_xlnm.Criteria", "Data!$F$1:$F$2"],
  ["a filter that left its name", "_xlnm._FilterDatabase", "Data!$A$1:$D$9"],
])("keeps a name of Excel's own that is %s", (_, name, formula) => {
  const text = `<definedName name="${name}" localSheetId="0">${formula.replaceAll('"', "&quot;")}</definedName>`;
  const [kept] = namesOf(withNewSheet(zipped(bookWith(["Data"], text))));
  expect(kept?.replaceAll('"', "").replaceAll("&quot;", "")).toBe(
    `<definedName name=${name} localSheetId=0>${formula.replaceAll('"', "")}</definedName>`,
  );
});

test("moves such a name with its cells, and writes a print area that somebody chose anew", async () => {
  const formula = "OFFSET(Data!$A$1,0,0,COUNTA(Data!$A$5:$A$9),4)";
  const opened = readXlsx(
    zipped(bookWith(["Data", "Two"], `<definedName name="_xlnm.Print_Area" localSheetId="0">${formula}</definedName>`)),
  );
  const { Excel } = await openTestOffice(opened.book);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Data").getRange("3:3").insert("Down");
    context.workbook.worksheets.getItem("Data").name = "R1C1";
    await context.sync();
  });
  const moved = "OFFSET('R1C1'!$A$1,0,0,COUNTA('R1C1'!$A$6:$A$10),4)";
  expect(namesOf(partsOf(writeXlsx(opened)))).toEqual([
    `<definedName name="_xlnm.Print_Area" localSheetId="0">${moved}</definedName>`,
  ]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("R1C1").pageLayout.setPrintArea("A1:B4");
    await context.sync();
  });
  expect(namesOf(partsOf(writeXlsx(opened)))).toEqual([
    `<definedName name="_xlnm.Print_Area" localSheetId="0">'R1C1'!$A$1:$B$4</definedName>`,
  ]);
});

test("keeps names of a chart sheet, whatever its place becomes", () => {
  const parts = bookWith(["Chart", "Data"], `<definedName name="Near" localSheetId="0">Data!$A$1</definedName>`);
  parts["xl/_rels/workbook.xml.rels"] = relationships({
    rId1: ["chartsheet", "chartsheets/sheet1.xml"],
    rId2: ["worksheet", "worksheets/sheet2.xml"],
  });
  parts["xl/chartsheets/sheet1.xml"] = `<chartsheet xmlns="${main}"/>`;
  expect(namesOf(withNewSheet(zipped(parts)))).toEqual([
    `<definedName name="Near" localSheetId="0">Data!$A$1</definedName>`,
  ]);
});

test("keeps the text of names and formulas with functions newer than the format, and their prefixes when they move", () => {
  const names = future.map((text, i) => `<definedName name="n${i}">${text}</definedName>`);
  const cells = future.map((text, i) => `<row r="${i + 1}"><c r="C${i + 1}"><f>${text}</f><v>1</v></c></row>`).join("");
  const bytes = zipped(bookWith(["Data"], names.join(""), cells));
  expect(namesOf(withNewSheet(bytes))).toEqual(names);

  const opened = readXlsx(bytes);
  const host = createHost(opened.book);
  const sheet = opened.book.sheets[0] as Sheet;
  sheet.name = "Sums";
  for (const name of opened.book.names) name.formula = name.formula.replaceAll("Data!", "Sums!");
  for (const row of sheet.rows.values())
    for (const cell of row.cells.values()) cell.formula = cell.formula?.replaceAll("Data!", "Sums!") ?? "";
  cellsChanged(opened.book, sheet, { row: 0, column: 2, rows: future.length, columns: 1 }, "content");
  announce(opened.book, { kind: "book", what: "names" });
  host.settle();
  host.close();
  const parts = partsOf(writeXlsx(opened));
  const moved = future.map((text) => text.replaceAll("Data!", "Sums!"));
  expect(namesOf(parts)).toEqual(moved.map((text, i) => `<definedName name="n${i}">${text}</definedName>`));
  expect([...(parts["xl/worksheets/sheet1.xml"] ?? "").matchAll(/<f>(.*?)<\/f>/g)].map(([, text]) => text)).toEqual(
    moved,
  );
});

test("writes the parameters of a LET that was typed", () => {
  const opened = readXlsx(zipped(smallParts(oneCell)));
  const sheet = opened.book.sheets[0] as Sheet;
  touchCell(sheet, 0, 1).formula = "=LET(x,A1,name2,MAP(A1:A3,LAMBDA(v,v*x)),SUM(name2)&\"x\"&'x'!A1)";
  cellsChanged(opened.book, sheet, { row: 0, column: 1, rows: 1, columns: 1 }, "content");
  expect(partsOf(writeXlsx(opened))["xl/worksheets/sheet1.xml"]).toContain(
    "<f>_xlfn.LET(_xlpm.x,A1,_xlpm.name2,_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v*_xlpm.x)),SUM(_xlpm.name2)&amp;\"x\"&amp;'x'!A1)</f>",
  );
});

test.each(["C", "R", "RC", "R1C1", "r2", "c14", "R1C", "TRUE", "False", "A1", "XFD7"])(
  "quotes a sheet called %s in what it writes",
  (name) => {
    const area = `<definedName name="_xlnm.Print_Area" localSheetId="0">'${name}'!$A$1:$B$4</definedName>`;
    const bytes = zipped(bookWith([name], area));
    expect(namesOf(withNewSheet(bytes))).toEqual([area]);
    const anew = withNewSheet(bytes, (book) => Object.assign(book.sheets[0]?.pageLayout ?? {}, { printArea: "A1:C4" }));
    expect(namesOf(anew)).toEqual([area.replace("$B$4", "$C$4")]);
  },
);

test("states the type of relationships where the maker named each part by itself", () => {
  const parts = smallParts(oneCell);
  const type = "application/vnd.openxmlformats-package.relationships+xml";
  parts["[Content_Types].xml"] = (parts["[Content_Types].xml"] ?? "").replace(
    /<Default Extension="rels"[^>]*>/,
    ["/_rels/.rels", "/xl/_rels/workbook.xml.rels"]
      .map((name) => `<Override PartName="${name}" ContentType="${type}"/>`)
      .join(""),
  );
  const opened = readXlsx(zipped(parts));
  (opened.book.sheets[0] as Sheet).hyperlinks.set("A1", { address: "https://example.com/" });
  const types = partsOf(writeXlsx(opened))["[Content_Types].xml"];
  expect(types).toContain(`<Override PartName="/xl/worksheets/_rels/sheet1.xml.rels" ContentType="${type}"/>`);
});

test("takes the place of a stale type where a new part has the name that it is for", () => {
  const parts = smallParts(oneCell);
  parts["[Content_Types].xml"] = (parts["[Content_Types].xml"] ?? "").replace(
    "</Types>",
    '<Override PartName="/XL/worksheets/sheet2.xml" ContentType="text/stale"/></Types>',
  );
  const types = withNewSheet(zipped(parts))["[Content_Types].xml"] ?? "";
  expect(types.match(/PartName="\/xl\/worksheets\/sheet2\.xml"/gi)).toHaveLength(1);
  expect(types).not.toContain("text/stale");
});

test.each([
  ["utf-16le", "UTF-16", [0xff, 0xfe]],
  ["utf-16be", "utf-16", [0xfe, 0xff]],
  ["utf-16le", "UTF-16", []],
])("reads and rewrites a sheet in %s", (encoding, declared, mark) => {
  const text = `<?xml version="1.0" encoding="${declared}" standalone="yes"?>${sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>客户</t></is></c></row>')}`;
  const wide = new Uint8Array(mark.length + 2 * text.length);
  wide.set(mark);
  const view = new DataView(wide.buffer);
  for (let i = 0; i < text.length; i++)
    view.setUint16(mark.length + 2 * i, text.charCodeAt(i), encoding === "utf-16le");
  const files = Object.fromEntries(Object.entries(smallParts("")).map(([name, part]) => [name, strToU8(part)]));
  const opened = readXlsx(zipSync({ ...files, "xl/worksheets/sheet1.xml": wide }));
  const sheet = opened.book.sheets[0] as Sheet;
  expect(valueAt(sheet, 0, 0)).toBe("客户");
  touchCell(sheet, 4, 0).value = 2;
  cellsChanged(opened.book, sheet, { row: 4, column: 0, rows: 1, columns: 1 }, "content");
  const saved = writeXlsx(opened);
  expect(partsOf(saved)["xl/worksheets/sheet1.xml"]).toMatch(
    /^<\?xml version="1\.0" encoding="UTF-8" standalone="yes"\?>/,
  );
  expect(valueAt(readXlsx(saved).book.sheets[0] as Sheet, 0, 0)).toBe("客户");
});

test("reads a part in the letters that it names", () => {
  const files = Object.fromEntries(Object.entries(smallParts("")).map(([name, part]) => [name, strToU8(part)]));
  const sheet = `<?xml version="1.0" encoding="GB2312"?>${sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>@@@@</t></is></c></row>')}`;
  const bytes = strToU8(sheet);
  bytes.set([0xbf, 0xcd, 0xbb, 0xa7], sheet.indexOf("@@@@"));
  const opened = readXlsx(zipSync({ ...files, "xl/worksheets/sheet1.xml": bytes }));
  expect(valueAt(opened.book.sheets[0] as Sheet, 0, 0)).toBe("客户");
});

async function changedTable(
  parts: Record<string, string>,
  change: (table: Excel.Table) => void,
): Promise<Record<string, string>> {
  const opened = readXlsx(zipped(parts));
  const { Excel } = await openTestOffice(opened.book);
  await Excel.run(async (context) => {
    change(context.workbook.tables.getItem("Q"));
    await context.sync();
  });
  return partsOf(writeXlsx(opened));
}

test("gives a column beside a query's own a field that no data are bound to", async () => {
  const parts = await changedTable(queryBook(), (table) => table.resize("A1:D3"));
  expect(parts["xl/queryTables/queryTable1.xml"]).toContain(
    '<queryTableRefresh nextId="5" unboundColumnsRight="2"><queryTableFields count="4"><queryTableField id="1" name="Id" tableColumnId="1"/>' +
      '<queryTableField id="2" name="Amount" tableColumnId="2"/><queryTableField id="3" dataBound="0" tableColumnId="3"/><queryTableField id="4" dataBound="0" tableColumnId="4"/></queryTableFields>',
  );
  expect(parts["xl/tables/table1.xml"]).toMatch(
    /<tableColumn id="3" uniqueName="3" name="Column3" queryTableFieldId="3"\/>/,
  );
});

test("takes the fields of columns that go out of the query, and names those that it filled", async () => {
  const own = '<queryTableField id="3" dataBound="0" tableColumnId="3"/>';
  const without = await changedTable(queryBook(own), (table) => table.columns.getItem("Note").delete());
  expect(without["xl/queryTables/queryTable1.xml"]).toContain(
    '<queryTableRefresh nextId="4"><queryTableFields count="2"><queryTableField id="1" name="Id" tableColumnId="1"/><queryTableField id="2" name="Amount" tableColumnId="2"/></queryTableFields></queryTableRefresh>',
  );
  const lost = await changedTable(queryBook(own), (table) => table.columns.getItem("Amount").delete());
  expect(lost["xl/queryTables/queryTable1.xml"]).toContain(
    `<queryTableFields count="2"><queryTableField id="1" name="Id" tableColumnId="1"/>${own}</queryTableFields><queryTableDeletedFields count="1"><deletedField name="Amount"/></queryTableDeletedFields>`,
  );
});

test("keeps the outline and the fitted widths of columns at the first width that is set", async () => {
  const cols =
    '<cols><col min="1" max="1" width="12.5" bestFit="1" customWidth="1"/><col min="2" max="4" width="9" outlineLevel="1" collapsed="1" hidden="1"/><col min="5" max="5" width="8.5"/></cols>';
  const opened = readXlsx(zipped(smallParts(sheetXml(oneCell, "", cols))));
  const { Excel } = await openTestOffice(opened.book);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Data");
    sheet.getRange("C:C").format.columnWidth = 99;
    sheet.getRange("H:H").format.columnWidth = 99;
    await context.sync();
  });
  const text = partsOf(writeXlsx(opened))["xl/worksheets/sheet1.xml"] ?? "";
  const written = [...text.matchAll(/<col ([^>]*)\/>/g)].map(([, attributes = ""]) =>
    Object.fromEntries([...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value])),
  );
  expect(written).toEqual([
    { min: "1", max: "1", width: "12.5", bestFit: "1", customWidth: "1" },
    { min: "2", max: "2", width: "9", outlineLevel: "1", collapsed: "1", hidden: "1" },
    { min: "3", max: "3", width: expect.any(String) as string, outlineLevel: "1", collapsed: "1", customWidth: "1" },
    { min: "4", max: "4", width: "9", outlineLevel: "1", collapsed: "1", hidden: "1" },
    { min: "5", max: "5", width: "8.5" },
    { min: "8", max: "8", width: expect.any(String) as string, customWidth: "1" },
  ]);
});

test.each([true, false])("leaves another add-in's part alone and puts its own beside it (related: %s)", (linked) => {
  const bytes = zipped(addInBook(linked));
  const opened = readXlsx(bytes);
  expect(opened.book.settings.size).toBe(0);
  opened.book.settings.set("tierbook", { a: 1 });
  const saved = writeXlsx(opened);
  const parts = partsOf(saved);
  expect(changedParts(bytes, saved)).toEqual(
    [
      "[Content_Types].xml",
      ...(linked ? [] : ["_rels/.rels"]),
      "xl/webextensions/_rels/taskpanes.xml.rels",
      "xl/webextensions/taskpanes.xml",
      "xl/webextensions/webextension2.xml",
    ].sort(),
  );
  expect(Object.keys(parts).filter((name) => /taskpanes\d*\.xml$/.test(name))).toHaveLength(1);
  expect(parts["xl/webextensions/taskpanes.xml"]?.match(/<wetp:taskpane /g)).toHaveLength(2);
  const again = readXlsx(saved);
  expect([...again.book.settings]).toEqual([["tierbook", { a: 1 }]]);
  expect(changedParts(saved, writeXlsx(again))).toEqual([]);
});

test("names its part by the id of the manifest, as Excel does when the add-in is sideloaded", () => {
  const manifest = readFileSync(join(__dirname, "../../../manifest.xml"), "utf8");
  expect(manifest).toContain(`<Id>${addInId}</Id>`);
});

test("keeps the metadata of cells whose row is rewritten, and spilling formulas when their references move", () => {
  const rows =
    '<row r="1"><c r="A1" t="str" vm="1"><f>CUBEMEMBER("m","[a]")</f><v>All</v></c><c r="B1" cm="1"><f t="array" ref="B1:B3">_xlfn.UNIQUE(E1:E3)</f><v>4</v></c><c r="C1" t="e" vm="2"><v>#VALUE!</v></c></row>';
  const opened = readXlsx(zipped(smallParts(rows)));
  const sheet = opened.book.sheets[0] as Sheet;
  touchCell(sheet, 0, 5).value = 9;
  cellsChanged(opened.book, sheet, { row: 0, column: 5, rows: 1, columns: 1 }, "content");
  const first = partsOf(writeXlsx(opened))["xl/worksheets/sheet1.xml"] ?? "";
  for (const cell of [
    '<c r="A1" t="str" vm="1">',
    '<c r="B1" cm="1"><f t="array" ref="B1:B3">_xlfn.UNIQUE(E1:E3)</f>',
    '<c r="C1" t="e" vm="2">',
  ])
    expect(first).toContain(cell);
  const cell = sheet.rows.get(0)?.cells.get(1);
  if (cell) cell.formula = "=UNIQUE(E2:E4)";
  const moved = partsOf(writeXlsx(opened))["xl/worksheets/sheet1.xml"];
  expect(moved).toContain('<c r="B1" cm="1"><f t="array" ref="B1:B3">_xlfn.UNIQUE(E2:E4)</f><v>4</v></c>');
  if (cell) Object.assign(cell, { value: 5, formula: "=E1+1", array: undefined });
  expect(partsOf(writeXlsx(opened))["xl/worksheets/sheet1.xml"]).toContain('<c r="B1"><f>E1+1</f><v>5</v></c>');
});

test("puts a font's properties into the order of the schema where it makes a font of another maker's", () => {
  const styles =
    `<styleSheet xmlns="${main}"><fonts count="1"><font><name val="Calibri"/><family val="2"/><color theme="1"/><sz val="11"/><strike/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>` +
    `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;
  const opened = readXlsx(zipped({ ...smallParts(oneCell), "xl/styles.xml": styles }));
  const [sheet, style] = [opened.book.sheets[0] as Sheet, opened.book.styles[0] ?? defaultStyle];
  touchCell(sheet, 0, 0).style = internStyle(opened.book.styles, { ...style, bold: true });
  cellsChanged(opened.book, sheet, { row: 0, column: 0, rows: 1, columns: 1 }, "style");
  expect(partsOf(writeXlsx(opened))["xl/styles.xml"]).toContain(
    '<font><b/><strike/><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/></font></fonts>',
  );
});

test("copies no entry that would leave the package's folder", () => {
  const parts = smallParts(oneCell);
  const outside = ["../evil.xml", "/abs.xml", "xl/../../up.xml", "C:/x.xml", "a\\..\\..\\b.xml", "xl/./y.xml"];
  const bytes = zipped({
    ...parts,
    ...Object.fromEntries(outside.map((name) => [name, "<x/>"])),
    "xl/..evil.xml": "<x/>",
  });
  expect(Object.keys(partsOf(writeXlsx(readXlsx(bytes)))).sort()).toEqual(
    [...Object.keys(parts), "xl/..evil.xml"].sort(),
  );
});
