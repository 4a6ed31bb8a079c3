import { maxColumns, maxRows } from "../model/address";
import type { Sheet } from "../model/book";

/**
 * Points of a column that is `characters` wide in Calibri 11, whose digits are 7 pixels: 5 pixels of padding, 0.75 points a pixel.
 * Source: ECMA-376 Part 1, 18.3.1.13 (col).
 */
export function pointsOfCharacters(characters: number): number {
  return Math.trunc(((256 * characters + Math.trunc(128 / 7)) / 256) * 7 + 5) * 0.75;
}

/** The opposite of `pointsOfCharacters`. */
export function charactersOfPoints(points: number): number {
  return Math.max(0, Math.trunc(((points / 0.75 - 5) / 7) * 100 + 0.5) / 100);
}

export function isColumnHidden(sheet: Sheet, column: number): boolean {
  return sheet.columns.some((span) => column >= span.first && column <= span.last && span.hidden === true);
}

/** Width of a column in points; a hidden one has none. */
export function widthPoints(sheet: Sheet, column: number): number {
  const span = sheet.columns.find(({ first, last }) => column >= first && column <= last);
  return span?.hidden === true ? 0 : pointsOfCharacters(span?.width ?? sheet.defaultColumnWidth);
}

/** Height of a row in points; a hidden one has none. */
export function heightPoints(sheet: Sheet, row: number): number {
  const record = sheet.rows.get(row);
  return record?.hidden === true || record?.filtered === true ? 0 : (record?.height ?? sheet.defaultRowHeight);
}

/** Points from the sheet's left edge to a column. */
export function leftOf(sheet: Sheet, column: number): number {
  let left = Math.min(column, maxColumns) * pointsOfCharacters(sheet.defaultColumnWidth);
  const standard = pointsOfCharacters(sheet.defaultColumnWidth);
  for (const { first, last } of sheet.columns) {
    for (let at = first; at <= last && at < column; at++) left += widthPoints(sheet, at) - standard;
  }
  return left;
}

/** Points from the sheet's top edge to a row. */
export function topOf(sheet: Sheet, row: number): number {
  let top = Math.min(row, maxRows) * sheet.defaultRowHeight;
  for (const at of sheet.rows.keys()) if (at < row) top += heightPoints(sheet, at) - sheet.defaultRowHeight;
  return top;
}
