import { maxColumns, maxRows, type Area } from "../../host/model/address";
import type { SheetView } from "../hostProtocol";
import { layOut, type Axis } from "./axis";

/** Where everything of a sheet lies, in pixels from the sheet's corner, and what of it stays when scrolling. */
export interface Geometry {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly frozenHeight: number;
  readonly frozenWidth: number;
  readonly headerWidth: number;
}

export const headerHeight = 24;

/** Empty rows and columns shown after the last one used, so that there is room to type. */
const spareRows = 60;
const spareColumns = 15;
const fewestRows = 120;
const fewestColumns = 40;

/** @param reach - cell that must lie within, e.g. the selected one */
export function geometryOf(sheet: SheetView, reach: { readonly row: number; readonly column: number }): Geometry {
  const rows = Math.min(maxRows, Math.max(fewestRows, sheet.usedRows + spareRows, reach.row + spareRows));
  const columns = Math.min(
    maxColumns,
    Math.max(fewestColumns, sheet.usedColumns + spareColumns, reach.column + spareColumns),
  );
  const rowAxis = layOut(rows, sheet.rowHeight, sheet.rowHeights);
  const columnAxis = layOut(columns, sheet.columnWidth, sheet.columnWidths);
  const frozenRows = Math.min(sheet.freeze.rows, rows);
  const frozenColumns = Math.min(sheet.freeze.columns, columns);
  return {
    rows: rowAxis,
    columns: columnAxis,
    frozenRows,
    frozenColumns,
    frozenHeight: rowAxis.offsetOf(frozenRows),
    frozenWidth: columnAxis.offsetOf(frozenColumns),
    headerWidth: Math.max(34, 14 + 8 * String(rows).length),
  };
}

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The rectangle of an area on the sheet. */
export function rectangleOf({ rows, columns }: Geometry, area: Area): Rectangle {
  const top = rows.offsetOf(Math.min(area.row, rows.count));
  const left = columns.offsetOf(Math.min(area.column, columns.count));
  return {
    left,
    top,
    width: columns.offsetOf(Math.min(area.column + area.columns, columns.count)) - left,
    height: rows.offsetOf(Math.min(area.row + area.rows, rows.count)) - top,
  };
}

/** Browsers lose rows in boxes longer than some seventeen million pixels; a longer sheet scrolls in larger steps. */
const longestBox = 15_000_000;

/** The length of the scrolled box for a content of this length. */
export function boxLength(length: number): number {
  return Math.min(length, longestBox);
}

/** Where the content stands when its box is scrolled to `scrolled`. */
export function contentOffset(scrolled: number, length: number, view: number): number {
  if (length <= longestBox) return scrolled;
  return Math.min(length - view, (scrolled * (length - view)) / (longestBox - view));
}

/** Where the box must be scrolled to for its content to stand at `offset`. */
export function boxOffset(offset: number, length: number, view: number): number {
  return length <= longestBox ? offset : (offset * (longestBox - view)) / (length - view);
}
