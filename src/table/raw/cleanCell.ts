import type { Content } from "../columns";
import { isAmountName } from "../columnWords";
import { CellKind } from "../customerTable";
import { monthOfText, readDateText } from "../readDateText";
import { readAmountText, type AmountText } from "../readNumberText";
import { dayOf, meansBlank, type CellReading, type ColumnFacts } from "./columnReading";
import { isBlank, isText } from "./rawCells";
import type { RawColumn } from "./rawTable";

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
  | "zeros-first"
  | "units"
  | "dates"
  | "months"
  | "day-format"
  | "days-among-numbers"
  | "currencies"
  | "blank-words"
  | "filled"
  | "formulas"
  | "trimmed"
  | "not-numbers"
  | "not-dates"
  | "error-cells";

/** What one cell of a copy holds, and what its number format says, where that differs from its column's. */
export interface CleanCell {
  readonly content: Content;
  readonly format?: string | null;
}

/** What holds for all cells of a column. */
export interface ColumnContext {
  readonly column: RawColumn;
  readonly name: string;
  readonly facts: ColumnFacts;
  readonly reading: CellReading;
  /** The unit that amounts are stated in, as an exponent of ten; null where nobody states one. */
  readonly unit: number | null;
  readonly note: (kind: ChangeKind, row: number) => void;
}

const monthFormat = "yyyy-mm";

/** What a cell holds in a copy. */
export function cleanCell(context: ColumnContext, row: number): CleanCell {
  const { column, name, facts, reading, note } = context;
  const kind = column.kinds[row];
  if (kind === CellKind.error) {
    note("error-cells", row);
    return { content: { error: column.texts[row] ?? "#N/A" } };
  }
  if (kind === CellKind.logical) return { content: column.numbers[row] === 1 };
  if (kind === CellKind.number) return numberCell(context, row);
  const text = column.texts[row] ?? "";
  if (!isText(column, row)) {
    if (kind === CellKind.text && text !== "") note("trimmed", row);
    return { content: isBlank(column, row) ? null : text };
  }
  const valued = facts.reading !== "as-they-are" || isAmountName(name);
  if (meansBlank(text, name, reading, valued)) {
    note("blank-words", row);
    return { content: null };
  }
  const read =
    facts.reading === "dates"
      ? dateCell(context, row, text)
      : facts.reading === "numbers"
        ? amountCell(context, row, text)
        : null;
  if (read !== null) return read;
  if (facts.reading !== "as-they-are") note(facts.reading === "dates" ? "not-dates" : "not-numbers", row);
  const trimmed = text.trim();
  if (trimmed !== text) note("trimmed", row);
  return { content: trimmed };
}

/** A number among days is a day whose cell does not show it; a day among numbers is no amount, and goes on showing it. */
function numberCell({ column, facts, reading, note }: ColumnContext, row: number): CleanCell {
  const number = column.numbers[row] ?? 0;
  if (facts.reading !== "dates") {
    const isOdd =
      column.dated[row] === 1 && column.dated.some((flag, at) => flag === 0 && column.kinds[at] === CellKind.number);
    if (isOdd) note("days-among-numbers", row);
    return { content: number };
  }
  const day = dayOf(column, row, { ...reading.dates, order: facts.order });
  if (day === null) {
    note("not-dates", row);
    return { content: number };
  }
  if (column.dated[row] === 0) note("day-format", row);
  return { content: Number.isInteger(number) ? inBook(day, reading.dates) : number };
}

function dateCell({ facts, reading, note }: ColumnContext, row: number, text: string): CleanCell | null {
  const day = readDateText(text, facts.order);
  if (typeof day !== "number") return null;
  const isMonth = monthOfText(text, facts.order) !== null;
  note(isMonth ? "months" : "dates", row);
  return { content: inBook(day, reading.dates), ...(isMonth && { format: monthFormat }) };
}

function amountCell({ facts, unit, note }: ColumnContext, row: number, text: string): CleanCell | null {
  const amount = readAmountText(text, facts.style);
  if (amount === null || amount === "style" || (amount.zeroFirst && !facts.zerosFirst)) return null;
  if (amount.exponent > 0 && unit === null) return null;
  note(amount.exponent > 0 ? "units" : amount.zeroFirst ? "zeros-first" : "numbers", row);
  const format = formatOfAmount(amount);
  return { content: scaled(amount, unit ?? 0), ...(format !== null && { format }) };
}

/** "1.2亿" in a column of 万元 is 12,000. */
function scaled({ number, exponent }: AmountText, unit: number): number {
  return exponent === 0 ? number : Number(`${number}e${exponent - unit}`);
}

/** What a text said beside its digits, a number format says in the copy. */
function formatOfAmount({ currency, percent, exponent }: AmountText): string | null {
  if (percent) return "0.00%";
  if (currency === null || exponent > 0) return null;
  return `[$${currency}] #,##0.00`;
}

/** A day as the workbook counts days. */
function inBook(day: number, { from1904 }: CellReading["dates"]): number {
  return from1904 ? day - 1462 : day;
}
