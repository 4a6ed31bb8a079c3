import { CellKind } from "../customerTable";
import type { MergedCells, RawColumn, RawTable } from "./rawTable";

/** True for a cell that a reader sees nothing in: empty, or blank text. */
export function isBlank(column: RawColumn, row: number): boolean {
  const kind = column.kinds[row];
  if (kind === CellKind.empty || kind === undefined) return true;
  return kind === CellKind.text && (column.texts[row] ?? "").trim() === "";
}

/** True for a cell with text to read. */
export function isText(column: RawColumn, row: number): boolean {
  return column.kinds[row] === CellKind.text && !isBlank(column, row);
}

/** How many cells of a row hold something. */
export function filledIn({ columns }: RawTable, row: number): number {
  return columns.reduce((sum, column) => sum + (isBlank(column, row) ? 0 : 1), 0);
}

/** The merged cells that a cell is part of. */
export function mergeAt({ merges }: RawTable, row: number, column: number): MergedCells | undefined {
  return merges.find(
    (merge) =>
      row >= merge.row &&
      row < merge.row + merge.rows &&
      column >= merge.column &&
      column < merge.column + merge.columns,
  );
}
