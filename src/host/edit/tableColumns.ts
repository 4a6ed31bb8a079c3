import { renameColumnIn } from "../formulas/formulaShift";
import type { Area } from "../model/address";
import type { Sheet, Table, TableColumn } from "../model/book";
import type { Session } from "../session";
import { openCell } from "./cellStyles";
import { emptyCell } from "./emptyCell";
import { rewriteFormulas } from "./rewriteFormulas";
import { freeColumnName } from "./tableHeaders";
import { tableAt } from "./tablesAt";

/** The table's list of columns after cells came or went within its breadth. */
export function followColumns(
  session: Session,
  sheet: Sheet,
  table: Table,
  before: Area,
  at: number,
  count: number,
  insert: boolean,
): void {
  if (insert) {
    for (let i = 0; i < count; i++) addColumnRecord(sheet, table, at - before.column + i, "Column1");
    return;
  }
  const first = Math.max(at, before.column) - before.column;
  const gone = table.columns.splice(
    first,
    Math.min(at + count, before.column + before.columns) - before.column - first,
  );
  for (const { name } of gone) dropColumnReferences(session, table, name);
}

/** Adds a column's record and header text under a name that is free; the cells are there already. */
export function addColumnRecord(sheet: Sheet, table: Table, index: number, wanted: string): TableColumn {
  const id = 1 + Math.max(0, ...table.columns.map((column) => column.id));
  const column: TableColumn = { id, name: freeColumnName(table, wanted) };
  table.columns.splice(index, 0, column);
  if (table.showHeaders) {
    const header = openCell(sheet, table.area.row, table.area.column + index);
    emptyCell(header);
    header.value = column.name;
  }
  return column;
}

/** References to a column that is gone become #REF!. */
function dropColumnReferences(session: Session, table: Table, name: string): void {
  rewriteFormulas(session, (formula, onSheet, place) => {
    if (!formula.includes("[")) return formula;
    const sheet = place && session.book.sheets.find((one) => one.name === onSheet);
    const own = place && sheet ? (tableAt(sheet, place.row, place.column)?.name ?? null) : null;
    return renameColumnIn(formula, table.name, name, null, own);
  });
}
