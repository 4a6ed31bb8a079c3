import type { Area } from "../model/address";
import type { Cell, Sheet } from "../model/book";

/**
 * The smallest area around the cells in use within an area (the whole sheet if none is given), or null where there are none.
 *
 * @param valuesOnly - formats alone do not count as use [D]
 */
export function usedArea(sheet: Sheet, valuesOnly: boolean, within?: Area): Area | null {
  let top = Infinity;
  let bottom = -1;
  let left = Infinity;
  let right = -1;
  const firstColumn = within?.column ?? 0;
  const endColumn = within ? within.column + within.columns : Infinity;
  const look = (row: number): void => {
    const cells = sheet.rows.get(row)?.cells;
    if (!cells) return;
    for (const [column, cell] of cells) {
      if (column < firstColumn || column >= endColumn) continue;
      // Inside the area found so far a cell changes nothing.
      if (column >= left && column <= right && row >= top && row <= bottom) continue;
      if (!inUse(cell, valuesOnly)) continue;
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
  };
  if (within && within.rows < sheet.rows.size)
    for (let row = within.row; row < within.row + within.rows; row++) look(row);
  else
    for (const row of sheet.rows.keys())
      if (!within || (row >= within.row && row < within.row + within.rows)) look(row);
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** True for a cell that holds something; a look of its own counts unless values alone are asked for. */
export function inUse(cell: Cell, valuesOnly: boolean): boolean {
  return cell.value !== null || cell.formula !== undefined || (!valuesOnly && cell.style !== 0);
}
