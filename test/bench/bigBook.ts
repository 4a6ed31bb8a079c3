import { strToU8, zipSync } from "fflate";

const headers = [
  ...["Client ID", "Client", "Industry", "Region", "Rating"],
  ...["Limit", "Outstanding", "Margin", "Days past due", "Data date"],
];
const industries = ["Steel & metal", "Retail", "Logistics", "Food", "Chemicals", "Textiles", "Machinery", "Energy"];
const regions = ["North", "South", "East", "West", "Coast"];
const ratings = ["AAA", "AA", "A", "BBB", "BB", "B"];

/**
 * A workbook as Excel saves it, with one table "Customers" of ten columns on the sheet "Data".
 *
 * Made without the code under measure. The same rows on every machine: the numbers come from a seeded generator.
 *
 * @param rows - customers, at least one
 */
export function bigBook(rows: number): Uint8Array {
  const random = seeded(20_261_031);
  const strings = new Map<string, number>();
  const text = (column: string, row: number, value: string): string => {
    const index = strings.get(value) ?? strings.size;
    strings.set(value, index);
    return `<c r="${column}${row}" t="s"><v>${index}</v></c>`;
  };
  const number = (column: string, row: number, value: number): string => `<c r="${column}${row}"><v>${value}</v></c>`;
  const pick = (values: readonly string[]): string => values[Math.floor(random() * values.length)] ?? "";

  const letters = "ABCDEFGHIJ";
  const lines = [`<row r="1">${headers.map((header, i) => text(letters[i] ?? "", 1, header)).join("")}</row>`];
  for (let row = 2; row <= rows + 1; row++) {
    const id = String(row - 1).padStart(7, "0");
    // A long tail, as exposures have: a few clients carry most of the sum.
    const outstanding = Math.round(1000 / (random() + 0.0005) ** 1.2) / 100;
    const cells = [
      text("A", row, `C${id}`),
      text("B", row, `Client ${id} Ltd.`),
      text("C", row, pick(industries)),
      text("D", row, pick(regions)),
      text("E", row, pick(ratings)),
      number("F", row, Math.round(outstanding * (1 + random()) * 100) / 100),
      number("G", row, outstanding),
      number("H", row, Math.round(random() * 500) / 10_000),
      number("I", row, random() < 0.95 ? 0 : Math.floor(random() * 180)),
      number("J", row, 46_326),
    ];
    lines.push(`<row r="${row}">${cells.join("")}</row>`);
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(partsOf(`A1:J${rows + 1}`, lines, [...strings.keys()])).map(([name, xml]) => [
        name,
        strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
      ]),
    ),
    { level: 1 },
  );
}

function partsOf(area: string, lines: readonly string[], strings: readonly string[]): Record<string, string> {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const override = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}" ContentType="${type}.${kind}+xml"/>`;
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  return {
    "[Content_Types].xml":
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      override("workbook.xml", "sheet.main") +
      override("worksheets/sheet1.xml", "worksheet") +
      override("tables/table1.xml", "table") +
      override("sharedStrings.xml", "sharedStrings") +
      override("styles.xml", "styles") +
      `</Types>`,
    "_rels/.rels": `<Relationships xmlns="${relations}">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      `<Relationships xmlns="${relations}">` +
      relation("rId1", "worksheet", "worksheets/sheet1.xml") +
      relation("rId2", "sharedStrings", "sharedStrings.xml") +
      relation("rId3", "styles", "styles.xml") +
      `</Relationships>`,
    "xl/worksheets/sheet1.xml":
      `<worksheet xmlns="${main}" xmlns:r="${office}"><dimension ref="${area}"/>` +
      `<sheetData>${lines.join("")}</sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`,
    "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="${relations}">${relation("rId1", "table", "../tables/table1.xml")}</Relationships>`,
    "xl/tables/table1.xml":
      `<table xmlns="${main}" id="1" name="Customers" displayName="Customers" ref="${area}" totalsRowShown="0">` +
      `<autoFilter ref="${area}"/><tableColumns count="${headers.length}">` +
      headers.map((header, i) => `<tableColumn id="${i + 1}" name="${header}"/>`).join("") +
      `</tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>`,
    "xl/sharedStrings.xml":
      `<sst xmlns="${main}" count="${strings.length}" uniqueCount="${strings.length}">` +
      strings.map((string) => `<si><t>${string.replaceAll("&", "&amp;")}</t></si>`).join("") +
      `</sst>`,
    "xl/styles.xml":
      `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
      `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
      `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs>` +
      `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  };
}

/** Numbers from 0 to 1, the same for the same seed. Source: the generator "mulberry32" of Tommy Ettinger. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
