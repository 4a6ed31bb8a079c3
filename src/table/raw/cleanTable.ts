import type { Content } from "../columns";
import { CellKind } from "../customerTable";
import { readNumberText } from "../readNumberText";
import type { ColumnNames } from "./columnNames";
import { columnFacts, dayOf, type CellReading, type ColumnFacts } from "./columnReading";
import type { Layout } from "./findLayout";
import { isBlank, isText } from "./rawCells";
import type { RawColumn, RawTable } from "./rawTable";
import type { Steps } from "./steps";

/** What was left out of a copy, changed in it, or could not be read; each with its cells, rows or columns. */
export type ChangeKind =
  | "title-rows"
  | "blank-rows"
  | "hidden-rows"
  | "total-rows"
  | "section-rows"
  | "repeated-rows"
  | "other-list"
  | "blank-columns"
  | "joined-names"
  | "missing-names"
  | "repeated-names"
  | "numbers"
  | "dates"
  | "day-format"
  | "trimmed"
  | "not-numbers"
  | "not-dates"
  | "error-cells";

/** One kind of change to one column, or to the list as a whole. */
export interface CopyChange {
  readonly kind: ChangeKind;
  /** The column's name in the copy; null for what is of no column. */
  readonly column: string | null;
  /** The cells, in the range's own counting from zero; of rows and columns the first. */
  readonly cells: readonly { readonly row: number; readonly column: number }[];
}

export interface CleanColumn {
  readonly name: string;
  readonly kind: "text" | "numbers" | "dates";
  readonly cells: readonly Content[];
}

/** Which rows that are perhaps no customers a copy keeps. */
export interface KeptRows {
  /** Hidden rows that are left out. */
  readonly hidden: readonly number[];
  readonly totals: boolean;
}

/** A list as it would stand in a table of its own. */
export interface CleanTable {
  readonly columns: readonly CleanColumn[];
  readonly rows: number;
  readonly changes: readonly CopyChange[];
  /** What must be declared before cells can be read, with the cells concerned. */
  readonly undeclared: readonly Undeclared[];
}

export interface Undeclared {
  readonly what: "numbers" | "dates";
  readonly column: string;
  readonly cells: CopyChange["cells"];
  /** Per choice how many of the column's texts it reads. */
  readonly reads: Readonly<Record<string, number>>;
}

/**
 * A clean copy of a list: one row of names, no blank rows, no totals, numbers and days that were text as what they say,
 * and text without spaces at its ends. What cannot be read stays as it is. Everything that differs from the original is
 * listed. Yields once a cell.
 *
 * @param kept - hidden rows that are to be left out, and whether rows of totals stay
 */
export function* cleanTable(
  table: RawTable,
  layout: Layout,
  { names, joined, missing, repeated }: ColumnNames,
  reading: CellReading,
  kept: KeptRows = { hidden: [], totals: false },
): Steps<CleanTable> {
  const first = layout.columns[0] ?? 0;
  const inList = (row: number): boolean => row >= layout.firstRow && row <= layout.lastRow;
  const hiddenRows = kept.hidden.filter(inList);
  const hiding = new Set(hiddenRows);
  const totals = kept.totals ? [] : [...layout.totalRows, ...layout.endingTotals].filter((row) => !hiding.has(row));
  const shown = (rows: readonly number[]): readonly number[] => rows.filter((row) => !hiding.has(row));
  const [sections, again] = [shown(layout.sectionRows), shown(layout.repeatedRows)];
  const without = new Set([...layout.blankRows, ...totals, ...hiddenRows, ...sections, ...again]);
  const rows: number[] = [];
  for (let row = layout.firstRow; row <= layout.lastRow; row++) if (!without.has(row)) rows.push(row);
  const ofRows = (kind: ChangeKind, at: readonly number[]): CopyChange => ({
    kind,
    column: null,
    cells: at.map((row) => ({ row, column: first })),
  });
  const ofNames = (kind: ChangeKind, at: readonly number[]): CopyChange => ({
    kind,
    column: null,
    cells: at.map((i) => ({ row: layout.header.row, column: layout.columns[i]! })),
  });
  const cleaned: Cleaned[] = [];
  for (const [i, index] of layout.columns.entries()) {
    cleaned.push(yield* cleanColumn(table.columns[index]!, index, names[i]!, rows, reading));
  }
  const changes = [
    ofRows("title-rows", layout.otherRows),
    ofRows("blank-rows", layout.blankRows),
    ofRows("hidden-rows", hiddenRows),
    ofRows("total-rows", totals),
    ofRows("section-rows", sections),
    ofRows("repeated-rows", again),
    ofRows("other-list", layout.otherList === null ? [] : [layout.otherList]),
    {
      kind: "blank-columns" as const,
      column: null,
      cells: layout.blankColumns.map((column) => ({ row: layout.header.row, column })),
    },
    ofNames("joined-names", joined),
    ofNames("missing-names", missing),
    ofNames("repeated-names", repeated),
    ...cleaned.flatMap((each) => each.changes),
  ];
  return {
    columns: cleaned.map(({ column }) => column),
    rows: rows.length,
    changes: changes.filter(({ cells }) => cells.length > 0),
    undeclared: cleaned.flatMap((each) => each.undeclared),
  };
}

interface Cleaned {
  readonly column: CleanColumn;
  readonly changes: readonly CopyChange[];
  readonly undeclared: readonly Undeclared[];
}

function* cleanColumn(
  column: RawColumn,
  index: number,
  name: string,
  rows: readonly number[],
  reading: CellReading,
): Steps<Cleaned> {
  const facts = yield* columnFacts(column, name, rows, reading);
  const found = new Map<ChangeKind, number[]>();
  const note = (kind: ChangeKind, row: number): void => void (found.get(kind) ?? newList(found, kind)).push(row);
  const cells: Content[] = [];
  for (const row of rows) {
    yield;
    cells.push(cleanCell(column, row, facts, reading, note));
  }
  const at = (row: number): { row: number; column: number } => ({ row, column: index });
  const numeric = rows.some((row) => column.kinds[row] === CellKind.number);
  const kind = facts.reading === "as-they-are" ? (numeric ? "numbers" : "text") : facts.reading;
  return {
    column: { name, kind, cells },
    changes: [...found].map(([what, where]) => ({ kind: what, column: name, cells: where.map(at) })),
    undeclared:
      facts.reading === "as-they-are" || facts.undeclared.length === 0 || declared(facts, reading)
        ? []
        : [{ what: facts.reading, column: name, cells: facts.undeclared.map(at), reads: facts.reads }],
  };
}

/** Once something is declared, cells that say otherwise are listed, not asked about again. */
function declared(facts: ColumnFacts, { numbers, dates }: CellReading): boolean {
  return facts.reading === "numbers" ? numbers !== null : dates.order !== null;
}

function newList(found: Map<ChangeKind, number[]>, kind: ChangeKind): number[] {
  const list: number[] = [];
  found.set(kind, list);
  return list;
}

function cleanCell(
  column: RawColumn,
  row: number,
  { reading }: ColumnFacts,
  { numbers, dates }: CellReading,
  note: (kind: ChangeKind, row: number) => void,
): Content {
  const kind = column.kinds[row];
  if (kind === CellKind.error) {
    note("error-cells", row);
    return { error: column.texts[row] ?? "#N/A" };
  }
  if (kind === CellKind.logical) return column.numbers[row] === 1;
  if (kind === CellKind.number) return numberCell(column, row, reading, dates, note);
  if (!isText(column, row)) {
    if (kind === CellKind.text && column.texts[row] !== "") note("trimmed", row);
    return isBlank(column, row) ? null : (column.texts[row] ?? null);
  }
  const text = column.texts[row] ?? "";
  const read = readText(column, row, reading, { numbers, dates });
  if (read !== null) {
    note(reading === "dates" ? "dates" : "numbers", row);
    return read;
  }
  if (reading !== "as-they-are") note(reading === "dates" ? "not-dates" : "not-numbers", row);
  const trimmed = text.trim();
  if (trimmed !== text) note("trimmed", row);
  return trimmed;
}

/** A number among days is a day whose cell does not show it. */
function numberCell(
  column: RawColumn,
  row: number,
  reading: ColumnFacts["reading"],
  dates: CellReading["dates"],
  note: (kind: ChangeKind, row: number) => void,
): Content {
  const number = column.numbers[row] ?? 0;
  if (reading !== "dates") return number;
  const day = dayOf(column, row, dates);
  if (day === null) {
    note("not-dates", row);
    return number;
  }
  if (column.dated[row] === 0) note("day-format", row);
  return number;
}

function readText(
  column: RawColumn,
  row: number,
  reading: ColumnFacts["reading"],
  { numbers, dates }: CellReading,
): number | null {
  if (reading === "as-they-are") return null;
  if (reading === "dates") {
    const day = dayOf(column, row, dates);
    return day === null ? null : inBook(day, dates);
  }
  const number = readNumberText(column.texts[row] ?? "", numbers);
  return typeof number === "number" ? number : null;
}

/** A day as the workbook counts days. */
function inBook(day: number, { from1904 }: CellReading["dates"]): number {
  return from1904 ? day - 1462 : day;
}
