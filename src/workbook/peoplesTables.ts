import { Failure } from "../failure";
import type { DocBlock, SheetDoc } from "../reports/sheetDoc";
import { rangeAt, type Place } from "./address";
import { placeOf } from "./blockPlaces";
import { asSent, contentsOf, type Captured } from "./capture";
import { sentCell } from "./cellFormats";
import type { Session } from "./inExcel";
import {
  isFormula,
  mergedTable,
  sameContent,
  type Content,
  type Grid,
  type MergedCell,
  type MergedTable,
  type TableChange,
} from "./mergeTable";

type TableBlock = Extract<DocBlock, { kind: "table" }>;

/** A change of a table that people fill in, with the number formats of what it leaves. */
interface FormattedChange extends TableChange {
  readonly formats: (row: number, column: number) => string | null;
}

/** Somebody may move rows at the very moment of a write; more often than this in a row nobody does. */
const attempts = 6;

/** The column of ids by which the rows of a table are known; -1 for a table that only Tierbook writes. */
function keyColumnOf({ columns }: TableBlock): number {
  return columns.findIndex(({ hidden }) => hidden === true);
}

/** A table of a report that stays where it stands, with the columns that it has. */
interface TableInPlace {
  readonly block: TableBlock;
  readonly former: TableBlock;
  /** What stood there before the writing. */
  readonly captured: Captured["places"][number];
}

/** The tables that people fill in and that a writing leaves where they are. */
function tablesInPlace(
  doc: SheetDoc,
  previous: SheetDoc | null,
  captured: Captured | undefined,
): readonly TableInPlace[] {
  return doc.blocks.flatMap((block): readonly TableInPlace[] => {
    if (block.kind !== "table" || keyColumnOf(block) < 0 || block.standing !== undefined) return [];
    const former = previous?.blocks.find((one): one is TableBlock => one.kind === "table" && one.name === block.name);
    const part = captured?.places.find(
      ({ place }) => place.row === block.row && place.column === block.column && place.columns === block.columns.length,
    );
    const same = former?.row === block.row && former.column === block.column;
    return former && part && same ? [{ block, former, captured: part }] : [];
  });
}

/** What stood in a table before a writing, and what the writing leaves there. */
function gridsOf({ block, captured }: TableInPlace): { readonly before: Grid; readonly after: Grid } {
  const { row, column } = block;
  const [headers = [], ...rows] = captured.formulas;
  const after = block.rows.map((cells, i) =>
    cells.map((cell, j): Content => {
      const { content } = sentCell(cell, block.columns[j]?.format ?? "general");
      return content ?? rows[i]?.[j] ?? "";
    }),
  );
  const named = block.columns.map((one, j): Content => (one.asIs ? (headers[j] ?? "") : one.header));
  return { before: { row, column, headers, rows }, after: { row, column, headers: named, rows: after } };
}

/**
 * Brings the tables that people fill in to what a report says, and leaves all that they did to them since it was made.
 *
 * @returns the report and the one before it as the tables stand now, and the blocks whose cells need no more writing
 * @throws {Failure} `table-changed` where a table or its ids are gone, or stand in the way of one that moves;
 *   `cells-in-the-way`, `table-filtered` and `totals-row` where its rows cannot be written
 */
export async function writePeoplesTables(
  session: Session,
  sheetName: string,
  doc: SheetDoc,
  previous: SheetDoc,
  captured: Captured | undefined,
): Promise<{ readonly doc: SheetDoc; readonly previous: SheetDoc; readonly written: ReadonlySet<string> }> {
  let [next, former] = [doc, previous];
  const written = new Set<string>();
  for (const table of tablesInPlace(doc, previous, captured)) {
    const { before, after } = gridsOf(table);
    const { block } = table;
    const formats = (row: number, j: number): string | null => {
      const format = block.columns[j]?.format ?? "general";
      if (row < 0) return sentCell(block.columns[j]?.header ?? "", "text").numberFormat;
      return sentCell(block.rows[row]?.[j] ?? null, format).numberFormat;
    };
    const change = { from: before, to: after, key: keyColumnOf(block), formats };
    const made = await changeTable(session, sheetName, block.name, change, "refuse");
    if (!made) {
      const message = `table ${block.name} or its column of ids is gone`;
      throw new Failure("table-changed", message, { subject: sheetName });
    }
    written.add(block.id);
    next = withBlock(next, block, standing(block, made.place, made.merged));
    former = withBlock(former, table.former, standing(table.former, made.found, null));
  }
  return { doc: next, previous: former, written };
}

interface Former {
  readonly captured: Captured;
  readonly docs: { readonly previous: SheetDoc | null; readonly next: SheetDoc };
}

/**
 * Gives the tables that people fill in back what they held before a writing. What they changed since stays.
 *
 * @returns what is left to put back on the sheet, and the places of those tables that stand as they did, whose looks may
 *   be put back by place
 */
export async function restorePeoplesTables(
  session: Session,
  sheetName: string,
  { captured, docs }: Former,
): Promise<Former & { readonly looks: readonly Place[] }> {
  const tables = tablesInPlace(docs.next, docs.previous, captured);
  const looks: Place[] = [];
  for (const table of tables) {
    const isAsBefore = await restorePeoplesTable(session, sheetName, table);
    if (isAsBefore) looks.push(...[table.block, table.former].flatMap((block) => placeOf(block) ?? []));
  }
  const names = new Set(tables.map(({ block }) => block.name));
  const others = (doc: SheetDoc): SheetDoc => ({
    ...doc,
    blocks: doc.blocks.filter((block) => block.kind !== "table" || !names.has(block.name)),
  });
  return {
    looks,
    captured: {
      ...captured,
      places: captured.places.filter((part) => tables.every((table) => table.captured !== part)),
      tables: captured.tables.filter(({ name }) => !names.has(name)),
    },
    docs: { previous: docs.previous && others(docs.previous), next: others(docs.next) },
  };
}

/** @returns true if all rows and columns stand where they stood */
async function restorePeoplesTable(session: Session, sheetName: string, table: TableInPlace): Promise<boolean> {
  const { before, after } = gridsOf(table);
  const { formulas, numberFormats } = table.captured;
  const formats = (row: number, j: number): string | null => numberFormats[row + 1]?.[j] ?? null;
  const [headers = [], ...rows] = formulas.map((cells, row) =>
    cells.map((cell, j) => asSent(cell, numberFormats[row]?.[j])),
  );
  const key = keyColumnOf(table.block);
  const change = { from: after, to: { ...before, headers, rows }, key, formats };
  const made = await changeTable(session, sheetName, table.block.name, change, "leave");
  if (!made || JSON.stringify(made.place) !== JSON.stringify(table.captured.place)) return false;
  const ids = made.merged.rows.map((cells) => cells[key]?.content ?? "");
  return (
    made.merged.columns.every((j, i) => j === i) && ids.every((id, row) => sameContent(id, rows[row]?.[key] ?? ""))
  );
}

function withBlock(doc: SheetDoc, block: TableBlock, now: TableBlock): SheetDoc {
  return { ...doc, blocks: doc.blocks.map((one) => (one === block ? now : one)) };
}

/** A table of a report where it stands now: rows and columns that a run did not make are people's. */
function standing(block: TableBlock, { row, column, rows, columns }: Place, merged: MergedTable | null): TableBlock {
  const asIs = { asIs: true } as const;
  const theirs = (j: number | null, i: number): TableBlock["columns"][number] =>
    (j === null ? undefined : block.columns[j]) ?? {
      header: String(merged?.headers[i]?.content ?? ""),
      format: "general",
      width: 12,
      asIs: true,
    };
  const ours = Array.from({ length: columns }, (_, i) => (merged ? (merged.columns[i] ?? null) : i));
  return {
    ...block,
    row,
    column,
    columns: ours.map(theirs),
    rows: Array.from({ length: rows - 1 }, (_, i) => {
      const cells = block.rows[merged?.added[i] ?? -1];
      return ours.map((j) => (j === null ? asIs : (cells?.[j] ?? asIs)));
    }),
  };
}

interface ShownTable {
  readonly place: Place;
  readonly grid: Grid;
  readonly filtered: boolean;
  readonly totals: boolean;
}

interface MadeChange {
  /** Where the table stood, and where it stands now. */
  readonly found: Place;
  readonly place: Place;
  readonly merged: MergedTable;
}

/**
 * Makes a change to a table in one request, and sees in the same request whether the table still stood as it was read:
 * if somebody sorted it, or added rows or columns at that moment, the cells get back what they held, and it is made anew.
 *
 * @param inTheWay - whether to refuse where rows cannot be added or written, or to leave them
 * @returns null where the table or its column of ids is gone
 */
async function changeTable(
  session: Session,
  sheetName: string,
  name: string,
  change: FormattedChange,
  inTheWay: "refuse" | "leave",
): Promise<MadeChange | null> {
  const sheet = session.workbook.worksheets.getItem(sheetName);
  const read = async (): Promise<ShownTable | null> => {
    const table = queueRead(sheet, name);
    await session.sync();
    return shownTable(table);
  };
  let found: Place | null = null;
  let expected: MergedTable | null = null;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const shown = await read();
    const merged = shown && mergedTable(change, shown.grid);
    if (!shown || !merged) return null;
    found ??= shown.place;
    const { grid, place } = shown;
    const room = await roomFor(session, sheet, shown, merged.rows.length);
    if (room !== null && inTheWay === "refuse")
      throw new Failure(room, `table ${name} cannot grow`, { subject: sheetName });
    const rows = room === null ? merged.rows : merged.rows.slice(0, grid.rows.length);
    const cells = [merged.headers, ...rows];
    const moved = merged.standing.map((at, row) => at !== row);
    const patch = patchOf(cells, [false, ...moved], grid, expected);
    const size: Place = { ...place, rows: cells.length };
    if (patch.length === 0 && size.rows === place.rows) return { found, place, merged };
    const again = queueRead(sheet, name);
    const whole: Place = { ...place, rows: Math.max(place.rows, size.rows) };
    const held = rangeAt(sheet, whole).load("formulas,values,numberFormat");
    if (size.rows !== place.rows) sheet.tables.getItem(name).resize(rangeAt(sheet, size));
    queuePatch(sheet, place, patch, change.formats);
    if (size.rows < place.rows) {
      const gone = rangeAt(sheet, { ...place, row: place.row + size.rows, rows: place.rows - size.rows });
      gone.clear();
      gone.dataValidation.clear();
    }
    await session.sync();
    const stood = shownTable(again);
    if (stood && sameTable(stood, shown) && isBlankBelow(contentsOf(held), place.rows)) {
      expected = merged;
      continue;
    }
    const formats = held.numberFormat as string[][];
    if (stood) sheet.tables.getItem(name).resize(rangeAt(sheet, stood.place));
    const gone = size.rows < place.rows ? rest(contentsOf(held), size.rows) : [];
    const back = [...patch, ...gone].map(({ row, column }): Patched => {
      const content = contentsOf(held)[row]?.[column] ?? "";
      return { row, column, content: asSent(content, formats[row]?.[column]), of: [row, column] };
    });
    queuePatch(sheet, place, back, (row, column) => formats[row]?.[column] ?? null);
    await session.sync();
  }
  throw new Failure("table-changed", `table ${name} changes all the time`, { subject: sheetName });
}

type QueuedTable = { readonly table: Excel.Table; readonly range: Excel.Range };

function queueRead(sheet: Excel.Worksheet, name: string): QueuedTable {
  const table = sheet.tables.getItemOrNullObject(name).load("showTotals");
  table.autoFilter.load("isDataFiltered");
  const range = table.getRange().load("formulas,values,numberFormat,rowIndex,columnIndex,rowCount,columnCount");
  return { table, range };
}

function shownTable({ table, range }: QueuedTable): ShownTable | null {
  if (table.isNullObject) return null;
  const totals = table.showTotals;
  const rows = range.rowCount - (totals ? 1 : 0);
  const { rowIndex: row, columnIndex: column, columnCount: columns } = range;
  const [headers = [], ...body] = contentsOf(range).slice(0, rows);
  return {
    place: { row, column, rows, columns },
    grid: { row, column, headers, rows: body },
    filtered: table.autoFilter.isDataFiltered,
    totals,
  };
}

/** Why a table cannot have so many rows; null where it can. */
async function roomFor(
  session: Session,
  sheet: Excel.Worksheet,
  { place, filtered, totals }: ShownTable,
  rows: number,
): Promise<"table-filtered" | "totals-row" | "cells-in-the-way" | null> {
  const more = rows + 1 - place.rows;
  if (more === 0) return null;
  if (filtered) return "table-filtered";
  if (totals) return "totals-row";
  if (more < 0) return null;
  const below = rangeAt(sheet, { ...place, row: place.row + place.rows, rows: more });
  const used = below.getUsedRangeOrNullObject(true).load("address");
  await session.sync();
  return used.isNullObject ? null : "cells-in-the-way";
}

/** A cell that is to be written; rows count from the header. */
interface Patched {
  readonly row: number;
  readonly column: number;
  readonly content: Content;
  /** Where its number format comes from; null for one that keeps the format that it has. */
  readonly of: MergedCell["of"];
}

/**
 * The cells that differ.
 *
 * @param moved - rows that are to stand elsewhere than they do
 * @param expected - what an earlier attempt left: Excel may have filled a whole column with a formula of one cell
 */
function patchOf(
  cells: readonly (readonly MergedCell[])[],
  moved: readonly boolean[],
  now: Grid,
  expected: MergedTable | null,
): readonly Patched[] {
  const [standing, wanted] = [[now.headers, ...now.rows], expected && [expected.headers, ...expected.rows]];
  return cells.flatMap((line, row) =>
    line.flatMap(({ content, of }, column): readonly Patched[] => {
      const found = standing[row]?.[column] ?? "";
      const isWritten = of !== null || moved[row] === true;
      if (isWritten) return sameContent(found, content) ? [] : [{ row, column, content, of }];
      const meant = wanted?.[row]?.[column]?.content;
      const filled = meant !== undefined && isFormula(found) && !isFormula(meant);
      return filled ? [{ row, column, content: meant, of: wanted?.[row]?.[column]?.of ?? null }] : [];
    }),
  );
}

/** Cell by cell: where rows are filtered, Excel may put an array into other rows than it was meant for. */
function queuePatch(
  sheet: Excel.Worksheet,
  place: Place,
  patch: readonly Patched[],
  formats: FormattedChange["formats"],
): void {
  // Constants first: Excel fills a column without contents with the first formula that is written into it.
  for (const formulas of [false, true]) {
    for (const { row, column, content, of } of patch) {
      if (isFormula(content) !== formulas) continue;
      const cell = rangeAt(sheet, { row: place.row + row, column: place.column + column, rows: 1, columns: 1 });
      const format = of && formats(of[0], of[1]);
      if (format !== null) cell.numberFormat = [[format]];
      cell.formulas = [[content]];
    }
  }
}

function sameTable(a: ShownTable, b: ShownTable): boolean {
  return JSON.stringify([a.place, a.grid]) === JSON.stringify([b.place, b.grid]);
}

function isBlankBelow(held: readonly (readonly Content[])[], rows: number): boolean {
  return held.slice(rows).every((cells) => cells.every((cell) => cell === ""));
}

function rest(held: readonly (readonly Content[])[], from: number): readonly { row: number; column: number }[] {
  return held.flatMap((cells, row) => (row < from ? [] : cells.map((_, column) => ({ row, column }))));
}
