import { CellKind, type Column } from "./customerTable";

/** An error value as a cell holds it, e.g. `{ error: "#N/A" }`. */
export interface ErrorValue {
  readonly error: string;
}

/** What a cell may hold: null is an empty cell, "" the empty text of a formula. */
export type Content = string | number | boolean | ErrorValue | null;

/** Builds a column cell by cell, as slices arrive. */
export interface ColumnBuilder {
  add(content: Content): void;
  /** The column so far. Call once, after the last cell. */
  finish(): Column;
}

/** @param rows - cells that will be added at most */
export function columnBuilder(name: string, rows: number): ColumnBuilder {
  const kinds = new Uint8Array(rows);
  const numbers = new Float64Array(rows).fill(NaN);
  const texts = new Array<string | null>(rows).fill(null);
  let row = 0;
  return {
    add(content) {
      if (typeof content === "number") {
        kinds[row] = CellKind.number;
        numbers[row] = content;
      } else if (typeof content === "string") {
        kinds[row] = CellKind.text;
        texts[row] = content;
      } else if (typeof content === "boolean") {
        kinds[row] = CellKind.logical;
        numbers[row] = content ? 1 : 0;
      } else if (content !== null) {
        kinds[row] = CellKind.error;
        texts[row] = content.error;
      }
      row++;
    },
    finish: () =>
      row === rows
        ? { name, kinds, numbers, texts }
        : { name, kinds: kinds.slice(0, row), numbers: numbers.slice(0, row), texts: texts.slice(0, row) },
  };
}

/** A column of cells that are all at hand. */
export function columnOf(name: string, cells: readonly Content[]): Column {
  const builder = columnBuilder(name, cells.length);
  for (const cell of cells) builder.add(cell);
  return builder.finish();
}
