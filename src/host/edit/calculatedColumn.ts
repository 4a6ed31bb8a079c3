import { translateFormula } from "../formulas/formulaShift";
import { intersection, type Area } from "../model/address";
import type { Sheet, Table } from "../model/book";
import { cellAt, cellsChanged } from "../model/cells";
import type { Session } from "../session";
import { emptyCell } from "./emptyCell";
import { inUse } from "./usedArea";
import { openCell } from "./cellStyles";
import { bodyArea } from "./tablesAt";

/** The columns of tables, within an area that is about to be written, in which a constant stands. */
export function columnsWithConstants(sheet: Sheet, area: Area): ReadonlySet<number> {
  const found = new Set<number>();
  for (const table of sheet.tables) {
    const body = bodyArea(table);
    if (!body || !intersection(body, area)) continue;
    for (let column = body.column; column < body.column + body.columns; column++) {
      for (let row = body.row; row < body.row + body.rows; row++) {
        const cell = cellAt(sheet, row, column);
        if (cell && cell.value !== null && cell.formula === undefined) found.add(column);
      }
    }
  }
  return found;
}

/**
 * Writing different formulas into a column of a table leaves the bottommost in all its cells, where the user's Excel does
 * so: in its blank cells too.
 *
 * @param constants - the columns that held constants before
 */
export function uniteFormulas(session: Session, sheet: Sheet, area: Area, constants: ReadonlySet<number>): void {
  const { uniteFormulas: when } = session.profile;
  if (when === "never") return;
  for (const table of sheet.tables) {
    const body = bodyArea(table);
    const part = body && intersection(body, area);
    if (!part) continue;
    for (let column = part.column; column < part.column + part.columns; column++) {
      if (when === "always" || !constants.has(column)) uniteColumn(sheet, body, part, column);
    }
  }
}

function uniteColumn(sheet: Sheet, body: Area, part: Area, column: number): void {
  const rowsOf = (area: Area): number[] => Array.from({ length: area.rows }, (_, i) => area.row + i);
  const last = rowsOf(part)
    .reverse()
    .find((row) => cellAt(sheet, row, column)?.formula !== undefined);
  const formula = last === undefined ? undefined : cellAt(sheet, last, column)?.formula;
  if (last === undefined || formula === undefined || part.rows < 2) return;
  const isConstant = (row: number): boolean => {
    const cell = cellAt(sheet, row, column);
    return cell !== undefined && cell.formula === undefined && cell.value !== null;
  };
  if (rowsOf(body).some(isConstant)) return;
  for (const row of rowsOf(body)) {
    const cell = openCell(sheet, row, column);
    emptyCell(cell);
    cell.formula = translateFormula(formula, row - last, 0);
  }
}

/** Writing a formula into an otherwise empty column of a table fills the column with it, where the user's Excel does so. [I] P09 office-js#2093 */
export function fillCalculatedColumns(session: Session, sheet: Sheet, area: Area): void {
  if (!session.profile.fillCalculatedColumns) return;
  for (const table of sheet.tables) {
    const body = bodyArea(table);
    const part = body && intersection(body, area);
    if (!part) continue;
    for (let column = part.column; column < part.column + part.columns; column++)
      fillColumn(session, sheet, table, body, part, column);
  }
}

function fillColumn(session: Session, sheet: Sheet, table: Table, body: Area, part: Area, column: number): void {
  const formula = cellAt(sheet, part.row, column)?.formula;
  if (formula === undefined) return;
  for (let row = body.row; row < body.row + body.rows; row++) {
    const cell = cellAt(sheet, row, column);
    const written = row >= part.row && row < part.row + part.rows;
    if (written ? cell?.formula !== translateFormula(formula, row - part.row, 0) : cell && inUse(cell, true)) return;
  }
  for (let row = body.row; row < body.row + body.rows; row++) {
    openCell(sheet, row, column).formula = translateFormula(formula, row - part.row, 0);
  }
  const own = table.columns[column - table.area.column];
  if (own) own.formula = formula;
  if (part.rows < body.rows) cellsChanged(session.book, sheet, { ...body, column, columns: 1 }, "content");
}
