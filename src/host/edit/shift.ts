import { intersection, maxColumns, maxRows, type Area } from "../model/address";

/** Cells that come or go: those behind them in the same rows (or columns) move. */
export interface Shift {
  readonly axis: "rows" | "columns";
  readonly area: Area;
  readonly insert: boolean;
}

/** True where whole rows or columns of the sheet come or go. */
export function isWhole({ axis, area }: Shift): boolean {
  return axis === "rows" ? area.columns === maxColumns : area.rows === maxRows;
}

/** The area from the edge to the sheet's end: what moves or goes. */
export function movingBand({ axis, area }: Shift): Area {
  return axis === "rows" ? { ...area, rows: maxRows - area.row } : { ...area, columns: maxColumns - area.column };
}

/** A thing that the band cuts lengthwise would be torn; one that it covers across its whole breadth moves, grows or shrinks. */
export function isTorn(thing: Area, band: Area, { axis }: Shift): boolean {
  const shared = intersection(thing, band);
  if (!shared) return false;
  return axis === "rows" ? shared.columns < thing.columns : shared.rows < thing.rows;
}

/** Where an area lies after the shift; null if all of it is gone. */
export function shiftedArea(area: Area, shift: Shift): Area | null {
  const { axis, insert } = shift;
  if (isTorn(area, movingBand(shift), shift)) return area;
  if (!intersection(area, movingBand(shift))) return area;
  if (axis === "rows") {
    const span = shiftedSpan(area.row, area.rows, shift.area.row, shift.area.rows, insert);
    return span && { ...area, row: span.start, rows: Math.min(span.length, maxRows - span.start) };
  }
  const span = shiftedSpan(area.column, area.columns, shift.area.column, shift.area.columns, insert);
  return span && { ...area, column: span.start, columns: Math.min(span.length, maxColumns - span.start) };
}

function shiftedSpan(
  start: number,
  length: number,
  at: number,
  count: number,
  insert: boolean,
): { start: number; length: number } | null {
  if (insert) return start >= at ? { start: start + count, length } : { start, length: length + count };
  const before = Math.max(0, Math.min(start + length, at) - start);
  const after = Math.max(0, start + length - Math.max(start, at + count));
  if (before + after === 0) return null;
  return { start: start < at ? start : Math.max(at, start - count), length: before + after };
}
