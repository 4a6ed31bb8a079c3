import { CellKind } from "../customerTable";
import { readDateText } from "../readDateText";
import { cellShape, fitsProfile, profileOf, type Profile } from "./cellShape";
import { isInformation, isInformationLabel } from "./informationText";
import { filledCells, isBlank, isText, mergeAt, type FilledCell } from "./rawCells";
import type { RawTable } from "./rawTable";

/** Rows of a header. */
export interface Header {
  readonly row: number;
  readonly rows: number;
  /** Rows right below that number the columns and name nothing: "栏次 1 2 3". */
  readonly numbering: number;
}

/** Rows from the top among which the header is looked for, and rows below one by which columns are known. */
const rowsLookedAt = 60;
const rowsCompared = 40;
/** Share of the list's columns that a header names at least. */
const leastNamed = 0.6;
const mostHeaderRows = 4;
/** A row of information is followed by the header within so many rows. */
const rowsOfInformation = 12;

/**
 * The first row that names most of the list's width, rows of titles and information aside, with the rows of names below
 * and above it that belong to it. What stands below tells names from values: a word above numbers is a name.
 */
export function findHeader(table: RawTable): Header | null {
  const looked = Array.from({ length: Math.min(table.rows, rowsLookedAt) }, (_, row) => row);
  const width = Math.max(0, ...looked.map((row) => widthOf(table, row)));
  const least = width === 1 ? 1 : Math.max(2, leastNamed * width);
  const first = looked.find((row) => coveredBy(filledCells(table, row)) >= least && isHeaderRow(table, row, width));
  if (first === undefined) return null;
  const row = lowerHeader(table, first, width) ?? first;
  const rows = rowsOfNames(table, row);
  const above = groupsAbove(table, row, rows);
  return withNumbering(table, { row: row - above, rows: rows + above });
}

/** The header that a person says begins in a row; how many rows it has is found where nobody says. */
export function declaredHeader(table: RawTable, row: number, rows: number | null): Header {
  return withNumbering(table, { row, rows: rows ?? rowsOfNames(table, row) });
}

/** How many columns a row holds, as far as it is no title. */
function widthOf(table: RawTable, row: number): number {
  return filledCells(table, row).length;
}

function coveredBy(cells: readonly FilledCell[]): number {
  return cells.reduce((sum, { span }) => sum + span, 0);
}

/** Rows below a row by which it is compared. */
function below(table: RawTable, row: number): readonly number[] {
  const count = Math.max(0, Math.min(rowsCompared, table.rows - row - 1));
  return Array.from({ length: count }, (_, i) => row + 1 + i).filter((each) => filledCells(table, each).length > 1);
}

function isHeaderRow(table: RawTable, row: number, width: number): boolean {
  const cells = filledCells(table, row);
  if (cells.length === 1) return width === 1 && areNames(table, row, cells);
  if (!areNames(table, row, cells) || saysInformation(table, row, cells, width)) return false;
  const [first] = cells;
  if (first !== undefined && first.span > 1 && first.span >= leastNamed * width) return false;
  // Few names over many columns are groups: the names of their columns follow.
  if (cells.length >= leastNamed * width) return true;
  return cells.some(({ span }) => span > 1) && continues(table, row, row + 1, row);
}

/** True if what a row holds are words, or numbers that people name columns by: years, months and days. */
function areNames(table: RawTable, row: number, cells: readonly FilledCell[]): boolean {
  const [first] = cells;
  if (!first || !isText(table.columns[first.column]!, row)) return false;
  return cells.every(({ column }) => isName(table, column, row)) || countsUp(table, row, cells.slice(1));
}

function isName(table: RawTable, index: number, row: number): boolean {
  const column = table.columns[index]!;
  if (column.kinds[row] === CellKind.number) return column.dated[row] === 1 || isPeriod(column.numbers[row] ?? NaN);
  if (!isText(column, row)) return false;
  const text = (column.texts[row] ?? "").normalize("NFKC").trim();
  if (/^\d+$/.test(text)) return isPeriod(Number(text));
  return cellShape(column, row) !== "number";
}

/** A year, or a year and a month: 2026, 202610. */
function isPeriod(number: number): boolean {
  if (!Number.isInteger(number)) return false;
  if (number >= 1900 && number <= 2100) return true;
  return number >= 190_001 && number <= 210_012 && number % 100 >= 1 && number % 100 <= 12;
}

/** True for numbers from left to right, each one more than the one before: months, weeks, numbers of columns. */
function countsUp(table: RawTable, row: number, cells: readonly FilledCell[]): boolean {
  const numbers = cells.flatMap(({ column }) => {
    const { kinds, numbers: of, texts } = table.columns[column]!;
    if (kinds[row] === CellKind.number) return [of[row] ?? NaN];
    const digits = /^[(（]?(\d{1,3})[)）]?$/u.exec((texts[row] ?? "").normalize("NFKC").trim());
    return digits ? [Number(digits[1])] : [];
  });
  const rest = cells.filter(({ column }) => cellShape(table.columns[column]!, row) === "number").length;
  if (numbers.length < 3 || rest > numbers.length || numbers[0]! > 2) return false;
  return numbers.every((number, i) => number === numbers[0]! + i);
}

/** True for a row that tells of the list: mostly "label: content", or a label with its content beside it. */
function saysInformation(table: RawTable, row: number, cells: readonly FilledCell[], width: number): boolean {
  const texts = cells.map(({ column }) => textAt(table, column, row));
  const telling = texts.filter((text, i) => {
    if (isInformation(text)) return true;
    const next = texts[i + 1];
    return isInformationLabel(text) && next !== undefined && !isInformationLabel(next) && cells.length * 2 <= width + 1;
  }).length;
  if (telling * 2 >= cells.length) return true;
  if (cells.length * 2 > width) return false;
  return cells.some(({ column }) => saysDay(table, column, row)) && !cells.every((cell) => cell.span === 1);
}

function saysDay(table: RawTable, column: number, row: number): boolean {
  const { kinds, dated } = table.columns[column]!;
  if (kinds[row] === CellKind.number) return dated[row] === 1;
  return readDateText(textAt(table, column, row), null) !== null;
}

function textAt(table: RawTable, column: number, row: number): string {
  return table.columns[column]!.texts[row] ?? "";
}

/** In how many columns a row holds a word, and what stands below are numbers, days or codes. */
function contrast(table: RawTable, row: number, profile: Profile): number {
  return filledCells(table, row).filter(({ column }) => contrasts(table, column, row, profile)).length;
}

function contrasts(table: RawTable, index: number, row: number, profile: Profile): boolean {
  const wanted = profile[index] ?? null;
  if (wanted === null || wanted === "word") return false;
  const column = table.columns[index]!;
  const shape = cellShape(column, row);
  // "30 days" above numbers is a name; above codes only what has no digits is one.
  if (wanted === "code") return shape === "word";
  return column.kinds[row] === CellKind.text && shape !== wanted && shape !== "number" && shape !== "blank";
}

/** A row soon below that names more columns than the one found, and stands above numbers where that one does not. */
function lowerHeader(table: RawTable, row: number, width: number): number | null {
  const own = filledCells(table, row);
  const marks = contrast(table, row, profileOf(table.columns, below(table, row)));
  for (let at = row + 1; at <= row + rowsOfInformation && at < table.rows; at++) {
    const cells = filledCells(table, at);
    if (cells.length <= own.length || cells.some(({ column }) => cellShape(table.columns[column]!, at) === "number")) {
      continue;
    }
    if (continues(table, row, at, row) || !isHeaderRow(table, at, width)) continue;
    const profile = profileOf(table.columns, below(table, at));
    const found = contrast(table, at, profile);
    if (found > 0 && found >= marks && !fitsProfile(table.columns, profile, at)) return at;
  }
  return null;
}

/** How many rows of names a header has that begins in a row. */
function rowsOfNames(table: RawTable, row: number): number {
  let rows = 1;
  while (rows < mostHeaderRows && row + rows < table.rows && continues(table, row, row + rows, row + rows - 1)) rows++;
  // A merged name may go on into rows that hold nothing else.
  for (const { column } of filledCells(table, row)) {
    const merge = mergeAt(table, row, column);
    if (merge && merge.row === row && merge.rows > rows && merge.rows <= mostHeaderRows) {
      const open = Array.from({ length: merge.rows - rows }, (_, i) => row + rows + i);
      if (open.every((each) => filledCells(table, each).length === 0)) rows = merge.rows;
    }
  }
  return rows;
}

/**
 * True if a row goes on naming the columns of the rows above: it fills what they leave open, below wide names and beside
 * tall ones, or it holds words in all columns below which numbers stand.
 */
function continues(table: RawTable, first: number, row: number, above: number): boolean {
  const cells = filledCells(table, row);
  if (cells.length === 0 || row >= table.rows - 1 || !cells.every(({ column }) => isName(table, column, row)))
    return false;
  if (countsUp(table, row, cells) || saysTelling(table, row, cells)) return false;
  if (isLoneHeading(table, cells, first, above)) return false;
  const clashes = cells.filter(({ column }) => isNamedAlone(table, column, above, row));
  const wide = filledCells(table, above).some(({ span }) => span > 1);
  const tall = table.columns.some((_, i) => {
    const merge = mergeAt(table, row, i);
    return merge !== undefined && merge.row >= first && merge.row < row;
  });
  const profile = profileOf(table.columns, below(table, row));
  const marks = cells.filter(({ column }) => contrasts(table, column, row, profile)).length;
  const against = cells.some(({ column }) => {
    const shape = profile[column];
    return (shape === "code" || shape === "number") && cellShape(table.columns[column]!, row) === shape;
  });
  if (clashes.length === 0) return wide || tall || (marks > 0 && !against);
  if (against) return false;
  return marks >= 2 && marks * 2 >= cells.length;
}

/** True for a word by itself in the first column or across several, as a branch has above its clients. */
function isLoneHeading(table: RawTable, cells: readonly FilledCell[], first: number, above: number): boolean {
  const [lone] = cells;
  if (cells.length !== 1 || !lone) return false;
  const group = filledCells(table, above).find(
    ({ column, span }) => lone.column >= column && lone.column < column + span,
  );
  if (lone.span > 1) return group === undefined || lone.span > group.span;
  return lone.column === filledCells(table, first)[0]?.column;
}

function saysTelling(table: RawTable, row: number, cells: readonly FilledCell[]): boolean {
  return cells.filter(({ column }) => isInformation(textAt(table, column, row))).length * 2 >= cells.length;
}

/** True where the row above names one column alone, and what stands below it would be a second name of it. */
function isNamedAlone(table: RawTable, index: number, above: number, row: number): boolean {
  const merge = mergeAt(table, above, index);
  if (merge && merge.columns > 1) return false;
  if (merge && merge.row + merge.rows > row) return false;
  return !isBlank(table.columns[merge?.column ?? index]!, merge?.row ?? above);
}

/** A row of groups right above names that stand there twice, not merged: their groups tell them apart. */
function groupsAbove(table: RawTable, row: number, rows: number): 0 | 1 {
  if (row === 0 || rows > 1) return 0;
  const groups = filledCells(table, row - 1);
  const wide = groups.length > 0 && groups[0]!.column > 0 && groups.some(({ span }) => span > 1);
  if (groups.length < (wide ? 1 : 2) || saysTelling(table, row - 1, groups)) return 0;
  if (!groups.every(({ column }) => isText(table.columns[column]!, row - 1))) return 0;
  const names = filledCells(table, row);
  const groupOf = (column: number): number => groups.filter((group) => group.column <= column).length;
  const words = names.map(({ column }) => textAt(table, column, row).trim());
  if (new Set(words).size === words.length) return wide ? 1 : 0;
  const whole = names.map(({ column }, i) => `${groupOf(column)} ${words[i]}`);
  return new Set(whole).size === whole.length ? 1 : 0;
}

function withNumbering(table: RawTable, { row, rows }: Omit<Header, "numbering">): Header {
  const at = row + rows;
  const cells = at < table.rows ? filledCells(table, at) : [];
  const [first] = cells;
  const text = first ? textAt(table, first.column, at).normalize("NFKC").trim() : "";
  const counted = cells.filter(({ column }) => cellShape(table.columns[column]!, at) === "number");
  const isNumbering =
    /^(栏\s*次|列\s*次|序号|甲|a)$/iu.test(text) && counted.length >= 2 && countsUp(table, at, counted);
  return { row, rows, numbering: isNumbering ? 1 : 0 };
}
