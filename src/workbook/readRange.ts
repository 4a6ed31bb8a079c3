import { columnBuilder, type ColumnBuilder } from "../table/columns";
import { CellKind } from "../table/customerTable";
import { isDateFormat } from "../table/isDateFormat";
import type { MergedCells, RawTable } from "../table/raw/rawTable";
import { lettersOf, rangeAt, type Place } from "./address";
import type { Session } from "./inExcel";
import { bytesPerSlice, cellBytes, inSlices, rowBytes } from "./inSlices";
import { inTurns } from "./inTurns";
import { mergedAreas } from "./mergedCells";
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
  const read = columns.map(({ builder, formats, formatNames, ...flags }) => ({
    ...builder.finish(),
    ...flags,
    formats: { of: formats, names: [...formatNames.keys()] },
  }));
  return { rows: place.rows, columns: read, merges: await mergesIn(session, sheet, place, read) };
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

/**
 * The merged cells of a range, counted from its first cell. A merged area shows one cell and hides blank ones, so that
 * Excel is only asked of rows in which a blank cell stands beside or below one that is not.
 */
async function mergesIn(
  session: Session,
  sheet: Excel.Worksheet,
  place: Place,
  columns: readonly { readonly kinds: Uint8Array }[],
): Promise<readonly MergedCells[]> {
  const isBlank = (row: number, column: number): boolean => columns[column]?.kinds[row] === CellKind.empty;
  const mayBegin = (row: number): boolean =>
    columns.some((_, i) => !isBlank(row, i) && (isBlank(row, i + 1) || isBlank(row + 1, i)));
  let [first, last] = [-1, -1];
  await inTurns(place.rows, (row) => {
    if (!mayBegin(row)) return;
    if (first < 0) first = row;
    last = row;
  });
  if (first < 0) return [];
  const asked = { ...place, row: place.row + first, rows: last - first + 1 };
  return (await mergedAreas(session, sheet, asked)).map((area) => ({
    ...area,
    row: area.row - place.row,
    column: area.column - place.column,
  }));
}
