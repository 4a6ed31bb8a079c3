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

/** The merged cells of a table by their rows: lists may have thousands, and each cell is asked about. */
const byRow = new WeakMap<RawTable, ReadonlyMap<number, readonly MergedCells[]>>();

/** The merged cells that a cell is part of. */
export function mergeAt(table: RawTable, row: number, column: number): MergedCells | undefined {
  return mergesInRow(table, row).find((merge) => column >= merge.column && column < merge.column + merge.columns);
}

/** The merged cells that have a part in a row. */
export function mergesInRow(table: RawTable, row: number): readonly MergedCells[] {
  if (table.merges.length === 0) return [];
  const known = byRow.get(table) ?? indexed(table.merges);
  byRow.set(table, known);
  return known.get(row) ?? [];
}

function indexed(merges: readonly MergedCells[]): ReadonlyMap<number, readonly MergedCells[]> {
  const found = new Map<number, MergedCells[]>();
  for (const merge of merges) {
    for (let row = merge.row; row < merge.row + merge.rows; row++) {
      const there = found.get(row);
      if (there) there.push(merge);
      else found.set(row, [merge]);
    }
  }
  return found;
}

/** A cell that stands for itself and those merged with it, with how many columns it spans. */
export interface FilledCell {
  readonly column: number;
  readonly span: number;
}

/** The filled cells of a row from the left; merged ones count once, in the row of their first cell. */
export function filledCells(table: RawTable, row: number): readonly FilledCell[] {
  const merges = mergesInRow(table, row);
  return table.columns.flatMap((column, i) => {
    if (isBlank(column, row)) return [];
    const merge = merges.find((each) => i >= each.column && i < each.column + each.columns);
    if (merge && (merge.column !== i || merge.row !== row)) return [];
    return [{ column: i, span: merge?.columns ?? 1 }];
  });
}
