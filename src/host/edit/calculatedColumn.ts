import { translateFormula } from "../formulas/formulaShift";
import { intersection, type Area } from "../model/address";
import type { Sheet, Table } from "../model/book";
import { cellAt, cellsChanged } from "../model/cells";
import type { Session } from "../session";
import { inUse } from "./usedArea";
import { openCell } from "./cellStyles";
import { bodyArea } from "./tablesAt";

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
