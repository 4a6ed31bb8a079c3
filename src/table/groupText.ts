import { CellKind, type Column } from "./customerTable";
import { keyText } from "./keyText";

/**
 * The value of a cell as a group's: trimmed, in Unicode's composed form, exact case; "" for a blank. TRUE and FALSE are
 * their words; a number is what Excel shows of it, 15 digits; and the number 7 and the text "7" are one value, because a reader cannot tell them apart. Null for an
 * error value.
 */
export function groupText(column: Column, row: number): string | null {
  switch (column.kinds[row]) {
    case CellKind.error:
      return null;
    case CellKind.logical:
      return column.numbers[row] === 1 ? "TRUE" : "FALSE";
    case CellKind.number:
      return String(shown(column.numbers[row] ?? NaN));
    default:
      return keyText(column, row);
  }
}

function shown(number: number): number {
  return Number.isInteger(number) ? number : Number(number.toPrecision(15));
}
