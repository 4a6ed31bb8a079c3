import { lettersOf, type Place } from "./address";
import type { TableFacts } from "./tableFacts";

/** Where a formula stands, or what it applies to. */
export interface FormulaPlace {
  /** Its sheet; null for a name of the whole workbook. */
  readonly sheet: string | null;
  /** The cells that a rule applies to: its relative references mean another cell for each. The first begins the rule. */
  readonly applied?: readonly Place[] | undefined;
}

/** Whether a formula may read a column of a table. One that may counts as one that does. */
export type ReadsColumn = (formula: string, at: FormulaPlace) => boolean;

/** @param index - of the column within the table */
export function readsColumn(facts: TableFacts, index: number): ReadsColumn {
  const { name: table, sheet: home, place } = facts;
  const others = facts.columns.flatMap(({ name }, i) => (i === index ? [] : [escaped(name)]));
  const at = place.column + index;
  return (formula, { sheet, applied }) => {
    const text = formula.toLowerCase();
    const onHome = sheet !== null && sheet.toLowerCase() === home.toLowerCase();
    const shifts = applied && shiftsOf(applied, onHome ? at : null);
    // A rule of the column alone goes with it.
    if (shifts?.length === 0) return false;
    // The whole table, sections of it or a run of its columns hold the column, unless only others are named.
    for (const part of structured(text, table.toLowerCase(), onHome)) {
      if (part.includes(":") || !others.some((other) => namesOnly(part, other))) return true;
    }
    const rows = Math.max(1, ...(applied ?? []).map((part) => part.rows));
    return [...text.matchAll(cells)].some((match) => {
      const [, prefix, fixed, first = "", fixedTop, top, , fixedLast, last, fixedBottom, bottom] = match;
      const on = prefix === undefined ? sheet : prefix.replace(/^'|'$/g, "").replaceAll("''", "'");
      // Of the sheets from one to another nobody knows here which they are.
      if (on?.toLowerCase() !== home.toLowerCase() && !on?.includes(":")) return false;
      // "A1", "A1:B2" and "A:B" are cells; letters alone are a name.
      if (top === undefined && (last === undefined || bottom !== undefined)) return false;
      const lines = [lineOf(top ?? "1", fixedTop, rows), lineOf(bottom ?? top ?? "", fixedBottom ?? fixedTop, rows)];
      const [upper, lower] = [Math.min(...lines.map(([from]) => from)), Math.max(...lines.map(([, to]) => to))];
      if (lower <= place.row || upper > place.row + place.rows) return false;
      return (shifts ?? [0]).some((shift) => {
        const from = columnOf(first) + (fixed === "$" ? 0 : shift);
        const to = last === undefined ? from : columnOf(last) + (fixedLast === "$" ? 0 : shift);
        return Math.min(from, to) <= at && at <= Math.max(from, to);
      });
    });
  };
}

/** How far the columns of a rule's cells stand from its first; those of the column itself left out. */
function shiftsOf(applied: readonly Place[], without: number | null): readonly number[] {
  const first = applied[0]?.column ?? 0;
  const shifts = new Set<number>();
  for (const { column, columns } of applied) {
    for (let at = column; at < column + columns; at++) if (at !== without) shifts.add(at - first);
  }
  return [...shifts];
}

/** The rows that a reference's row means for the cells of a rule, counted from one. */
function lineOf(row: string, fixed: string | undefined, rows: number): readonly [from: number, to: number] {
  if (row === "") return [Infinity, Infinity];
  return [Number(row), Number(row) + (fixed === "$" ? 0 : rows - 1)];
}

const name = String.raw`[\p{L}_][\p{L}\p{N}_.]*`;
const cells = new RegExp(
  String.raw`(?:('(?:[^']|'')+'|${name}(?::${name})?)!)?(\$?)\b([a-z]{1,3})(\$?)(\d{1,7})?(:(\$?)([a-z]{1,3})(\$?)(\d{1,7})?)?(?![\p{L}\p{N}_([])`,
  "giu",
);

/** What stands in the brackets behind a table's name, or in those without a name within the table; "" for the bare name. */
function structured(text: string, table: string, within: boolean): string[] {
  const found: string[] = [];
  for (let i = text.indexOf("["); i >= 0; i = text.indexOf("[", i + 1)) {
    const word = /[\p{L}\p{N}_.\\]*$/u.exec(text.slice(0, i))?.[0] ?? "";
    const end = closing(text, i);
    if (word === table || (word === "" && within)) found.push(text.slice(i + 1, end));
    i = end;
  }
  const bare = new RegExp(
    `(?<![\\p{L}\\p{N}_.\\\\'"])${table.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}_.[!'])`,
    "u",
  );
  return bare.test(text) ? [...found, ""] : found;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === "'") i++;
    else if (text[i] === "[") depth++;
    else if (text[i] === "]" && --depth === 0) return i;
  }
  return text.length;
}

function namesOnly(part: string, column: string): boolean {
  const inner = part.replace(/\[?#[a-z ]+\]?,?|^@/g, "").trim();
  return inner === column || inner === `[${column}]`;
}

function escaped(column: string): string {
  return column.toLowerCase().replace(/['#[\]@]/g, "'$&");
}

function columnOf(letters: string): number {
  let [low, high] = [0, 16_383];
  const wanted = letters.toUpperCase();
  const order = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(lettersOf(middle), wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
