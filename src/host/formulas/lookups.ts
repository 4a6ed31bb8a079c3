import type { CellValue } from "../model/book";
import { asLogical, asNumber, compare } from "./coerce";
import { textTest } from "./criteria";
import type { FormulaFunction, Place } from "./functions";
import { matrixOf, singleValue } from "./readCells";
import { errors, isError, isMatrix, isReference, isSingle, type Value } from "./value";

/** INDEX, MATCH and VLOOKUP. */
export const lookups = {
  INDEX: {
    least: 2,
    most: 3,
    takes: "all",
    run([source, row, column], place) {
      if (source === undefined) return errors.value;
      if (isError(source)) return source;
      const first = position(row, place);
      if (isError(first)) return first;
      const second = column === undefined ? null : position(column, place);
      if (isError(second)) return second;
      return elementOf(source, first, second);
    },
  },
  MATCH: {
    least: 2,
    most: 3,
    takes: "all",
    run([wanted = null, source, type], place) {
      const value = singleValue(wanted, place.row, place.column);
      if (isError(value)) return value;
      const how = type === undefined ? 1 : asNumber(singleValue(type, place.row, place.column));
      if (isError(how)) return how;
      if (source === undefined || isSingle(source)) return errors.notAvailable;
      const at = how === 0 ? exactMatch(value ?? 0, source, place) : nearMatch(value ?? 0, source, how, place);
      return at === null ? errors.notAvailable : at + 1;
    },
  },
  VLOOKUP: {
    least: 3,
    most: 4,
    takes: "all",
    run([wanted = null, source, column, near], place) {
      const value = singleValue(wanted, place.row, place.column);
      if (isError(value)) return value;
      const index = position(column, place);
      if (isError(index)) return index;
      if (source === undefined || !isReference(source)) return errors.notAvailable;
      if (index < 1) return errors.value;
      if (index > source.area.columns) return errors.reference;
      const first: Value = { ...source, area: { ...source.area, columns: 1 } };
      const isNear = near === undefined ? true : asLogical(singleValue(near, place.row, place.column));
      if (isError(isNear)) return isNear;
      const at = isNear ? nearMatch(value ?? 0, first, 1, place) : exactMatch(value ?? 0, first, place);
      return at === null ? errors.notAvailable : elementOf(source, at + 1, index);
    },
  },
} as const satisfies Record<string, FormulaFunction>;

function position(value: Value | undefined, { row, column }: Place): number | ReturnType<typeof asNumber> {
  const number = asNumber(singleValue(value ?? null, row, column));
  return isError(number) ? number : Math.trunc(number);
}

function elementOf(source: Value, first: number, second: number | null): Value {
  const area = isReference(source) ? source.area : isMatrix(source) ? source : { rows: 1, columns: 1 };
  // One position in a single row means the column.
  const [row, column] =
    second === null && area.rows === 1 ? [1, first] : [first, second ?? (area.columns === 1 ? 1 : 0)];
  if (row < 0 || column < 0) return errors.value;
  if (row > area.rows || column > area.columns) return errors.reference;
  if (isReference(source)) {
    const rows = row === 0 ? { row: source.area.row, rows: area.rows } : { row: source.area.row + row - 1, rows: 1 };
    const columns =
      column === 0
        ? { column: source.area.column, columns: area.columns }
        : { column: source.area.column + column - 1, columns: 1 };
    return { sheet: source.sheet, area: { ...rows, ...columns } };
  }
  if (!isMatrix(source)) return source;
  const rows = row === 0 ? range(area.rows) : [row - 1];
  const columns = column === 0 ? range(area.columns) : [column - 1];
  const values = rows.flatMap((r) => columns.map((c) => source.values[r * area.columns + c] ?? null));
  return values.length === 1 ? (values[0] ?? null) : { rows: rows.length, columns: columns.length, values };
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function exactMatch(wanted: CellValue, source: Exclude<Value, CellValue>, { reader }: Place): number | null {
  const pattern = typeof wanted === "string" && /[*?~]/.test(wanted) ? textTest(wanted) : null;
  if (!pattern && isReference(source) && source.area.columns === 1) {
    const { sheet, area } = source;
    const key = typeof wanted === "string" ? wanted.toLowerCase() : wanted;
    const found = reader.firstRows(sheet, area.column, area.row, area.rows).get(key);
    return found === undefined ? null : found - area.row;
  }
  const values = line(source, reader);
  const at = values?.findIndex((value) =>
    pattern
      ? typeof value === "string" && pattern(value)
      : value !== null && !isError(value) && compare(value, wanted) === 0,
  );
  return at === undefined || at < 0 ? null : at;
}

/** Source: Microsoft, "MATCH function": 1 finds the largest value up to the wanted in rising order, -1 the smallest from it on in falling order. */
function nearMatch(
  wanted: CellValue,
  source: Exclude<Value, CellValue>,
  how: number,
  { reader }: Place,
): number | null {
  const values = line(source, reader);
  if (!values) return null;
  const comparable = (value: CellValue): value is string | number | boolean =>
    value !== null && typeof value === typeof wanted;
  let best: number | null = null;
  if (how < 0) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i] ?? null;
      if (!comparable(value)) continue;
      if (compare(value, wanted) < 0) break;
      best = best !== null && compare(value, values[best] ?? null) === 0 ? best : i;
    }
    return best;
  }
  const places = values.flatMap((value, i) => (comparable(value) ? [i] : []));
  let low = 0;
  for (let high = places.length; low < high;) {
    const middle = (low + high) >>> 1;
    if (compare(values[places[middle] ?? 0] ?? null, wanted) <= 0) low = middle + 1;
    else high = middle;
  }
  best = places[low - 1] ?? null;
  return best;
}

function line(source: Exclude<Value, CellValue>, reader: Place["reader"]): readonly CellValue[] | null {
  const { rows, columns } = isReference(source) ? source.area : source;
  if (rows !== 1 && columns !== 1) return null;
  return isReference(source) ? matrixOf(source, reader).values : source.values;
}
