import type { Column } from "../../table/customerTable";
import { readNumber } from "../../table/readNumber";
import { rowToName, type CombinedCells } from "./combinedCells";
import type { Combine } from "./combineNumbers";
import type { Members } from "./membersOf";
import { blankCode, errorCode } from "./valueCodes";

/** By what one of a customer's values is taken, where they differ. */
export interface ValueRule {
  readonly by: "agree" | "worst" | "latest";
  /** Per row what its cell says. */
  readonly codes: Int32Array;
  /** Rank by code, the best the lowest, Infinity outside the scale; null where there is no scale. */
  readonly ranks: Float64Array | null;
  /** Says which row is the latest; null where no column does. */
  readonly dates: Column | null;
}

/**
 * Takes the value of one of a customer's rows. Blank cells are passed over where another row has a value; where all
 * values are the same there is nothing to choose. An error value, a value outside the scale, and two values on the
 * latest day leave the customer without a value: any choice would be a guess.
 */
export function combineValues(rule: ValueRule, source: Column, { rows }: Members, cells: CombinedCells): Combine {
  const { by, codes, ranks, dates } = rule;
  return (customer, first, end) => {
    const filled: number[] = [];
    let differ = false;
    for (let i = first; i < end; i++) {
      const row = rows[i]!;
      if (codes[row] === blankCode) continue;
      filled.push(row);
      differ ||= codes[row] === errorCode || codes[row] !== codes[filled[0]!];
    }
    if (filled.length === 0) return cells.take(customer, rowToName(source, [...rows.subarray(first, end)]));
    for (let i = first; i < end && filled.length < end - first; i++) {
      if (codes[rows[i]!] === blankCode) cells.passOver(rows[i]!, "left-out");
    }
    if (!differ) cells.take(customer, rowToName(source, filled));
    else if (by === "worst" && ranks) takeWorst(customer, filled, { codes, ranks }, source, cells);
    else if (by !== "worst" && dates) takeLatest(customer, filled, { by, codes, dates }, source, cells);
    else undecide(customer, filled, codes, source, cells);
  };
}

function takeWorst(
  customer: number,
  filled: readonly number[],
  { codes, ranks }: { readonly codes: Int32Array; readonly ranks: Float64Array },
  source: Column,
  cells: CombinedCells,
): void {
  const rankOf = (row: number): number => ranks[codes[row]!] ?? Infinity;
  const worst = filled.reduce((most, row) => Math.max(most, rankOf(row)), 0);
  const row = rowToName(
    source,
    filled.filter((each) => rankOf(each) === worst),
  );
  if (worst < Infinity) cells.take(customer, row);
  else cells.undecide(customer, row, codes[row] === errorCode ? "error" : "undeclared");
}

function takeLatest(
  customer: number,
  filled: readonly number[],
  { by, codes, dates }: { readonly by: ValueRule["by"]; readonly codes: Int32Array; readonly dates: Column },
  source: Column,
  cells: CombinedCells,
): void {
  const days = filled.map((row) => readNumber(dates, row));
  const latest = days.reduce<number>((most, day) => (typeof day === "number" && day > most ? day : most), -Infinity);
  if (latest === -Infinity) return undecide(customer, filled, codes, source, cells);
  filled.forEach((row, i) => {
    if (typeof days[i] === "string") cells.passOver(row, "left-out", dates.name);
  });
  const rows = filled.filter((_, i) => days[i] === latest);
  const code = codes[rows[0]!];
  if (code === errorCode || rows.some((row) => codes[row] !== code)) {
    return undecide(customer, rows, codes, source, cells);
  }
  const row = rowToName(source, rows);
  cells.take(customer, row);
  if (by === "agree") cells.passOver(row, "differs");
}

function undecide(
  customer: number,
  rows: readonly number[],
  codes: Int32Array,
  source: Column,
  cells: CombinedCells,
): void {
  const row = rowToName(source, rows);
  cells.undecide(customer, row, codes[row] === errorCode ? "error" : "differs");
}
