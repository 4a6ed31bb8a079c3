import { announce, type Book, type Cell, type CellValue, type Row, type Sheet } from "./book";
import type { Area } from "./address";

/** The cell at a place, or undefined where the sheet holds nothing. */
export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.rows.get(row)?.cells.get(column);
}

/** The value at a place; null where the sheet holds nothing. */
export function valueAt(sheet: Sheet, row: number, column: number): CellValue {
  return cellAt(sheet, row, column)?.value ?? null;
}

/** The row's record, made if there is none. */
export function rowAt(sheet: Sheet, row: number): Row {
  let found = sheet.rows.get(row);
  if (!found) sheet.rows.set(row, (found = { cells: new Map() }));
  return found;
}

/** The cell's record, made if there is none, in the style of its row or column. The caller announces the change. */
export function touchCell(sheet: Sheet, row: number, column: number): Cell {
  const { cells, style } = rowAt(sheet, row);
  let cell = cells.get(column);
  if (!cell) cells.set(column, (cell = { value: null, style: style ?? columnStyle(sheet, column) }));
  return cell;
}

/** Style of a column's empty cells. */
export function columnStyle(sheet: Sheet, column: number): number {
  for (const span of sheet.columns) if (span.first <= column && column <= span.last) return span.style ?? 0;
  return 0;
}

/** Announces that cells of an area have new content or a new look. */
export function cellsChanged(book: Book, sheet: Sheet, area: Area, what: "content" | "style"): void {
  announce(book, { kind: "cells", sheet, area, what });
}
