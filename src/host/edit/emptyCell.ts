import type { Cell } from "../model/book";

/** Takes the content out of a cell; its look stays. */
export function emptyCell(cell: Cell): void {
  cell.value = null;
  delete cell.formula;
  delete cell.cached;
  delete cell.array;
}
