import { columnLetters, columnOf, maxColumns, maxRows, quotedSheetName } from "../model/address";
import { rewriteTokens } from "./rewriteTokens";
import { parseStructured, structuredInFile, type StructuredReference } from "./structuredReference";
import type { Token } from "./tokenize";

/** Rows or columns that come or go on a sheet. */
export interface GridEdit {
  /** Name of the sheet. */
  readonly sheet: string;
  readonly axis: "rows" | "columns";
  /** Zero-based first row or column that moves or goes. */
  readonly index: number;
  readonly inserted: number;
  readonly deleted: number;
  /**
   * Where only a block of cells moves: its columns (for rows) or rows (for columns), zero-based.
   * References that reach out of the block stay. Absent: the whole sheet.
   */
  readonly across?: { readonly first: number; readonly count: number };
}

/**
 * A formula after rows or columns were inserted or deleted: references follow their cells, `#REF!` where these are gone.
 *
 * @param onSheet - name of the sheet on which the formula stands; references without a sheet mean it
 */
export function shiftFormula(formula: string, onSheet: string, edit: GridEdit): string {
  return rewriteTokens(formula, (token) => {
    if (token.kind !== "area" || !sameName(token.sheet ?? onSheet, edit.sheet)) return null;
    return withPrefix(token, shiftedArea(token.local, edit) ?? "#REF!");
  });
}

/** A formula copied elsewhere: relative references move by the given rows and columns, `#REF!` where they leave the grid. */
export function translateFormula(formula: string, rows: number, columns: number): string {
  return rewriteTokens(formula, (token) => {
    if (token.kind !== "area") return null;
    const corners = token.local.split(":").map((corner) => {
      const { column, row } = readCorner(corner);
      const movedColumn = column && (column.fixed ? column : { ...column, at: column.at + columns });
      const movedRow = row && (row.fixed ? row : { ...row, at: row.at + rows });
      const outside = (at: number | undefined, limit: number): boolean => at !== undefined && (at < 0 || at >= limit);
      return outside(movedColumn?.at, maxColumns) || outside(movedRow?.at, maxRows)
        ? null
        : cornerText(movedColumn, movedRow);
    });
    return withPrefix(token, corners.includes(null) ? "#REF!" : corners.join(":"));
  });
}

/** A formula after a sheet got another name. */
export function renameSheetIn(formula: string, from: string, to: string): string {
  if (!mentions(formula, from)) return formula;
  return rewriteTokens(formula, (token) => {
    if (token.sheet === undefined || !sameName(token.sheet, from)) return null;
    return `${quotedSheetName(to)}!${token.local}`;
  });
}

/** A formula after a sheet was deleted: its references become `#REF!`. */
export function dropSheetFrom(formula: string, sheet: string): string {
  if (!mentions(formula, sheet)) return formula;
  return rewriteTokens(formula, (token) =>
    token.sheet !== undefined && sameName(token.sheet, sheet) ? "#REF!" : null,
  );
}

/** A formula after a table got another name. */
export function renameTableIn(formula: string, from: string, to: string): string {
  if (!mentions(formula, from)) return formula;
  return rewriteStructured(
    formula,
    (reference) => (reference.table !== null && sameName(reference.table, from) ? { ...reference, table: to } : null),
    (name) => (sameName(name, from) ? to : null),
  );
}

/** A formula after a table, but not its cells, was deleted: its structured references become `#REF!`. */
export function dropTableFrom(formula: string, table: string): string {
  if (!mentions(formula, table)) return formula;
  return rewriteTokens(formula, (token) => {
    const reference = token.kind === "structured" ? parseStructured(token.local) : null;
    return reference?.table != null && sameName(reference.table, table) ? "#REF!" : null;
  });
}

/**
 * A formula after a table's column got another name, or was deleted (`to` null: `#REF!`).
 *
 * @param own - name of the table in which the formula stands, for references that leave it out
 */
export function renameColumnIn(
  formula: string,
  table: string,
  from: string,
  to: string | null,
  own: string | null,
): string {
  if (!mentions(formula, from)) return formula;
  return rewriteStructured(formula, (reference) => {
    const name = reference.table ?? own;
    if (name === null || !sameName(name, table)) return null;
    const inFirst = reference.first !== null && sameName(reference.first, from);
    const inLast = reference.last !== null && sameName(reference.last, from);
    if (!inFirst && !inLast) return null;
    if (to === null) return "#REF!";
    return { ...reference, first: inFirst ? to : reference.first, last: inLast ? to : reference.last };
  });
}

/** False if a formula cannot say the name, which spares reading it: most formulas stay as they are when a name changes. */
function mentions(formula: string, name: string): boolean {
  // What formulas escape inside of names: "It''s" of sheets, "'#" of columns.
  return /['[\]#@]/.test(name) || formula.toLowerCase().includes(name.toLowerCase());
}

function rewriteStructured(
  formula: string,
  change: (reference: StructuredReference) => StructuredReference | "#REF!" | null,
  changeWord?: (name: string) => string | null,
): string {
  return rewriteTokens(formula, (token) => {
    if (token.kind === "word" && token.sheet === undefined) return changeWord?.(token.text) ?? null;
    const reference = token.kind === "structured" ? parseStructured(token.local) : null;
    const changed = reference && change(reference);
    if (changed === null || changed === "#REF!") return changed;
    return keepAtSign(token.local, changed);
  });
}

/** Written again in the form in which it was written: `[@Amount]` or `[[#This Row],[Amount]]`. */
function keepAtSign(written: string, reference: StructuredReference): string {
  const text = structuredInFile(reference);
  if (!/\[\s*@/.test(written)) return text;
  const { first, last } = reference;
  const columns = text.slice(text.indexOf("[[#This Row]") + "[[#This Row],".length, -1);
  if (first === null) return `${reference.table ?? ""}[@]`;
  return `${reference.table ?? ""}[@${first === last && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(first) ? first : columns}]`;
}

interface Corner {
  readonly column: { readonly at: number; readonly fixed: boolean } | null;
  readonly row: { readonly at: number; readonly fixed: boolean } | null;
}

function readCorner(text: string): Corner {
  const [, columnFixed = "", letters = "", rowFixed = "", digits = ""] =
    /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
  // In "$5" the only dollar sign is caught by the first group.
  const fixedRow = letters === "" ? columnFixed + rowFixed : rowFixed;
  return {
    column: letters === "" ? null : { at: columnOf(letters), fixed: columnFixed !== "" },
    row: digits === "" ? null : { at: Number(digits) - 1, fixed: fixedRow !== "" },
  };
}

function cornerText(column: Corner["column"], row: Corner["row"]): string {
  const letters = column ? (column.fixed ? "$" : "") + columnLetters(column.at) : "";
  return letters + (row ? (row.fixed ? "$" : "") + String(row.at + 1) : "");
}

function shiftedArea(local: string, edit: GridEdit): string | null {
  const [start = "", end] = local.split(":");
  const first = readCorner(start);
  const last = end === undefined ? first : readCorner(end);
  const [along, cross] = edit.axis === "rows" ? (["row", "column"] as const) : (["column", "row"] as const);
  const from = first[along];
  const to = last[along];
  if (!from || !to) return local;
  if (edit.across && !within(first[cross]?.at, last[cross]?.at, edit.across)) return local;
  const limit = edit.axis === "rows" ? maxRows : maxColumns;
  const low = Math.min(from.at, to.at);
  const high = Math.max(from.at, to.at);
  const moved = shiftedSpan(low, high, edit, limit);
  if (!moved) return null;
  const place = (corner: Corner, at: number): string => {
    const part = { at, fixed: corner[along]?.fixed ?? false };
    return edit.axis === "rows" ? cornerText(corner.column, part) : cornerText(part, corner.row);
  };
  const [a, b] = from.at <= to.at ? [moved.low, moved.high] : [moved.high, moved.low];
  return end === undefined ? place(first, a) : `${place(first, a)}:${place(last, b)}`;
}

function within(
  a: number | undefined,
  b: number | undefined,
  { first, count }: { first: number; count: number },
): boolean {
  return a !== undefined && b !== undefined && Math.min(a, b) >= first && Math.max(a, b) < first + count;
}

function shiftedSpan(
  low: number,
  high: number,
  { index, inserted, deleted }: GridEdit,
  limit: number,
): { low: number; high: number } | null {
  const gone = index + deleted;
  if (deleted > 0 && low >= index && high < gone) return null;
  const newLow = low < index ? low : low < gone ? index : low - deleted;
  const newHigh = high < index ? high : high < gone ? index - 1 : high - deleted;
  const result = {
    low: newLow < index ? newLow : newLow + inserted,
    high: newHigh < index ? newHigh : newHigh + inserted,
  };
  if (result.low >= limit) return null;
  return { low: result.low, high: Math.min(result.high, limit - 1) };
}

function withPrefix(token: Token, local: string): string {
  return token.text.slice(0, token.text.length - token.local.length) + local;
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
