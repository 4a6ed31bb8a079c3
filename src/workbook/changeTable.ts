import { Failure } from "../failure";
import { rangeAt, type Place } from "./address";
import { asSent, contentsOf } from "./capture";
import { failureOfOffice, type Session } from "./inExcel";
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

/** A change of a table that people fill in, with the number formats of what it leaves. */
export interface FormattedChange extends TableChange {
  readonly formats: (row: number, column: number) => string | null;
}

/** Somebody may move rows at the very moment of a write; more often than this in a row nobody does. */
const attempts = 6;

export interface ShownTable {
  readonly place: Place;
  readonly grid: Grid;
  readonly filtered: boolean;
  readonly totals: boolean;
}

export interface MadeChange {
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
export async function changeTable(
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
    const { room, below, again: disturbed } = await roomFor(session, sheet, name, shown, merged.rows);
    if (disturbed) continue;
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
    queueSize(sheet, name, place, size);
    queuePatch(sheet, place, patch, change.formats);
    if (size.rows === place.rows) await session.sync();
    else if (!(await wasThere(session))) continue;
    const stood = shownTable(again);
    if (stood && sameTable(stood, shown) && isSameBelow(contentsOf(held).slice(place.rows), below)) {
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

function queueSize(sheet: Excel.Worksheet, name: string, place: Place, size: Place): void {
  if (size.rows === place.rows) return;
  const table = sheet.tables.getItem(name);
  // Excel refuses it, and with it all that follows, where the table no longer begins there.
  table.resize(rangeAt(sheet, place));
  if (size.rows < place.rows) {
    // First: blank rows of a table are known as left over, cells below it are not.
    const gone = rangeAt(sheet, { ...place, row: place.row + size.rows, rows: place.rows - size.rows });
    gone.clear();
    gone.dataValidation.clear();
  }
  table.resize(rangeAt(sheet, size));
}

/** Sends what begins with giving a table the place where it stood; false if it stands there no longer. */
async function wasThere(session: Session): Promise<boolean> {
  try {
    await session.sync();
    return true;
  } catch (error) {
    if (failureOfOffice(error, "table").detail?.["excel"] !== "InvalidArgument") throw error;
    return false;
  }
}

type QueuedTable = { readonly table: Excel.Table; readonly range: Excel.Range };

export function queueRead(sheet: Excel.Worksheet, name: string): QueuedTable {
  const table = sheet.tables.getItemOrNullObject(name).load("showTotals");
  table.autoFilter.load("isDataFiltered");
  const range = table.getRange().load("formulas,values,numberFormat,rowIndex,columnIndex,rowCount,columnCount");
  return { table, range };
}

export function shownTable({ table, range }: QueuedTable): ShownTable | null {
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

interface Room {
  /** Why a table cannot have so many rows; null where it can. */
  readonly room: "table-filtered" | "totals-row" | "cells-in-the-way" | null;
  /** What stands in the cells that it grows into. */
  readonly below: readonly (readonly Content[])[];
  /** True if the table changed since it was read, so that the rest says nothing. */
  readonly again: boolean;
}

/** Whether a table can have some rows. Cells that hold what is to come there are left of a shrinking that was cut off. */
async function roomFor(
  session: Session,
  sheet: Excel.Worksheet,
  name: string,
  shown: ShownTable,
  rows: readonly (readonly MergedCell[])[],
): Promise<Room> {
  const { place, filtered, totals } = shown;
  const more = rows.length + 1 - place.rows;
  const unread = (room: Room["room"]): Room => ({ room, below: [], again: false });
  if (more === 0) return unread(null);
  if (filtered) return unread("table-filtered");
  if (totals) return unread("totals-row");
  if (more < 0) return unread(null);
  const table = queueRead(sheet, name);
  const range = rangeAt(sheet, { ...place, row: place.row + place.rows, rows: more }).load(
    "formulas,values,numberFormat",
  );
  await session.sync();
  const now = shownTable(table);
  const below = contentsOf(range);
  const wanted = rows.slice(place.rows - 1);
  const free = below.every((cells, i) =>
    cells.every((cell, j) => cell === "" || sameContent(cell, wanted[i]?.[j]?.content ?? "")),
  );
  return { room: free ? null : "cells-in-the-way", below, again: now === null || !sameTable(now, shown) };
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

function isSameBelow(held: readonly (readonly Content[])[], seen: readonly (readonly Content[])[]): boolean {
  return held.every((cells, i) => cells.every((cell, j) => sameContent(cell, seen[i]?.[j] ?? "")));
}

function rest(held: readonly (readonly Content[])[], from: number): readonly { row: number; column: number }[] {
  return held.flatMap((cells, row) => (row < from ? [] : cells.map((_, column) => ({ row, column }))));
}
