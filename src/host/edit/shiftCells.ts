import { shiftFormula, type GridEdit } from "../formulas/formulaShift";
import { intersection, maxColumns, maxRows, type Area } from "../model/address";
import type { Cell, Row, Sheet, Table } from "../model/book";
import { HostError } from "../errors";
import { changed, type Session } from "../session";
import { refuseIfLocked } from "./guards";
import { rewriteFormulas } from "./rewriteFormulas";
import { inUse } from "./usedArea";
import { isTorn, isWhole, movingBand, shiftedArea, type Shift } from "./shift";
import { moveLayout } from "./moveLayout";

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

function gridEdit(sheet: Sheet, shift: Shift): GridEdit {
  const { axis, area, insert } = shift;
  const [index, count] = axis === "rows" ? [area.row, area.rows] : [area.column, area.columns];
  const across = axis === "rows" ? { first: area.column, count: area.columns } : { first: area.row, count: area.rows };
  const edit = { sheet: sheet.name, axis, index, inserted: insert ? count : 0, deleted: insert ? 0 : count };
  return isWhole(shift) ? edit : { ...edit, across };
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

/** Deleting the header row alone, with data left below, is refused. [K] P17 */
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

/** New cells look like their left neighbour. [K] P25 */
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
  // New rows look like the row above. [K] P25
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
