import { CellKind, type Column } from "./customerTable";

/** The longest excerpt of a cell that is shown in a list, in characters. */
export const excerptLength = 40;

/** What a cell holds, in words of the cell's own, shortened; "" for a blank cell. */
export function contentText(column: Column, row: number): string {
  const number = column.numbers[row] ?? NaN;
  switch (column.kinds[row]) {
    case CellKind.number:
      return String(number);
    case CellKind.logical:
      return number === 1 ? "TRUE" : "FALSE";
    case CellKind.text:
    case CellKind.error:
      return excerpt(column.texts[row] ?? "");
    default:
      return "";
  }
}

/** Cut between characters, never inside one that takes two places. */
function excerpt(text: string): string {
  const characters = Array.from(text.slice(0, 2 * excerptLength + 2));
  return characters.length <= excerptLength
    ? characters.join("")
    : `${characters.slice(0, excerptLength - 1).join("")}…`;
}
