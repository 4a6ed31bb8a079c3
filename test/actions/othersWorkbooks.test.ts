import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { readXlsx as readByHucre } from "hucre";
import { addKeyColumn } from "../../src/actions/addKeyColumn";
import { findTables } from "../../src/actions/findTables";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import { plainSettings } from "../../src/plan/plainSettings";
import { planVersion, type Plan } from "../../src/plan/plan";
import { openTrial, reopened, type Trial } from "../safety/trial";
import type { Snapshot } from "../safety/snapshot";
import { expected, goldenBytes } from "../golden/goldenData";
import { when } from "./clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const books = Object.keys(expected("workbooks"));

interface KnownTable {
  readonly book: string;
  readonly table: string;
  /** Null where no column tells the rows apart, so that the add-in's own ids do. */
  readonly key: string | null;
  readonly value: string;
}

const tables: readonly KnownTable[] = [
  { book: "towns.xlsx", table: "Towns", key: "Town", value: "People" },
  { book: "towns.xlsx", table: "Villages", key: "Village", value: "People" },
  { book: "structured_references.xlsx", table: "\\_Own.1", key: "Word", value: "Count" },
  { book: "filtered_table.xlsx", table: "Counted", key: null, value: "Counts" },
  { book: "data_types.xlsx", table: "Kinds", key: "Text", value: "Number" },
];

/**
 * Parts that speak of the workbook as a whole, which new sheets, styles, names, texts and settings must change. The
 * chain of calculation goes where formulas came; Excel makes it anew.
 */
const ofTheBook = new Set([
  "[Content_Types].xml",
  "_rels/.rels",
  "xl/_rels/workbook.xml.rels",
  "xl/calcChain.xml",
  "xl/sharedStrings.xml",
  "xl/styles.xml",
  "xl/workbook.xml",
]);

const hashes = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, createHash("sha256").update(part).digest("hex")]),
  );

/** Parts of the first file that the second lacks or holds otherwise, but for those of the workbook as a whole. */
function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const now = hashes(after);
  return [...hashes(before)]
    .filter(([part, hash]) => now.get(part) !== hash && !ofTheBook.has(part))
    .map(([part]) => part)
    .sort((a, b) => (a < b ? 1 : -1));
}

const bytesOf = (name: string): Uint8Array => goldenBytes(`workbooks/${name}`);

interface SheetShown {
  readonly name: string;
  readonly cells: Readonly<Record<string, readonly unknown[]>>;
}

const sheetsOf = ({ sheets }: Snapshot): readonly SheetShown[] => sheets as readonly SheetShown[];

function planFor({ table, value }: KnownTable, id: string, key: string): Plan {
  const tiers = ["A", "B", "C"].map((name) => ({ id: name.toLowerCase(), name }));
  return {
    version: planVersion,
    template: "lending",
    ...plainSettings,
    table: { id, name: table },
    keyColumn: key,
    dataDate: null,
    sheetLanguage: "en",
    segmentations: [{ method: "abc", id: "abc", name: "Value tier", valueColumn: value, cutoffs: [0.8, 0.95], tiers }],
  };
}

/** A filtered table is refused with nothing changed; its owner then clears the filter. */
async function clearFilter(trial: Trial, table: string, id: string): Promise<void> {
  const before = await trial.look();
  const refusal = await addKeyColumn(id, "en").then(() => null, failureData);
  expect(refusal).toMatchObject({ code: "table-filtered", subject: table });
  expect(await trial.look()).toEqual(before);
  await Excel.run(async (context) => {
    context.workbook.tables.getItem(table).clearFilters();
    await context.sync();
  });
}

test.each(tables)("$book: table $table takes a label column by the run, and all else stays", async (known) => {
  const bytes = bytesOf(known.book);
  const trial = await openTrial(bytes);
  const id = (await findTables()).find(({ name }) => name === known.table)?.id ?? "";
  if (known.key === null) await clearFilter(trial, known.table, id);
  const before = await trial.look();
  const key = known.key ?? (await addKeyColumn(id, "en")).name;
  const { columns, record } = await runPlan(planFor(known, id, key), inThread, when);
  const { host } = trial;
  host.settle();
  const saved = trial.save();

  expect(host.missing).toEqual([]);
  expect(columns).toEqual([{ segmentation: "abc", name: "Value tier", renamed: false }]);
  // The table and the sheet it stands on.
  expect(changedParts(bytes, saved)).toEqual([
    expect.stringMatching(/^xl\/worksheets\/sheet\d+\.xml$/),
    expect.stringMatching(/^xl\/tables\/table\d+\.xml$/),
  ]);

  const again = await reopened(saved);
  const now = new Map(sheetsOf(again).map((sheet) => [sheet.name, sheet]));
  let labels = 0;
  for (const { name, cells } of sheetsOf(before)) {
    const found = now.get(name)?.cells ?? {};
    expect(found).toMatchObject(cells);
    const added = Object.entries(found).filter(([address]) => !(address in cells));
    labels += added.filter(([, [value]]) => ["A", "B", "C"].includes(String(value))).length;
  }
  expect(labels).toBe(record.rows);

  const byHucre = await readByHucre(saved);
  const texts = byHucre.sheets.map((sheet) => sheet.name);
  expect(texts).toEqual(expect.arrayContaining([...sheetsOf(again).map(({ name }) => name), "Segments", "Tierbook"]));
  const labelled = byHucre.sheets.flatMap(({ rows }) => rows.filter((row) => row.includes("Value tier")));
  expect(labelled.length).toBeGreaterThan(0);
});

const others = books.filter((name) => tables.every(({ book }) => book !== name));
test.each(others)("%s takes a range and a new sheet by office.js, and all else stays", async (name) => {
  const bytes = bytesOf(name);
  const trial = await openTrial(bytes);
  const before = await trial.look();
  await Excel.run(async (context) => {
    const visible = context.workbook.worksheets.getFirst(true);
    visible.getRange("AE1:AE2").values = [["Tier"], ["A"]];
    const sheet = context.workbook.worksheets.add("Tierbook check");
    sheet.getRange("A1:B2").values = [
      ["Tier", "Value"],
      ["A", 80],
    ];
    sheet.getRange("B3").formulas = [["=SUM(B2:B2)"]];
    await context.sync();
  });
  trial.host.settle();
  const saved = trial.save();

  expect(trial.host.missing).toEqual([]);
  expect(changedParts(bytes, saved)).toEqual([expect.stringMatching(/^xl\/worksheets\/sheet\d+\.xml$/)]);

  const now = new Map(sheetsOf(await reopened(saved)).map((sheet) => [sheet.name, sheet]));
  for (const sheet of sheetsOf(before)) expect(now.get(sheet.name)).toMatchObject({ ...sheet, cells: sheet.cells });
  const byHucre = await readByHucre(saved);
  expect(byHucre.sheets.at(-1)).toMatchObject({ name: "Tierbook check" });
  expect(byHucre.sheets.at(-1)?.rows).toMatchObject([
    ["Tier", "Value"],
    ["A", 80],
    [null, 80],
  ]);
});
