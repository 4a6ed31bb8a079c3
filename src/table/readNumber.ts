import { CellKind, type Column } from "./customerTable";

/** Why a cell is no number, or a number that is no amount: a day ("date"). Six different things; none of them is ever taken for zero. */
export type NoNumber = "blank" | "blank-text" | "text" | "logical" | "error" | "date";

/**
 * The number of a cell, or why there is none.
 *
 * Only number cells are numbers. Text that looks like one is text ("1,200" means two things in two countries),
 * TRUE is not 1, and a blank is not zero.
 */
export function readNumber(column: Column, row: number): number | NoNumber {
  switch (column.kinds[row]) {
    case CellKind.number: {
      if (column.days?.[row] === 1) return "date";
      const value = column.numbers[row] ?? NaN;
      return Number.isFinite(value) ? value : "error";
    }
    case CellKind.text:
      return (column.texts[row] ?? "").trim() === "" ? "blank-text" : "text";
    case CellKind.logical:
      return "logical";
    case CellKind.error:
      return "error";
    default:
      return "blank";
  }
}

/** What Excel's sums add of a cell: a day among amounts counts there like any number; null for what is none. */
export function summedNumber(column: Column, row: number): number | null {
  const number = readNumber(column, row);
  if (number === "date") return column.numbers[row] ?? null;
  return typeof number === "number" ? number : null;
}
