import { columnBuilder, type ColumnBuilder } from "../table/columns";
import { isDateFormat } from "../table/isDateFormat";
import type { MergedCells, RawTable } from "../table/raw/rawTable";
import { lettersOf, rangeAt, type Place } from "./address";
import type { Session } from "./inExcel";
import { bytesPerSlice, cellBytes, inSlices, rowBytes } from "./inSlices";
import { tooMuchAsked } from "./cellSlices";
import { contentOf } from "./readColumns";

/** Bytes that a cell's type, format and formula take in an answer beside its value, as a guess. */
const bytesBeside = 40;

const subtotal = /\b(?:SUBTOTAL|AGGREGATE)\s*\(/i;

/** Reads cells that are in no table yet, with what tells days, formulas and subtotals, and what is merged. */
export async function readRange(
  session: Session,
  sheetName: string,
  place: Place,
  onProgress?: (done: number, total: number) => void,
): Promise<RawTable> {
  const sheet = session.workbook.worksheets.getItem(sheetName);
  const columns = Array.from({ length: place.columns }, (_, i) => building(lettersOf(place.column + i), place.rows));
  const guess = bytesPerSlice / (place.columns * (12 + bytesBeside));
  await inSlices(place.rows, guess, async (start, count) => {
    const range = rangeAt(sheet, { ...place, row: place.row + start, rows: count });
    range.load("values,valueTypes,numberFormat,formulas");
    await session.sync();
    const bytes = addCells(columns, range, start);
    range.untrack();
    onProgress?.(start + count, place.rows);
    return bytes;
  });
  const merges = await mergesIn(session, rangeAt(sheet, place), place);
  return {
    rows: place.rows,
    columns: columns.map(({ builder, formats, formatNames, ...flags }) => ({
      ...builder.finish(),
      ...flags,
      formats: { of: formats, names: [...formatNames.keys()] },
    })),
    merges,
  };
}

interface Building {
  readonly builder: ColumnBuilder;
  readonly dated: Uint8Array;
  readonly subtotals: Uint8Array;
  readonly formulas: Uint8Array;
  readonly formats: Uint16Array;
  /** Number formats by the number that they have here. */
  readonly formatNames: Map<string, number>;
}

/** Number formats that are told apart; Excel itself allows few hundred. */
const mostFormats = 65_000;

function building(name: string, rows: number): Building {
  const flags = (): Uint8Array => new Uint8Array(rows);
  return {
    ...{ builder: columnBuilder(name, rows), dated: flags(), subtotals: flags(), formulas: flags() },
    ...{ formats: new Uint16Array(rows), formatNames: new Map([["General", 0]]) },
  };
}

function addCells(columns: readonly Building[], range: Excel.Range, start: number): number {
  const values = range.values as readonly (readonly unknown[])[] | null;
  if (values === null) throw tooMuchAsked();
  const formats = new Map<string, boolean>();
  const dated = (format: string): boolean => {
    const known = formats.get(format) ?? isDateFormat(format);
    formats.set(format, known);
    return known;
  };
  let bytes = 0;
  values.forEach((cells, i) => {
    const row = start + i;
    bytes += 4 * rowBytes;
    cells.forEach((value, c) => {
      const column = columns[c] as Building;
      const formula = String(range.formulas[i]?.[c] ?? "");
      const format = String(range.numberFormat[i]?.[c] ?? "");
      bytes += cellBytes(value) + cellBytes(formula) + cellBytes(format) + 9;
      column.builder.add(contentOf(value, range.valueTypes[i]?.[c]));
      if (dated(format)) column.dated[row] = 1;
      column.formats[row] = numberOf(column.formatNames, format);
      if (!formula.startsWith("=") || formula === value) return;
      column.formulas[row] = 1;
      if (subtotal.test(formula)) column.subtotals[row] = 1;
    });
  });
  return bytes;
}

function numberOf(names: Map<string, number>, format: string): number {
  const known = names.get(format);
  if (known !== undefined) return known;
  if (names.size >= mostFormats) return 0;
  names.set(format, names.size);
  return names.size - 1;
}

/** The merged cells of a range, counted from its first cell. */
async function mergesIn(session: Session, range: Excel.Range, place: Place): Promise<readonly MergedCells[]> {
  const merged = range.getMergedAreasOrNullObject();
  merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  await session.sync();
  if (merged.isNullObject) return [];
  return merged.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
    row: rowIndex - place.row,
    column: columnIndex - place.column,
    rows: rowCount,
    columns: columnCount,
  }));
}
