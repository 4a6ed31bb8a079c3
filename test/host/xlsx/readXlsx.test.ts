import { valueAt } from "../../../src/host/model/cells";
import { readXlsx } from "../../../src/host/xlsx/readXlsx";
import { writeXlsx } from "../../../src/host/xlsx/writeXlsx";
import { relationships, sharedStringsXml, sheetXml, smallParts, zipped } from "./smallBook";

function openRows(rows: string, more: Readonly<Record<string, string>> = {}) {
  const { book } = readXlsx(zipped(smallParts(rows, more)));
  const sheet = book.sheets[0];
  if (!sheet) throw new Error("no sheet");
  return { book, sheet, row: (number: number) => [...(sheet.rows.get(number)?.cells.values() ?? [])] };
}

test("reads numbers, texts, booleans, errors, formulas and inline texts", () => {
  const { row } = openRows(
    '<row r="1"><c r="A1"><v>1.5</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c>' +
      '<c r="E1" t="str"><f>""</f><v></v></c><c r="F1" t="inlineStr"><is><t>here</t></is></c><c r="G1"><f>A1*2</f><v>3</v></c><c r="H1"/></row>',
    { "xl/sharedStrings.xml": sharedStringsXml("<si><t>text</t></si>") },
  );
  expect(row(0).map(({ value }) => value)).toEqual([1.5, "text", true, { error: "#N/A" }, "", "here", 3]);
  expect(row(0)[6]).toMatchObject({ formula: "=A1*2" });
});

test("joins formatted runs, leaves phonetic hints out, and reads escapes", () => {
  const { row } = openRows(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>',
    {
      "xl/sharedStrings.xml": sharedStringsXml(
        '<si><r><rPr><b/></rPr><t>bold</t></r><r><t xml:space="preserve"> plain</t></r></si>',
        '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
        "<si><t>a_x000D_b_x005F_x0041_ &amp; &#20013;&lt;</t></si>",
        "<si><t><![CDATA[<raw> & ]]></t></si>",
      ),
    },
  );
  expect(row(0).map(({ value }) => value)).toEqual(["bold plain", "東京", "a\rb_x0041_ & 中<", "<raw> & "]);
});

test("reads prefixed elements as it reads plain ones", () => {
  const plain = smallParts('<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>');
  const prefix = (text: string) =>
    text
      .replace(/<(\/?)(?!\?)(?!x:)(\w)/g, "<$1x:$2")
      .replace(
        'xmlns="http://schemas.openxmlformats.org/spreadsheetml',
        'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml',
      );
  const { book } = readXlsx(
    zipped({
      ...plain,
      "xl/workbook.xml": prefix(plain["xl/workbook.xml"] as string),
      "xl/worksheets/sheet1.xml": prefix(plain["xl/worksheets/sheet1.xml"] as string),
    }),
  );
  expect(book.sheets.map(({ name }) => name)).toEqual(["Data"]);
  expect(book.sheets[0] && valueAt(book.sheets[0], 0, 0)).toBe("x");
});

test("reads the strict standard with its dates", () => {
  const strict = (text: string) =>
    text
      .replaceAll(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
      )
      .replaceAll(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
      );
  const parts = smallParts(
    '<row r="1"><c r="A1" t="d"><v>2026-06-30</v></c><c r="B1" t="d"><v>1900-01-01T12:00:00</v></c></row>',
  );
  const opened = readXlsx(
    zipped(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strict(text)]))),
  );
  // 30 June 2026 is day 46,203 of Excel's 1900 system, 1 January 1900 is day 1.
  expect([...(opened.book.sheets[0]?.rows.get(0)?.cells.values() ?? [])].map(({ value }) => value)).toEqual([
    46203, 1.5,
  ]);
  expect(opened.file.strict).toBe(true);
});

test("knows the 1904 date system, calculation mode and protection of a workbook", () => {
  const parts = smallParts("");
  const workbook = (parts["xl/workbook.xml"] as string)
    .replace("<sheets>", '<workbookPr date1904="1"/><workbookProtection lockStructure="1"/><sheets>')
    .replace("</sheets>", '</sheets><calcPr calcMode="manual"/>');
  const { book } = readXlsx(zipped({ ...parts, "xl/workbook.xml": workbook }));
  expect(book).toMatchObject({ date1904: true, structureProtected: true, calculationMode: "Manual" });
});

test("believes cells, not a dimension that claims the whole sheet", () => {
  const { sheet } = openRows(
    sheetXml('<row r="2"><c r="B2"><v>1</v></c></row>', "", '<dimension ref="A1:XFD1048576"/>'),
  );
  expect(sheet.rows.size).toBe(1);
});

test("reads a row of 16,384 columns, and cells that do not say where they are", () => {
  const { sheet } = openRows(`<row>${"<c><v>1</v></c>".repeat(16_384)}</row><row><c><v>2</v></c></row>`);
  expect(sheet.rows.get(0)?.cells.size).toBe(16_384);
  expect(valueAt(sheet, 0, 16_383)).toBe(1);
  expect(valueAt(sheet, 1, 0)).toBe(2);
});

test("writes shared formulas out for each cell, with relative references moved", () => {
  const { sheet } = openRows(
    '<row r="1"><c r="B1"><f t="shared" ref="B1:C2" si="0">A1+$A$1+SUM(A:A)+LOG10(2)+"A1"</f><v>1</v></c><c r="C1"><f t="shared" si="0"/><v>2</v></c></row>' +
      '<row r="2"><c r="B2"><f t="shared" si="0"/><v>3</v></c></row>',
  );
  expect(sheet.rows.get(0)?.cells.get(2)?.formula).toBe('=B1+$A$1+SUM(B:B)+LOG10(2)+"A1"');
  expect(sheet.rows.get(1)?.cells.get(1)?.formula).toBe('=A2+$A$1+SUM(A:A)+LOG10(2)+"A1"');
});

test("never has array formulas calculated cell by cell, and shows new functions without their prefix", () => {
  const { row } = openRows(
    '<row r="1"><c r="A1"><f t="array" ref="A1:A2">TRANSPOSE(C1:D1)</f><v>1</v></c><c r="B1"><f>_xlfn.XLOOKUP(1,C:C,D:D)</f><v>1</v></c></row>',
  );
  expect(row(0)[0]).toMatchObject({ formula: "=TRANSPOSE(C1:D1)", cached: true });
  expect(row(0)[1]).toMatchObject({ formula: "=XLOOKUP(1,C:C,D:D)" });
});

test("gives sheets and tables the same id at every opening", () => {
  const table =
    '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="7" name="T" displayName="T" ref="A1:A2"><tableColumns count="1"><tableColumn id="3" name="Name"/></tableColumns></table>';
  const parts = {
    ...smallParts(
      sheetXml(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>',
        '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
      ),
    ),
    "xl/tables/table1.xml": table,
    "xl/worksheets/_rels/sheet1.xml.rels": relationships({ rId1: ["table", "../tables/table1.xml"] }),
  };
  const ids = () =>
    readXlsx(zipped(parts)).book.sheets.flatMap(({ id, tables }) => [id, ...tables.map((each) => each.id)]);
  expect(ids()).toEqual(ids());
  expect(new Set(ids()).size).toBe(2);
  const opened = readXlsx(zipped(parts));
  expect(opened.book.sheets[0]?.tables[0]).toMatchObject({
    name: "T",
    columns: [{ id: 3, name: "Name" }],
    area: { row: 0, column: 0, rows: 2, columns: 1 },
  });
  expect(readXlsx(writeXlsx(opened)).book.sheets[0]?.tables[0]?.id).toBe(opened.book.sheets[0]?.tables[0]?.id);
});

test("resolves theme colours with tint and indexed colours", () => {
  const styles =
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="&quot;¥&quot;#,##0"/></numFmts>' +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="9"/><color indexed="10"/><name val="宋体"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="7" tint="0.5999"/></patternFill></fill></fills>' +
    '<borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="164" fontId="1" fillId="2" borderId="0"><alignment horizontal="center" wrapText="1"/></xf></cellXfs></styleSheet>';
  const { book, row } = openRows('<row r="1"><c r="A1" s="1"><v>1</v></c></row>', { "xl/styles.xml": styles });
  expect(book.styles[row(0)[0]?.style ?? 0]).toMatchObject({
    numberFormat: '"¥"#,##0',
    bold: true,
    fontName: "宋体",
    fontSize: 9,
    fontColor: "#FF0000",
    // Office's gold accent, 60 % lighter, as Excel's palette shows it.
    fillColor: "#FFE699",
    horizontalAlignment: "Center",
    wrapText: true,
    base: 1,
  });
});
