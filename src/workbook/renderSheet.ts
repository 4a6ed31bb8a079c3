import type { DocBlock, DocCell, SheetDoc } from "../reports/sheetDoc";
import { addressOf, rangeAt, type Place } from "./address";
import { placeOf, placesOf, sentPlaceOf, without } from "./blockPlaces";
import { dressPairs, dressText, sentCell, type SentCell, undress, type PlainFont } from "./cellFormats";
import type { Session } from "./inExcel";
import { bytesPerSlice, cellBytes } from "./inSlices";
import { dressTable, sameLook } from "./dressTable";
import { queueInputs, queueRules, queueShades } from "./queueInputs";
import { holdsFormulas, isFormula, queueConstants } from "./formulaCells";
import { layOutMoved, layOutSheet } from "./layOutSheet";
import type { Look } from "./looks";
import { queueLink, queueLostLinks } from "./links";
import { queueChart, queueSeries } from "./paretoChart";
import { queueTablePlaces } from "./tablePlaces";

type Block<Kind extends DocBlock["kind"]> = Extract<DocBlock, { kind: Kind }>;

const tableStyle = "TableStyleMedium2";

/** Tables and charts that stand on a sheet now, by name. */
export interface Standing {
  readonly tables: ReadonlyMap<string, Place>;
  readonly charts: ReadonlySet<string>;
  /** Charts without the two series that ours have. */
  readonly brokenCharts: ReadonlySet<string>;
}

const nothingStanding: Standing = { tables: new Map(), charts: new Set(), brokenCharts: new Set() };

/**
 * Brings the cells and tables of a sheet of ours to what its report says, in place: tables keep their identity, charts
 * their place, and cells beside the blocks are not touched. Doing it again changes nothing.
 *
 * @param previous - the report as it stands on the sheet now; null on a new sheet
 * @param options.written - blocks whose cells say already what they are to say
 * @param options.anew - true to make the tables again over their cells, where Excel does not leave formulas as they are written
 *   into a table
 * @returns how the sheet is to look, for when all of it holds what it should
 */
export async function renderSheet(
  session: Session,
  sheetName: string,
  doc: SheetDoc,
  previous: SheetDoc | null,
  { written = new Set(), anew = false }: { readonly written?: ReadonlySet<string>; readonly anew?: boolean } = {},
): Promise<readonly Look[]> {
  const sheet = session.workbook.worksheets.getItem(sheetName);
  // The last cell of the sheet shows the workbook's own font: nobody writes there.
  const plain = sheet.getRange("XFD1048576").format.font.load("name,size");
  const standing = await readStanding(session, sheetName);
  const tables = doc.blocks.filter((block) => block.kind === "table");
  const ours = oursAmong(standing.tables, [previous, doc]);
  const stay = anew
    ? tables.filter((block) => !holdsFormulas(block) || written.has(block.id)).map(({ name }) => name)
    : [...ours.keys()];
  const wanted = new Map([...tablesIn(doc)].filter(([name]) => stay.includes(name)));
  const kept = queueTablePlaces(sheet, ours, wanted);
  for (const place of without(placesOf(previous), placesOf(doc))) rangeAt(sheet, place).clear();
  queueLostLinks(sheet, { previous, next: doc });
  await writeBlocks(session, sheet, doc, { previous, kept, written, plain });
  for (const block of tables) {
    const place = placeOf(block);
    if (place && !kept.has(block.name)) queueTable(sheet, block.name, place, block.filters);
  }
  await session.sync();
  return [
    { kind: "marks", where: sheetName, queue: () => queueMarks(sheet, tables, previous) },
    // Widths first: a chart takes its place in points, from the columns as they are then.
    ...(previous === null ? layOutSheet(sheet, sheetName, doc) : layOutMoved(sheet, sheetName, doc, previous)),
    chartsLook(session, sheetName, standing, doc, previous),
  ];
}

/** Puts into the batch what tells people which cells are theirs to fill in, and what stands out. */
function queueMarks(sheet: Excel.Worksheet, tables: readonly Block<"table">[], previous: SheetDoc | null): void {
  for (const block of tables) {
    queueInputs(sheet, block);
    if (previous === null) queueRules(sheet, block);
    if (previous?.blocks.some(({ id }) => id === block.id) !== true) queueShades(sheet, block);
  }
}

function chartsLook(
  session: Session,
  sheetName: string,
  found: Standing,
  doc: SheetDoc,
  previous: SheetDoc | null,
): Look {
  const sheet = session.workbook.worksheets.getItem(sheetName);
  let standing = found;
  const queue = (): void => {
    if (previous === null) {
      // On a sheet that this run made, a chart can only be what an interruption left of ours.
      for (const name of standing.charts) sheet.charts.getItem(name).delete();
    }
    queueCharts(sheet, previous === null ? nothingStanding : standing, doc, previous);
  };
  const again = async (): Promise<void> => {
    standing = await readStanding(session, sheetName);
  };
  return { kind: "chart", where: sheetName, queue, again };
}

/** What stands on a sheet now. */
export async function readStanding(session: Session, sheetName: string): Promise<Standing> {
  const sheet = session.workbook.worksheets.getItem(sheetName);
  const tables = sheet.tables.load("items/name");
  const charts = sheet.charts.load("items/name");
  await session.sync();
  const ranges = tables.items.map((table) => table.getRange().load("rowIndex,columnIndex,rowCount,columnCount"));
  for (const chart of charts.items) chart.series.load("items/name");
  if (ranges.length + charts.items.length > 0) await session.sync();
  const places = tables.items.map((table, i): [string, Place] => {
    const range = ranges[i] as Excel.Range;
    const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = range;
    return [table.name, { row, column, rows, columns }];
  });
  const broken = charts.items.filter(({ series }) => series.items.length < 2);
  return {
    tables: new Map(places),
    charts: new Set(charts.items.map(({ name }) => name)),
    brokenCharts: new Set(broken.map(({ name }) => name)),
  };
}

/** The tables of some reports that stand on their sheet, by name. */
export function oursAmong(
  standing: ReadonlyMap<string, Place>,
  docs: readonly (SheetDoc | null)[],
): ReadonlyMap<string, Place> {
  const ours = new Set(docs.flatMap((doc) => [...tablesIn(doc).keys()]));
  return new Map([...standing].filter(([name]) => ours.has(name)));
}

/** The places of a report's tables, by name. */
export function tablesIn(doc: SheetDoc | null): ReadonlyMap<string, Place> {
  return new Map(
    (doc?.blocks ?? []).flatMap((block) => {
      const place = block.kind === "table" ? placeOf(block) : null;
      return block.kind === "table" && place ? [[block.name, place]] : [];
    }),
  );
}

/** Puts the making of a native table into the batch. */
export function queueTable(sheet: Excel.Worksheet, name: string, place: Place, filters = false): void {
  const table = sheet.tables.add(addressOf(place), true);
  table.style = tableStyle;
  table.showFilterButton = filters;
  // Bands are drawn by Excel alone; the thin lines between our rows are drawn everywhere.
  table.showBandedRows = false;
  // Last: by its name a table is known as made, also where a process died within the request.
  table.name = name;
}

/** What blocks are written over. */
interface WrittenOver {
  readonly previous: SheetDoc | null;
  /** Names of the tables that stay where they stand. */
  readonly kept: ReadonlySet<string>;
  /** Blocks whose cells say already what they are to say. */
  readonly written: ReadonlySet<string>;
  readonly plain: PlainFont;
}

async function writeBlocks(
  session: Session,
  sheet: Excel.Worksheet,
  doc: SheetDoc,
  { previous, kept, written, plain }: WrittenOver,
): Promise<void> {
  for (const block of doc.blocks) {
    const place = placeOf(block);
    if (!place || place.rows === 0) continue;
    const former = previous?.blocks.find((old) => samePlace(old, block));
    // Before the contents: a link brings its own look. What people change of it stays until the table's rows change.
    if (block.kind === "table" && !sameLook(block, former)) dressTable(sheet, block, place, plain);
    const sent = written.has(block.id) ? null : sentPlaceOf(block);
    for (const part of sent ? slicesOf(block) : []) {
      session.context.application.suspendApiCalculationUntilNextSync();
      const at = { ...place, row: (sent ?? place).row + part.offset, rows: part.cells.length };
      if (block.kind === "table" && kept.has(block.name)) {
        queueConstants(
          rangeAt(sheet, at),
          part.cells.map((cells) => cells.map(({ cell }) => isFormula(cell))),
        );
      }
      writeCells(sheet, at, part.cells);
      if (!part.last) await session.sync();
    }
    if (former) continue;
    // A block that comes to a new place finds the look of what stood there.
    if (block.kind !== "table" && previous) undress(rangeAt(sheet, place), plain);
    if (block.kind === "text") dressText(rangeAt(sheet, place), block.style);
    if (block.kind === "pairs") {
      const names = { ...place, columns: 1 };
      dressPairs(rangeAt(sheet, names), rangeAt(sheet, { ...names, column: place.column + 1 }));
    }
  }
}

function samePlace(a: DocBlock, b: DocBlock): boolean {
  return a.id === b.id && a.kind === b.kind && a.row === b.row && a.column === b.column;
}

interface Part {
  readonly offset: number;
  readonly cells: readonly (readonly FormattedCell[])[];
  readonly last: boolean;
}

export interface FormattedCell {
  readonly cell: DocCell;
  readonly sent: SentCell;
}

/** A block's rows in slices that fit one request. */
function slicesOf(block: DocBlock): readonly Part[] {
  const rows = cellsOf(block);
  const parts: Part[] = [];
  let start = 0;
  let bytes = 0;
  rows.forEach((cells, i) => {
    const more = cells.reduce((sum, { sent }) => sum + cellBytes(sent.content) + cellBytes(sent.numberFormat), 0);
    if (i > start && bytes + more > bytesPerSlice) {
      parts.push({ offset: start, cells: rows.slice(start, i), last: false });
      start = i;
      bytes = 0;
    }
    bytes += more;
  });
  parts.push({ offset: start, cells: rows.slice(start), last: true });
  return parts;
}

/** What is sent for the cells of a block, row by row; for a table with rows that stay, those below them. */
export function cellsOf(block: DocBlock): readonly (readonly FormattedCell[])[] {
  switch (block.kind) {
    case "text":
      return [[formatted(block.cell, block.format ?? "general")]];
    case "pairs":
      return block.pairs.map(({ name, cell, format }) => [formatted(name, "general"), formatted(cell, format)]);
    case "table": {
      const head = block.columns.map(({ header, asIs }) => formatted(asIs ? { asIs } : header, "text"));
      const rows = block.rows.length > 0 ? block.rows : [block.columns.map(() => null)];
      const cells = rows.map((row) => block.columns.map(({ format }, i) => formatted(row[i] ?? null, format)));
      return block.standing ? cells : [head, ...cells];
    }
    case "chart":
      return [];
    default:
      return block satisfies never;
  }
}

function formatted(cell: DocCell, format: Parameters<typeof sentCell>[1]): FormattedCell {
  return { cell, sent: sentCell(cell, format) };
}

function writeCells(sheet: Excel.Worksheet, place: Place, rows: readonly (readonly FormattedCell[])[]): void {
  const range = rangeAt(sheet, place);
  range.numberFormat = rows.map((cells) => cells.map(({ sent }) => sent.numberFormat));
  range.formulas = rows.map((cells) => cells.map(({ sent }) => sent.content));
  rows.forEach((cells, row) => {
    cells.forEach(({ cell }, column) => queueLink(sheet, place.row + row, place.column + column, cell));
  });
}

function queueCharts(sheet: Excel.Worksheet, standing: Standing, doc: SheetDoc, previous: SheetDoc | null): void {
  const wanted = new Set<string>();
  for (const block of doc.blocks) {
    if (block.kind !== "chart") continue;
    const table = doc.blocks.find((candidate) => candidate.kind === "table" && candidate.id === block.chart.table);
    if (table?.kind !== "table") continue;
    wanted.add(block.name);
    const whole = standing.charts.has(block.name) && !standing.brokenCharts.has(block.name);
    if (whole && previous?.blocks.some((old) => old.kind === "chart" && old.name === block.name)) {
      queueSeries(sheet, sheet.charts.getItem(block.name), block, table);
      continue;
    }
    // What stands there was left by an interrupted run, or has lost a series: it is made anew.
    if (standing.charts.has(block.name)) sheet.charts.getItem(block.name).delete();
    queueChart(sheet, block, table);
  }
  for (const old of previous?.blocks ?? []) {
    if (old.kind !== "chart" || wanted.has(old.name) || !standing.charts.has(old.name)) continue;
    sheet.charts.getItem(old.name).delete();
  }
}
