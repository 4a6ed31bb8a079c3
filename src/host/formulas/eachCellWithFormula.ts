import type { Area } from "../model/address";
import type { Cell, Sheet } from "../model/book";

/** Calls `visit` for every cell of an area that holds a formula, by whichever way looks at fewer cells. */
export function eachCellWithFormula(
  sheet: Sheet,
  area: Area,
  visit: (row: number, column: number, cell: Cell, text: string) => void,
): void {
  const visitRow = (index: number): void => {
    const cells = sheet.rows.get(index)?.cells;
    if (!cells) return;
    if (area.columns < cells.size) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = cells.get(column);
        if (cell?.formula !== undefined) visit(index, column, cell, cell.formula);
      }
      return;
    }
    for (const [column, cell] of cells) {
      if (cell.formula !== undefined && column >= area.column && column < area.column + area.columns)
        visit(index, column, cell, cell.formula);
    }
  };
  if (area.rows <= sheet.rows.size) for (let row = area.row; row < area.row + area.rows; row++) visitRow(row);
  else for (const row of sheet.rows.keys()) if (row >= area.row && row < area.row + area.rows) visitRow(row);
}
