import { cellsChanged, touchCell } from "../model/cells";
import { intersection, maxColumns, maxRows, type Area } from "../model/address";
import type { Cell, ColumnSpan, Sheet } from "../model/book";
import { defaultStyle, internStyle, type Style } from "../model/style";
import type { Session } from "../session";

/** The style a cell shows: its own, or its column's, or the default. */
export function styleAt({ book }: Session, sheet: Sheet, row: number, column: number): Style {
  const cell = sheet.rows.get(row)?.cells.get(column);
  return book.styles[cell ? cell.style : columnStyle(sheet, column)] ?? defaultStyle;
}

/** Index of the style that new cells of a column take. */
export function columnStyle(sheet: Sheet, column: number): number {
  for (const span of sheet.columns) if (column >= span.first && column <= span.last) return span.style ?? 0;
  return 0;
}

/** The cell's record; a new one looks like its column. */
export function openCell(sheet: Sheet, row: number, column: number): Cell {
  const known = sheet.rows.get(row)?.cells.get(column);
  if (known) return known;
  const cell = touchCell(sheet, row, column);
  if (sheet.columns.length > 0) cell.style = columnStyle(sheet, column);
  return cell;
}

/**
 * Changes the look of an area. Whole columns keep the look for cells to come; whole rows change the cells that exist.
 */
export function restyle(session: Session, sheet: Sheet, area: Area, change: (style: Style) => Style): void {
  const { book } = session;
  const renewed = new Map<number, number>();
  const restyled = (index: number): number => {
    let next = renewed.get(index);
    if (next === undefined)
      renewed.set(index, (next = internStyle(book.styles, change(book.styles[index] ?? defaultStyle))));
    return next;
  };
  if (area.rows === maxRows) {
    sheet.columns = withSpans(sheet.columns, area.column, area.column + area.columns - 1, (span) => ({
      ...span,
      style: restyled(span.style ?? 0),
    }));
  }
  if (area.rows === maxRows || area.columns === maxColumns) {
    for (const [row, { cells }] of sheet.rows) {
      if (row < area.row || row >= area.row + area.rows) continue;
      for (const [column, cell] of cells)
        if (column >= area.column && column < area.column + area.columns) cell.style = restyled(cell.style);
    }
  } else {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = openCell(sheet, row, column);
        cell.style = restyled(cell.style);
      }
    }
  }
  cellsChanged(book, sheet, area, "style");
}

/** One value per cell of an area, if they agree; undefined where they differ. Whole rows and columns are judged by what exists. */
export function commonStyle<T>(session: Session, sheet: Sheet, area: Area, read: (style: Style) => T): T | undefined {
  const seen = new Set<number>();
  const whole = area.rows === maxRows || area.columns === maxColumns;
  if (whole) {
    seen.add(columnStyle(sheet, area.column));
    for (const [row, { cells }] of sheet.rows) {
      if (row < area.row || row >= area.row + area.rows) continue;
      for (const [column, cell] of cells)
        if (column >= area.column && column < area.column + area.columns) seen.add(cell.style);
    }
  } else {
    for (let row = area.row; row < area.row + area.rows; row++) {
      const cells = sheet.rows.get(row)?.cells;
      for (let column = area.column; column < area.column + area.columns; column++)
        seen.add(cells?.get(column)?.style ?? columnStyle(sheet, column));
    }
  }
  let common: T | undefined;
  let first = true;
  for (const index of seen) {
    const value = read(session.book.styles[index] ?? defaultStyle);
    if (!first && value !== common) return undefined;
    common = value;
    first = false;
  }
  return common;
}

/** Column spans with those from `first` to `last` changed, split and added where needed. */
export function withSpans(
  spans: readonly ColumnSpan[],
  first: number,
  last: number,
  change: (span: ColumnSpan) => ColumnSpan,
): ColumnSpan[] {
  const result: ColumnSpan[] = [];
  let next = first;
  for (const span of [...spans].sort((a, b) => a.first - b.first)) {
    if (span.last < first || span.first > last) {
      result.push(span);
      continue;
    }
    if (span.first < first) result.push({ ...span, last: first - 1 });
    const from = Math.max(span.first, first);
    const to = Math.min(span.last, last);
    if (next < from) result.push(change({ first: next, last: from - 1 }));
    result.push(change({ ...span, first: from, last: to }));
    next = to + 1;
    if (span.last > last) result.push({ ...span, first: last + 1 });
  }
  if (next <= last) result.push(change({ first: next, last }));
  return result.sort((a, b) => a.first - b.first);
}

/** Columns of a width that somebody chose, or that was fitted to what they hold. */
export function withWidth({ other, ...span }: ColumnSpan, width: number, fitted = false): ColumnSpan {
  const { bestFit: _, ...kept } = other ?? {};
  return { ...span, width, other: { ...kept, ...(fitted ? { bestFit: "1" } : {}), customWidth: "1" } };
}

/** The part of an area that exists on a sheet whose used cells are known; whole rows and columns shrink to it. */
export function boundedBy(area: Area, used: Area | null): Area | null {
  return area.rows === maxRows || area.columns === maxColumns ? (used ? intersection(area, used) : null) : area;
}
