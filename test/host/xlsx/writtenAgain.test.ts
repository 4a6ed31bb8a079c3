import { runPlan } from "../../../src/actions/runPlan";
import { inThread } from "../../../src/engine/inThread";
import { announce, type Sheet } from "../../../src/host/model/book";
import { cellsChanged, touchCell } from "../../../src/host/model/cells";
import { defaultStyle, internStyle } from "../../../src/host/model/style";
import { newXlsx } from "../../../src/host/xlsx/newXlsx";
import { readXlsx } from "../../../src/host/xlsx/readXlsx";
import { writeXlsx } from "../../../src/host/xlsx/writeXlsx";
import { clientPlan, fillClients } from "../../actions/clientBook";
import { openTrial } from "../../safety/trial";
import { main, office } from "./otherBooks";
import { changedParts, partsOf, relationships, sharedStringsXml, smallParts, zipped } from "./smallBook";

jest.setTimeout(120_000);

const count = (text: string | undefined, list: string): number =>
  Number(new RegExp(`<${list} [^>]*\\bcount="(\\d+)"`).exec(text ?? "")?.[1] ?? 0);

/** Shared texts as the file has them, by number. */
const textsOf = (parts: Record<string, string>): string[] =>
  [...(parts["xl/sharedStrings.xml"] ?? "").matchAll(/<si>(.*?)<\/si>|<si\/>/gs)].map(([, item = ""]) =>
    item.replace(/<[^>]*>/g, ""),
  );

/** Numbers of the shared texts that cells refer to. */
function numbersOf(parts: Record<string, string>): Set<number> {
  const sheets = Object.entries(parts).filter(([name]) => name.startsWith("xl/worksheets/"));
  return new Set(
    sheets.flatMap(([, text]) => [...text.matchAll(/ t="s"[^>]*><v>(\d+)<\/v>/g)].map(([, number]) => Number(number))),
  );
}

test("a book that is run again and again keeps its formats, and no text that its cells do not hold", async () => {
  const first = await openTrial(null);
  await fillClients();
  const plan = await clientPlan();
  const named = (name: string) => ({
    ...plan,
    segmentations: plan.segmentations.map((one) => ({
      ...one,
      tiers: [
        { id: "a", name },
        { id: "b", name: "B" },
        { id: "c", name: "C" },
      ],
    })),
  });
  await runPlan(named("Formerly confidential"), inThread, {
    now: new Date("2026-11-01T08:00:00Z"),
    person: "Ada",
  });
  let bytes = first.save();
  const formats: Record<string, number>[] = [];
  for (let day = 2; day < 7; day++) {
    const trial = await openTrial(bytes);
    await runPlan({ ...named("Top") }, inThread, {
      now: new Date(`2026-11-0${day}T08:00:00Z`),
      person: "Ada",
    });
    bytes = trial.save();
    const parts = partsOf(bytes);
    const styles = parts["xl/styles.xml"];
    formats.push(
      Object.fromEntries(["cellXfs", "fonts", "fills", "borders", "dxfs"].map((list) => [list, count(styles, list)])),
    );
    const used = numbersOf(parts);
    expect(textsOf(parts).filter((text, number) => text !== "" && !used.has(number))).toEqual([]);
    expect([...used].filter((number) => (textsOf(parts)[number] ?? "") === "")).toEqual([]);
  }
  expect(formats.slice(1)).toEqual(formats.slice(1).map(() => formats[0]));
});

function book(): ReturnType<typeof readXlsx> {
  return readXlsx(
    zipped(
      smallParts(
        '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>2</v></c></row><row r="2"><c r="A2" t="s"><v>4</v></c><c r="B2" t="s"><v>0</v></c></row>',
        {
          "xl/sharedStrings.xml": sharedStringsXml(
            "<si><t>a</t></si>",
            "<si><r><t>ri</t></r><r><t>ch</t></r></si>",
            "<si><t>secret</t></si>",
            "<si><t>nobody's</t></si>",
            "<si><t>a</t></si>",
            "<si><t>last</t></si>",
          ),
        },
      ),
    ),
  );
}

function put(opened: ReturnType<typeof book>, row: number, column: number, value: string): void {
  const sheet = opened.book.sheets[0] as Sheet;
  touchCell(sheet, row, column).value = value;
  cellsChanged(opened.book, sheet, { row, column, rows: 1, columns: 1 }, "content");
}

test("numbers texts behind the list as they stand where its end is nobody's", () => {
  const opened = book();
  // "last" is held by no cell, and a text this long goes behind it.
  put(opened, 0, 1, "x".repeat(9_000));
  const read = readXlsx(writeXlsx(opened));
  expect(read.book.sheets[0]?.rows.get(0)?.cells.get(1)?.value).toBe("x".repeat(9_000));
});

test("puts new texts where nobody's stood, keeps those in use with their numbers, and drops the end of the list", () => {
  const opened = book();
  put(opened, 0, 1, "new");
  const parts = partsOf(writeXlsx(opened));
  expect(textsOf(parts)).toEqual(["a", "rich", "new", "", "a"]);
  expect(parts["xl/sharedStrings.xml"]).toContain('uniqueCount="5"');
  expect(parts["xl/sharedStrings.xml"]).toContain("<si><r><t>ri</t></r><r><t>ch</t></r></si>");
  put(opened, 3, 0, "third");
  put(opened, 4, 0, "fourth");
  put(opened, 5, 0, "fifth");
  expect(textsOf(partsOf(writeXlsx(opened)))).toEqual(["a", "rich", "new", "third", "a", "fourth", "fifth"]);
});

test("leaves texts that nobody uses in a book that nothing changed, or whose macro sheets may use them", () => {
  const opened = book();
  opened.book.names.push({ name: "Note", formula: "=1", comment: "", visible: true, sheetId: null });
  announce(opened.book, { kind: "book", what: "names" });
  expect(changedParts(writeXlsx(book()), writeXlsx(opened))).toEqual(["xl/workbook.xml"]);

  const parts = partsOf(writeXlsx(book()));
  parts["xl/workbook.xml"] =
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/><sheet name="M" sheetId="2" r:id="rId9"/></sheets></workbook>`;
  parts["xl/_rels/workbook.xml.rels"] = relationships({
    rId1: ["worksheet", "worksheets/sheet1.xml"],
    rId2: ["sharedStrings", "sharedStrings.xml"],
    rId9: ["xlMacrosheet", "macrosheets/sheet1.xml"],
  });
  const macros = readXlsx(zipped(parts));
  put(macros, 0, 1, "new");
  expect(textsOf(partsOf(writeXlsx(macros)))).toEqual(["a", "rich", "secret", "nobody's", "a", "last", "new"]);
});

test("finds formats again that the file has", () => {
  const bold = (bytes: Uint8Array, column: number): Uint8Array => {
    const opened = readXlsx(bytes);
    const [sheet, style] = [opened.book.sheets[0] as Sheet, opened.book.styles[0] ?? defaultStyle];
    touchCell(sheet, 0, column).style = internStyle(opened.book.styles, { ...style, bold: true });
    cellsChanged(opened.book, sheet, { row: 0, column, rows: 1, columns: 1 }, "style");
    return writeXlsx(opened);
  };
  const once = bold(writeXlsx(newXlsx()), 0);
  const twice = partsOf(bold(once, 1));
  expect(twice["xl/styles.xml"]).toBe(partsOf(once)["xl/styles.xml"]);
  expect(twice["xl/worksheets/sheet1.xml"]).toMatch(/r="A1" s="1".*r="B1" s="1"/);
});
