import { CellKind } from "../customerTable";
import { filledIn, isBlank, isText, mergeAt } from "./rawCells";
import type { RawTable } from "./rawTable";
import type { Steps } from "./steps";
import { isTotalRow } from "./totalRow";

/** Where the parts of a list stand in a range; rows and columns count from zero, from the range's first cell. */
export interface Layout {
  /** Rows of the header, the first of them, and how many. */
  readonly header: { readonly row: number; readonly rows: number };
  /** Columns with a name or a value, from the left. */
  readonly columns: readonly number[];
  /** Columns between the first and the last that hold a name at most, and nothing below it. */
  readonly blankColumns: readonly number[];
  /** The first row below the header, and the last that belongs to the list. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly blankRows: readonly number[];
  /** Rows between the first and the last that add up others, and those that end the list. */
  readonly totalRows: readonly number[];
  readonly endingTotals: readonly number[];
  /** Rows above the header and below the list that hold something else, such as a title or a note. */
  readonly otherRows: readonly number[];
}

/** Rows from the top among which the header is looked for, and by which the width of the list is known. */
const rowsLookedAt = 60;
/** Share of the list's columns that a header names at least. */
const leastNamed = 0.6;
const mostHeaderRows = 3;

/**
 * Finds the header and what belongs to it: the first row whose cells are names and fill most of the list's width; merged
 * cells count for all the columns they span, and go on into the rows below. Null where no row is a header. Yields once
 * a row.
 */
export function* findLayout(table: RawTable): Steps<Layout | null> {
  const header = headerOf(table);
  if (header === null) return null;
  const firstRow = header.row + header.rows;
  const lastRow = yield* lastRowOf(table, header.row, firstRow);
  if (lastRow < firstRow) return null;
  const { filled, blankRows, totals } = yield* lookThrough(table, firstRow, lastRow);
  const columns = table.columns.flatMap((_, i) => (filled[i] === 1 ? [i] : []));
  const [first = 0, last = -1] = [columns[0], columns.at(-1)];
  const blankColumns = table.columns.flatMap((column, i) => {
    const named = rowsBetween(header.row, firstRow - 1).some((row) => !isBlank(column, row));
    return !columns.includes(i) && (named || (i > first && i < last)) ? [i] : [];
  });
  const others = new Set(blankRows);
  const adding = new Set(totals);
  let end = lastRow;
  while (end >= firstRow && (adding.has(end) || others.has(end))) end--;
  const endingTotals = totals.filter((row) => row > end);
  if (columns.length === 0 || blankRows.length + totals.length === lastRow - firstRow + 1) return null;
  return {
    header,
    columns,
    blankColumns,
    firstRow,
    lastRow,
    blankRows,
    totalRows: totals.filter((row) => row < end),
    endingTotals,
    otherRows: [...rowsBetween(0, header.row - 1), ...rowsBetween(lastRow + 1, table.rows - 1)].filter(
      (row) => filledIn(table, row) > 0,
    ),
  };
}

interface Body {
  /** Per column 1 where some row holds something. */
  readonly filled: Uint8Array;
  readonly blankRows: readonly number[];
  readonly totals: readonly number[];
}

/** Looks at the rows below the header one by one. */
function* lookThrough(table: RawTable, firstRow: number, lastRow: number): Steps<Body> {
  const filled = new Uint8Array(table.columns.length);
  const blankRows: number[] = [];
  const totals: number[] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    yield;
    let holding = 0;
    for (const [i, column] of table.columns.entries()) {
      if (isBlank(column, row)) continue;
      holding++;
      filled[i] = 1;
    }
    if (holding === 0) blankRows.push(row);
    if (isTotalRow(table, row)) totals.push(row);
  }
  return { filled, blankRows, totals };
}

function headerOf(table: RawTable): Layout["header"] | null {
  const looked = rowsBetween(0, Math.min(table.rows, rowsLookedAt) - 1);
  const widths = looked.map((row) => filledIn(table, row)).filter((width) => width > 0);
  const width = Math.max(0, ...widths);
  const least = width === 1 ? 1 : Math.max(2, leastNamed * width);
  const row = looked.find((one) => namedIn(table, one) >= least && areNames(table, one));
  if (row === undefined) return null;
  let rows = 1;
  // A name over several columns has their own names below it; a name beside those goes on to where they end.
  for (let at = row; at < row + rows && rows < mostHeaderRows; at++) {
    for (const merge of table.merges) {
      if (merge.row !== at || isBlank(table.columns[merge.column]!, at)) continue;
      const below = merge.row + merge.rows - row + (merge.columns > 1 ? 1 : 0);
      rows = Math.max(rows, Math.min(mostHeaderRows, below));
    }
  }
  // What stands below a wide name may be numbers: then the names end with it.
  while (rows > 1 && !areNames(table, row + rows - 1)) rows--;
  return { row, rows };
}

/** How many columns a row names, each column under a merged name included. */
function namedIn(table: RawTable, row: number): number {
  return table.columns.reduce((sum, column, i) => {
    const merge = mergeAt(table, row, i);
    const origin = merge ? table.columns[merge.column]! : column;
    return sum + (isBlank(origin, merge?.row ?? row) ? 0 : 1);
  }, 0);
}

/** True if what a row holds are words, or years among words. */
function areNames(table: RawTable, row: number): boolean {
  const filled = table.columns.filter((column) => !isBlank(column, row));
  const texts = filled.filter((column) => isText(column, row));
  const years = filled.filter(({ kinds, numbers }) => kinds[row] === CellKind.number && isYear(numbers[row] ?? NaN));
  return filled[0] !== undefined && filled[0] === texts[0] && texts.length + years.length === filled.length;
}

function isYear(number: number): boolean {
  return Number.isInteger(number) && number >= 1900 && number <= 2100;
}

/** The last row of the list: notes below it stand apart, or hold one cell where the list has several. */
function* lastRowOf(table: RawTable, headerRow: number, firstRow: number): Steps<number> {
  const named = namedIn(table, headerRow);
  let last = table.rows - 1;
  while (last >= firstRow) {
    yield;
    const filled = filledIn(table, last);
    const note = filled === 1 && named > 2 && !isTotalRow(table, last) && table.columns.some((c) => isText(c, last));
    if (filled > 0 && !note) break;
    last--;
  }
  return last;
}

function rowsBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
