import { CellKind, type Column } from "./customerTable";

/**
 * The key of a row as text: trimmed, in Unicode's composed form, exact case; "" where there is none.
 *
 * The number 7 and the text "7" are one key, because a reader cannot tell them apart; "007" is another.
 */
export function keyText(column: Column, row: number): string {
  switch (column.kinds[row]) {
    case CellKind.number:
      return String(column.numbers[row]);
    case CellKind.text:
      return composed((column.texts[row] ?? "").trim());
    default:
      return "";
  }
}

/** Nothing changes in a text whose characters all lie below the first combining one; most keys are such. */
function composed(text: string): string {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) >= 0x300) return text.normalize("NFC");
  }
  return text;
}
