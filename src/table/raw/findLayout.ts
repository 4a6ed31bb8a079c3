import { findBody } from "./findBody";
import { declaredHeader, findHeader } from "./findHeader";
import { isInstruction } from "./informationText";
import { filledIn, isBlank, mergeAt } from "./rawCells";
import type { RawTable } from "./rawTable";
import type { Steps } from "./steps";

/** Where the parts of a list stand in a range; rows and columns count from zero, from the range's first cell. */
export interface Layout {
  /** Rows of the header, the first of them, and how many. */
  readonly header: { readonly row: number; readonly rows: number };
  /** Columns with a name or a value, from the left. */
  readonly columns: readonly number[];
  /** Columns between the first and the last that have no name of their own, and nothing below it. */
  readonly blankColumns: readonly number[];
  /** The first row below the header, and the last that belongs to the list. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly blankRows: readonly number[];
  /** Rows between the first and the last that add up others, and those that end the list. */
  readonly totalRows: readonly number[];
  readonly endingTotals: readonly number[];
  /** Rows among others that name a part of the list, or repeat its header. */
  readonly sectionRows: readonly number[];
  readonly repeatedRows: readonly number[];
  /** Rows above the header and below the list that hold something else, such as a title or a note. */
  readonly otherRows: readonly number[];
  /** Where another list begins below this one; null for none. */
  readonly otherList: number | null;
}

/** Where a person says that the header stands; null where it is to be found. */
export interface HeaderAsked {
  readonly row: number;
  readonly rows: number | null;
}

/**
 * Finds the header and what belongs to it. Merged cells count for all the columns they span, and go on into the rows
 * below. Null where no row is a header. Yields once a row.
 */
export function* findLayout(table: RawTable, asked: HeaderAsked | null = null): Steps<Layout | null> {
  const header = asked === null ? findHeader(table) : declaredHeader(table, asked.row, asked.rows);
  if (header === null) return null;
  const firstRow = header.row + header.rows + header.numbering;
  if (firstRow >= table.rows) return null;
  const { lastRow, filled, blankRows, totals, sections, repeated, otherList } = yield* findBody(table, header);
  const without = blankRows.length + totals.length + sections.length + repeated.length;
  if (without === lastRow - firstRow + 1) return null;
  const isNamed = (i: number): boolean => hasName(table, header, i);
  const columns = table.columns.flatMap((_, i) => (filled[i] === 1 || isNamed(i) ? [i] : []));
  const [first = 0, last = -1] = [columns[0], columns.at(-1)];
  const blankColumns = table.columns.flatMap((column, i) => {
    const holds = rowsBetween(header.row, firstRow - 1).some((row) => !isBlank(column, row));
    return !columns.includes(i) && (holds || (i > first && i < last)) ? [i] : [];
  });
  const out = new Set([...totals, ...blankRows]);
  let end = lastRow;
  while (end >= firstRow && out.has(end)) end--;
  const around = [
    ...rowsBetween(0, header.row - 1),
    ...rowsBetween(header.row + header.rows, firstRow - 1),
    ...rowsBetween(lastRow + 1, (otherList ?? table.rows) - 1),
  ];
  return {
    header: { row: header.row, rows: header.rows },
    columns,
    blankColumns,
    firstRow,
    lastRow,
    blankRows,
    totalRows: totals.filter((row) => row < end),
    endingTotals: totals.filter((row) => row > end),
    sectionRows: sections,
    repeatedRows: repeated,
    otherRows: around.filter((row) => filledIn(table, row) > 0),
    otherList,
  };
}

/** True for a column with a name of its own; what tells a reader what to do is none, nor is a part of a wide name. */
function hasName(table: RawTable, header: Layout["header"], index: number): boolean {
  const column = table.columns[index]!;
  return rowsBetween(header.row, header.row + header.rows - 1).some((row) => {
    if (isBlank(column, row) || isInstruction(column.texts[row] ?? "")) return false;
    const merge = mergeAt(table, row, index);
    return merge === undefined || merge.column === index;
  });
}

function rowsBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
