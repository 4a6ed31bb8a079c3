import { maxColumns, maxRows } from "../model/address";
import type { Sheet } from "../model/book";

/** Pixels of a digit in Calibri 11, and of the padding of a column. Source: ECMA-376 Part 1, 18.3.1.13 (col). */
const digit = 7;
const padding = 5;
const pointsPerPixel = 0.75;

/** Points of a column's width as the file counts it: in digits, the padding counted in. */
export function pointsOfWidth(width: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / digit)) / 256) * digit) * pointsPerPixel;
}

/** The opposite of `pointsOfWidth`. */
export function widthOfPoints(points: number): number {
  return Math.trunc((points / pointsPerPixel / digit) * 256) / 256;
}

/** Points of a column that is as wide as the sheet's default, which counts digits without the padding. */
export function standardPoints(sheet: Sheet): number {
  return pointsOfWidth(sheet.defaultColumnWidth + padding / digit);
}

/** The default width of a sheet whose columns are to be so many points wide. */
export function standardWidthOf(points: number): number {
  return Math.max(0, Math.round((widthOfPoints(points) - padding / digit) * 100) / 100);
}

export function isColumnHidden(sheet: Sheet, column: number): boolean {
  return sheet.columns.some((span) => column >= span.first && column <= span.last && span.hidden === true);
}

/** Width of a column in points; a hidden one has none. */
export function widthPoints(sheet: Sheet, column: number): number {
  const span = sheet.columns.find(({ first, last }) => column >= first && column <= last);
  return span?.hidden === true ? 0 : span?.width === undefined ? standardPoints(sheet) : pointsOfWidth(span.width);
}

/** Height of a row in points; a hidden one has none. */
export function heightPoints(sheet: Sheet, row: number): number {
  const record = sheet.rows.get(row);
  return record?.hidden === true || record?.filtered === true ? 0 : (record?.height ?? sheet.defaultRowHeight);
}

/** Points from the sheet's left edge to a column. */
export function leftOf(sheet: Sheet, column: number): number {
  const standard = standardPoints(sheet);
  const end = Math.min(column, maxColumns);
  let left = end * standard;
  for (const { first, last, width, hidden } of sheet.columns) {
    const points = hidden === true ? 0 : width === undefined ? standard : pointsOfWidth(width);
    left += Math.max(0, Math.min(last + 1, end) - first) * (points - standard);
  }
  return left;
}

/** Points from the sheet's top edge to a row. */
export function topOf(sheet: Sheet, row: number): number {
  let top = Math.min(row, maxRows) * sheet.defaultRowHeight;
  for (const at of sheet.rows.keys()) if (at < row) top += heightPoints(sheet, at) - sheet.defaultRowHeight;
  return top;
}

/** `topOf` for many rows of a sheet that stays as it is: looks at its rows once. */
export function topFinder(sheet: Sheet): (row: number) => number {
  const odd = [...sheet.rows.keys()]
    .map((row) => ({ row, more: heightPoints(sheet, row) - sheet.defaultRowHeight }))
    .filter(({ more }) => more !== 0)
    .sort((a, b) => a.row - b.row);
  let sum = 0;
  const sums = odd.map(({ more }) => (sum += more));
  return (row) => {
    let [low, high] = [0, odd.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((odd[middle]?.row ?? Infinity) < row) low = middle + 1;
      else high = middle;
    }
    return Math.min(row, maxRows) * sheet.defaultRowHeight + (sums[low - 1] ?? 0);
  };
}
