import { strToU8, zipSync } from "fflate";

/** A table that fills a sheet of its own from A1. */
export interface BookTable {
  readonly sheet: string;
  readonly name: string;
  /** A date column shows its serials as dates. */
  readonly columns: readonly { readonly header: string; readonly date?: true }[];
  readonly rows: number;
  /** The cells of a row; called once for each row, in their order. */
  readonly cells: (row: number) => readonly (string | number)[];
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A workbook as Excel saves it, with a table per sheet. Made without the code under measure. */
export function tablesBook(tables: readonly BookTable[]): Uint8Array {
  const strings = new Map<string, number>();
  const parts = new Map<string, Uint8Array>();
  const add = (path: string, xml: readonly string[]): void => {
    parts.set(path, joined([`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`].concat(xml)));
  };
  tables.forEach((table, i) => {
    const area = `A1:${letter(table.columns.length - 1)}${table.rows + 1}`;
    add(`xl/worksheets/sheet${i + 1}.xml`, [
      `<worksheet xmlns="${main}" xmlns:r="${office}"><dimension ref="${area}"/><sheetData>`,
      ...rowsOf(table, strings),
      `</sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`,
    ]);
    add(`xl/worksheets/_rels/sheet${i + 1}.xml.rels`, [
      relationships([`<Relationship Id="rId1" Type="${office}/table" Target="../tables/table${i + 1}.xml"/>`]),
    ]);
    add(`xl/tables/table${i + 1}.xml`, [tablePart(table, i + 1, area)]);
  });
  add("xl/styles.xml", [styles]);
  add("xl/sharedStrings.xml", [
    `<sst xmlns="${main}" count="${strings.size}" uniqueCount="${strings.size}">`,
    ...[...strings.keys()].map((text) => `<si><t>${text.replaceAll("&", "&amp;")}</t></si>`),
    `</sst>`,
  ]);
  packageParts(tables).forEach(([path, xml]) => {
    add(path, [xml]);
  });
  return zipSync(Object.fromEntries(parts), { level: 1 });
}

/** In pieces, because no string holds a very large sheet. */
function joined(pieces: readonly string[]): Uint8Array {
  const encoded: Uint8Array[] = [];
  for (let at = 0; at < pieces.length; at += 10_000) encoded.push(strToU8(pieces.slice(at, at + 10_000).join("")));
  const whole = new Uint8Array(encoded.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of encoded) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function rowsOf({ columns, rows, cells }: BookTable, strings: Map<string, number>): readonly string[] {
  const cell = (value: string | number, column: number, row: number, styled: boolean): string => {
    const at = `${letter(column)}${row}`;
    if (typeof value === "number") return `<c r="${at}"${styled ? ' s="1"' : ""}><v>${value}</v></c>`;
    const index = strings.get(value) ?? strings.size;
    strings.set(value, index);
    return `<c r="${at}" t="s"><v>${index}</v></c>`;
  };
  const line = (row: number, values: readonly (string | number)[]): string =>
    `<row r="${row}">${values.map((value, i) => cell(value, i, row, columns[i]?.date === true)).join("")}</row>`;
  const lines = [
    line(
      1,
      columns.map(({ header }) => header),
    ),
  ];
  for (let row = 0; row < rows; row++) lines.push(line(row + 2, cells(row)));
  return lines;
}

const letter = (column: number): string => String.fromCharCode(65 + column);
const relationships = (lines: readonly string[]): string =>
  `<Relationships xmlns="${relations}">${lines.join("")}</Relationships>`;

function tablePart({ name, columns }: BookTable, id: number, area: string): string {
  return (
    `<table xmlns="${main}" id="${id}" name="${name}" displayName="${name}" ref="${area}" totalsRowShown="0">` +
    `<autoFilter ref="${area}"/><tableColumns count="${columns.length}">` +
    columns.map(({ header }, i) => `<tableColumn id="${i + 1}" name="${header}"/>`).join("") +
    `</tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>`
  );
}

/** The second style of a cell is Excel's own for dates. */
const styles =
  `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>` +
  `<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>` +
  `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function packageParts(tables: readonly BookTable[]): readonly (readonly [string, string])[] {
  const override = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}" ContentType="${type}.${kind}+xml"/>`;
  const relation = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const count = tables.length;
  return [
    [
      "[Content_Types].xml",
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/>` +
        override("workbook.xml", "sheet.main") +
        tables
          .map(
            (_, i) =>
              override(`worksheets/sheet${i + 1}.xml`, "worksheet") + override(`tables/table${i + 1}.xml`, "table"),
          )
          .join("") +
        override("sharedStrings.xml", "sharedStrings") +
        override("styles.xml", "styles") +
        `</Types>`,
    ],
    [
      "_rels/.rels",
      relationships([`<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`]),
    ],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
        tables.map(({ sheet }, i) => `<sheet name="${sheet}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("") +
        `</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relationships([
        ...tables.map((_, i) => relation(i + 1, "worksheet", `worksheets/sheet${i + 1}.xml`)),
        relation(count + 1, "sharedStrings", "sharedStrings.xml"),
        relation(count + 2, "styles", "styles.xml"),
      ]),
    ],
  ];
}
