import { intersection, type Area } from "../model/address";
import type { CellValue } from "../model/book";
import { valueAt } from "../model/cells";
import type { ColumnReader } from "./columnReader";
import { errors, isMatrix, isReference, type Matrix, type Reference, type Value } from "./value";

/** Areas up to this many rows are read cell by cell; taller ones by whole columns, which are then kept. */
const fewRows = 16;

/** Calls `visit` with every value of an area that lies within the sheet's used part; the rest is blank. */
export function eachCell({ sheet, area }: Reference, reader: ColumnReader, visit: (value: CellValue) => void): void {
  const lastRow = Math.min(area.row + area.rows, reader.rows(sheet));
  const lastColumn = Math.min(area.column + area.columns, reader.columns(sheet));
  for (let column = area.column; column < lastColumn; column++) {
    if (area.rows <= fewRows) {
      for (let row = area.row; row < lastRow; row++) visit(valueAt(sheet, row, column));
    } else {
      const values = reader.column(sheet, column);
      for (let row = area.row; row < lastRow; row++) visit(values[row] ?? null);
    }
  }
}

/** The values of an area, all of them. */
export function matrixOf({ sheet, area }: Reference, reader: ColumnReader): Matrix {
  const values = new Array<CellValue>(area.rows * area.columns).fill(null);
  for (let c = 0; c < area.columns; c++) {
    const column = area.rows <= fewRows ? null : reader.column(sheet, area.column + c);
    for (let r = 0; r < area.rows; r++) {
      const row = area.row + r;
      values[r * area.columns + c] = column ? (column[row] ?? null) : valueAt(sheet, row, area.column + c);
    }
  }
  return { rows: area.rows, columns: area.columns, values };
}

/** One value for one cell: of several cells the one in the formula's own row or column, as Excel did before spilling. */
export function singleValue(value: Value, row: number, column: number): CellValue {
  if (isMatrix(value)) return value.values[0] ?? null;
  if (!isReference(value)) return value;
  const { sheet, area } = value;
  if (area.rows === 1 && area.columns === 1) return valueAt(sheet, area.row, area.column);
  const own: Area =
    area.columns === 1
      ? { row, column: area.column, rows: 1, columns: 1 }
      : { row: area.row, column, rows: 1, columns: 1 };
  const shared = area.columns === 1 || area.rows === 1 ? intersection(area, own) : null;
  return shared ? valueAt(sheet, shared.row, shared.column) : errors.value;
}
