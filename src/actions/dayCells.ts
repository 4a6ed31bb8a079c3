import { CellKind, type Column } from "../table/customerTable";
import { sheetColumnOf, type TableFacts } from "../workbook/tableFacts";

/** Cells that are asked from which year the workbook counts. */
const mostDayCells = 20;

/** The first cells of a table's column that hold numbers, by the sheet's rows and columns from zero. */
export function dayCells(
  facts: TableFacts,
  { name, kinds }: Column,
): readonly { readonly row: number; readonly column: number }[] {
  const column = sheetColumnOf(facts, name);
  const cells: { row: number; column: number }[] = [];
  for (let row = 0; row < kinds.length && cells.length < mostDayCells; row++) {
    if (kinds[row] === CellKind.number) cells.push({ row: facts.firstRow + row, column });
  }
  return cells;
}
