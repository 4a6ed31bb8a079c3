import type { CellValue, Sheet } from "../model/book";

/** Reads whole columns at once and keeps them for as long as one calculation lasts. */
export interface ColumnReader {
  /** The column's values from the sheet's first row on; a place past its end is blank. */
  column(sheet: Sheet, column: number): readonly CellValue[];
  /** The column by its different values, so that a criterion tests each of them once. */
  coded(sheet: Sheet, column: number): CodedColumn;
  /** Row of the first cell of the column that holds a value, per value, from `from` on for `rows` rows. */
  firstRows(sheet: Sheet, column: number, from: number, rows: number): ReadonlyMap<CellValue, number>;
  /** Number of rows up to the last one with a cell. */
  rows(sheet: Sheet): number;
  /** Number of columns up to the last one with a cell. */
  columns(sheet: Sheet): number;
  /** Tells of a value calculated since. */
  changed(sheet: Sheet, row: number, column: number, value: CellValue): void;
}

/** A column as numbers that stand for its different values; zero is blank. */
export interface CodedColumn {
  readonly codes: Int32Array;
  readonly distinct: readonly CellValue[];
}

/** A reader with nothing read yet. */
export function columnReader(): ColumnReader {
  const sizes = new Map<Sheet, { rows: number; columns: number }>();
  const columns = new Map<Sheet, Map<number, CellValue[]>>();
  const codes = new Map<Sheet, Map<number, CodedColumn>>();
  const indexes = new Map<Sheet, Map<number, Map<string, Map<CellValue, number>>>>();

  const sizeOf = (sheet: Sheet): { rows: number; columns: number } => {
    const known = sizes.get(sheet);
    if (known) return known;
    const size = { rows: 0, columns: 0 };
    for (const [index, row] of sheet.rows) {
      if (row.cells.size > 0 && index >= size.rows) size.rows = index + 1;
      for (const column of row.cells.keys()) if (column >= size.columns) size.columns = column + 1;
    }
    sizes.set(sheet, size);
    return size;
  };
  const inner = <V>(map: Map<Sheet, Map<number, V>>, sheet: Sheet): Map<number, V> => {
    let found = map.get(sheet);
    if (!found) map.set(sheet, (found = new Map<number, V>()));
    return found;
  };
  const read = (sheet: Sheet, column: number): CellValue[] => {
    const known = inner(columns, sheet);
    let values = known.get(column);
    if (values) return values;
    values = new Array<CellValue>(sizeOf(sheet).rows).fill(null);
    for (const [index, row] of sheet.rows) {
      const value = row.cells.get(column)?.value;
      if (value !== undefined) values[index] = value;
    }
    known.set(column, values);
    return values;
  };

  return {
    column: read,
    coded(sheet, column) {
      const known = inner(codes, sheet);
      let coded = known.get(column);
      if (!coded) known.set(column, (coded = codedColumn(read(sheet, column))));
      return coded;
    },
    firstRows(sheet, column, from, rows) {
      const perColumn = inner(indexes, sheet);
      let perArea = perColumn.get(column);
      if (!perArea) perColumn.set(column, (perArea = new Map<string, Map<CellValue, number>>()));
      const key = `${from}:${rows}`;
      const known = perArea.get(key);
      if (known) return known;
      const values = read(sheet, column);
      const found = new Map<CellValue, number>();
      for (let i = from, end = Math.min(values.length, from + rows); i < end; i++) {
        const value = values[i] ?? null;
        const held = typeof value === "string" ? value.toLowerCase() : value;
        if (!found.has(held)) found.set(held, i);
      }
      perArea.set(key, found);
      return found;
    },
    rows: (sheet) => sizeOf(sheet).rows,
    columns: (sheet) => sizeOf(sheet).columns,
    changed(sheet, row, column, value) {
      const values = columns.get(sheet)?.get(column);
      if (values) values[row] = value;
      codes.get(sheet)?.delete(column);
      indexes.get(sheet)?.delete(column);
    },
  };
}

function codedColumn(values: readonly CellValue[]): CodedColumn {
  const codes = new Int32Array(values.length);
  const distinct: CellValue[] = [null];
  const known = new Map<CellValue, number>([[null, 0]]);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? null;
    let code = known.get(value);
    if (code === undefined) {
      code = distinct.push(value) - 1;
      known.set(value, code);
    }
    codes[i] = code;
  }
  return { codes, distinct };
}
