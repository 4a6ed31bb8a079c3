import { shiftFormula, type GridEdit } from "../formulas/formulaShift";
import { areaAddress, intersection, maxColumns, maxRows, parseArea, type Area } from "../model/address";
import type { Cell, Row, Sheet, Table } from "../model/book";
import { HostError } from "../errors";
import { changed, type Session } from "../session";
import { refuseIfLocked } from "./guards";
import { rewriteFormulas } from "./rewriteFormulas";
import { followColumns } from "./tableColumns";
import { inUse } from "./usedArea";

/** Cells that come or go: those behind them in the same rows (or columns) move. */
interface Shift {
  readonly axis: "rows" | "columns";
  readonly area: Area;
  readonly insert: boolean;
}

/**
 * Inserts cells: those at and behind the area move down or right.
 *
 * @throws HostError NonBlankCellOffSheet if something would fall off the sheet; InsertDeleteConflict, MergedRangeConflict or
 * PivotTableRangeConflict if a table, merge or pivot table would be torn [D]
 */
export function insertCells(session: Session, sheet: Sheet, area: Area, direction: "Down" | "Right"): void {
  shiftCells(session, sheet, { axis: direction === "Down" ? "rows" : "columns", area, insert: true });
}

/** Deletes cells: those behind the area move up or left. @throws as `insertCells` */
export function deleteCells(session: Session, sheet: Sheet, area: Area, direction: "Up" | "Left"): void {
  shiftCells(session, sheet, { axis: direction === "Up" ? "rows" : "columns", area, insert: false });
}

function shiftCells(session: Session, sheet: Sheet, shift: Shift): void {
  const { area, axis, insert } = shift;
  const option = `allow${insert ? "Insert" : "Delete"}${axis === "rows" ? "Rows" : "Columns"}`;
  refuseIfLocked(session, sheet, area, option);
  const band = movingBand(shift);
  checkBand(sheet, shift, band);
  moveCells(sheet, shift);
  moveLayout(session, sheet, shift);
  for (const range of [...session.made, ...session.kept.values()]) {
    if (range.sheet === sheet && range.area) range.area = shiftedArea(range.area, shift);
  }
  rewriteFormulas(session, (formula, onSheet) => shiftFormula(formula, onSheet, gridEdit(sheet, shift)));
  tell(session, sheet, shift, band);
}

function tell(session: Session, sheet: Sheet, shift: Shift, band: Area): void {
  const { axis, area, insert } = shift;
  const [index, count] = axis === "rows" ? [area.row, area.rows] : [area.column, area.columns];
  if (isWhole(shift))
    changed(session, { kind: axis, sheet, index, inserted: insert ? count : 0, deleted: insert ? 0 : count });
  else changed(session, { kind: "cells", sheet, area: band, what: "content" });
}

function isWhole({ axis, area }: Shift): boolean {
  return axis === "rows" ? area.columns === maxColumns : area.rows === maxRows;
}

function gridEdit(sheet: Sheet, shift: Shift): GridEdit {
  const { axis, area, insert } = shift;
  const [index, count] = axis === "rows" ? [area.row, area.rows] : [area.column, area.columns];
  const across = axis === "rows" ? { first: area.column, count: area.columns } : { first: area.row, count: area.rows };
  const edit = { sheet: sheet.name, axis, index, inserted: insert ? count : 0, deleted: insert ? 0 : count };
  return isWhole(shift) ? edit : { ...edit, across };
}

/** The area from the edge to the sheet's end: what moves or goes. */
function movingBand({ axis, area }: Shift): Area {
  return axis === "rows" ? { ...area, rows: maxRows - area.row } : { ...area, columns: maxColumns - area.column };
}

function checkBand(sheet: Sheet, shift: Shift, band: Area): void {
  if (shift.insert) refuseFallingOff(sheet, shift);
  for (const merge of sheet.merges) {
    if (isTorn(merge, band, shift))
      throw new HostError("MergedRangeConflict", "The operation causes a conflict with a merged cell.");
  }
  for (const pivot of sheet.pivots) {
    if (isTorn(pivot, band, shift))
      throw new HostError(
        "PivotTableRangeConflict",
        "The attempted operation causes a conflict with a PivotTable range.",
      );
  }
  for (const table of sheet.tables) {
    if (isTorn(table.area, band, shift) || cutsHeader(table, shift)) {
      throw new HostError(
        "InsertDeleteConflict",
        "The insert or delete operation attempted resulted in a conflict with a table.",
      );
    }
  }
}

/** A thing that the band cuts lengthwise would be torn; one that it covers across its whole breadth moves, grows or shrinks. */
function isTorn(thing: Area, band: Area, { axis }: Shift): boolean {
  const shared = intersection(thing, band);
  if (!shared) return false;
  return axis === "rows" ? shared.columns < thing.columns : shared.rows < thing.rows;
}

/** Deleting the header row alone, with data left below, is refused. [K] */
function cutsHeader(table: Table, { axis, area, insert }: Shift): boolean {
  if (insert || axis !== "rows" || !table.showHeaders) return false;
  const header = intersection({ ...table.area, rows: 1 }, area);
  return header !== null && area.row + area.rows < table.area.row + table.area.rows;
}

function refuseFallingOff(sheet: Sheet, { axis, area }: Shift): void {
  for (const [row, { cells }] of sheet.rows) {
    const rowMoves =
      axis === "rows" ? row >= Math.max(area.row, maxRows - area.rows) : row >= area.row && row < area.row + area.rows;
    if (!rowMoves) continue;
    for (const [column, cell] of cells) {
      const falls =
        axis === "rows"
          ? column >= area.column && column < area.column + area.columns
          : column >= Math.max(area.column, maxColumns - area.columns);
      if (falls && inUse(cell, true)) {
        throw new HostError(
          "NonBlankCellOffSheet",
          "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
        );
      }
    }
  }
}

function moveCells(sheet: Sheet, shift: Shift): void {
  if (shift.axis === "columns") moveAlongRows(sheet, shift);
  else if (isWhole(shift)) moveWholeRows(sheet, shift);
  else moveAlongColumns(sheet, shift);
}

function moveAlongRows(sheet: Sheet, { area, insert }: Shift): void {
  for (const [row, { cells }] of sheet.rows) {
    if (row < area.row || row >= area.row + area.rows) continue;
    const moved: [number, Cell][] = [];
    for (const [column, cell] of cells) {
      if (column < area.column) continue;
      cells.delete(column);
      if (insert) moved.push([column + area.columns, cell]);
      else if (column >= area.column + area.columns) moved.push([column - area.columns, cell]);
    }
    for (const [column, cell] of moved) if (column < maxColumns) cells.set(column, cell);
    if (insert) copyLeftStyle(cells, area);
  }
}

/** New cells look like their left neighbour. [K] */
function copyLeftStyle(cells: Map<number, Cell>, area: Area): void {
  const style = cells.get(area.column - 1)?.style ?? 0;
  if (style === 0) return;
  for (let column = area.column; column < area.column + area.columns; column++)
    cells.set(column, { value: null, style });
}

function moveWholeRows(sheet: Sheet, { area, insert }: Shift): void {
  const moved: [number, Row][] = [];
  for (const [row, record] of sheet.rows) {
    if (row < area.row) continue;
    sheet.rows.delete(row);
    if (insert) moved.push([row + area.rows, record]);
    else if (row >= area.row + area.rows) moved.push([row - area.rows, record]);
  }
  for (const [row, record] of moved) if (row < maxRows) sheet.rows.set(row, record);
  const above = insert ? sheet.rows.get(area.row - 1) : undefined;
  if (!above) return;
  // New rows look like the row above. [K]
  const looks = [...above.cells].filter(([, cell]) => cell.style !== 0);
  for (let row = area.row; row < area.row + area.rows && looks.length > 0; row++) {
    sheet.rows.set(row, { cells: new Map(looks.map(([column, { style }]) => [column, { value: null, style }])) });
  }
}

function moveAlongColumns(sheet: Sheet, { area, insert }: Shift): void {
  const moved: [number, number, Cell][] = [];
  for (const [row, { cells }] of sheet.rows) {
    if (row < area.row) continue;
    for (let column = area.column; column < area.column + area.columns; column++) {
      const cell = cells.get(column);
      if (!cell) continue;
      cells.delete(column);
      if (insert) moved.push([row + area.rows, column, cell]);
      else if (row >= area.row + area.rows) moved.push([row - area.rows, column, cell]);
    }
  }
  for (const [row, column, cell] of moved) {
    if (row >= maxRows) continue;
    let record = sheet.rows.get(row);
    if (!record) sheet.rows.set(row, (record = { cells: new Map() }));
    record.cells.set(column, cell);
  }
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

function moveLayout(session: Session, sheet: Sheet, shift: Shift): void {
  const moveAll = <T extends { readonly area: Area }>(list: T[]): void => {
    const kept = list.flatMap((item) => {
      const area = shiftedArea(item.area, shift);
      return area ? [{ ...item, area }] : [];
    });
    list.splice(0, list.length, ...kept);
  };
  moveAll(sheet.conditionalFormats);
  moveAll(sheet.validations);
  replaceAreas(sheet.merges, shift);
  replaceAreas(sheet.pivots, shift);
  moveTables(session, sheet, shift);
  if (sheet.filter) sheet.filter.area = shiftedArea(sheet.filter.area, shift) ?? sheet.filter.area;
  moveHyperlinks(sheet, shift);
  movePrintRanges(sheet, shift);
  if (shift.axis === "columns" && isWhole(shift)) moveSpans(sheet, shift);
}

function replaceAreas(areas: Area[], shift: Shift): void {
  const kept = areas.flatMap((area) => shiftedArea(area, shift) ?? []);
  areas.splice(0, areas.length, ...kept);
}

function moveTables(session: Session, sheet: Sheet, shift: Shift): void {
  for (const table of [...sheet.tables]) {
    const before = table.area;
    const after = shiftedArea(before, shift);
    if (!after) {
      sheet.tables.splice(sheet.tables.indexOf(table), 1);
      changed(session, { kind: "table", sheet, table, what: "deleted" });
      continue;
    }
    if (areaAddress(before) === areaAddress(after)) continue;
    table.area = after;
    if (table.filter) table.filter.area = shiftedArea(table.filter.area, shift) ?? table.filter.area;
    if (shift.axis === "columns" && after.columns !== before.columns) {
      followColumns(session, sheet, table, before, shift.area.column, shift.area.columns, shift.insert);
    }
    changed(session, { kind: "table", sheet, table, what: "changed" });
  }
}

function movePrintRanges(sheet: Sheet, shift: Shift): void {
  const { printArea, titleRows, ...others } = sheet.pageLayout;
  const moved = (text = ""): string =>
    text
      .split(",")
      .flatMap((part) => parseArea(part) ?? [])
      .flatMap((area) => shiftedArea(area, shift) ?? [])
      .map(areaAddress)
      .join(",");
  const [area, rows] = [moved(printArea), moved(titleRows)];
  sheet.pageLayout = {
    ...others,
    ...(area === "" ? {} : { printArea: area }),
    ...(rows === "" ? {} : { titleRows: rows }),
  };
}

function moveHyperlinks(sheet: Sheet, shift: Shift): void {
  const links = [...sheet.hyperlinks];
  sheet.hyperlinks.clear();
  for (const [address, link] of links) {
    const area = parseArea(address);
    const moved = area && shiftedArea(area, shift);
    if (moved) sheet.hyperlinks.set(areaAddress(moved), link);
  }
}

function moveSpans(sheet: Sheet, shift: Shift): void {
  sheet.columns = sheet.columns.flatMap((span) => {
    const area = shiftedArea({ row: 0, rows: maxRows, column: span.first, columns: span.last - span.first + 1 }, shift);
    return area ? [{ ...span, first: area.column, last: area.column + area.columns - 1 }] : [];
  });
}
