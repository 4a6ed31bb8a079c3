import { intersection, type Area } from "../model/address";
import type { Sheet, Table } from "../model/book";
import { cellAt } from "../model/cells";
import type { Session } from "../session";
import { changed } from "../session";
import { openCell } from "./cellStyles";
import { emptyCell } from "./emptyCell";
import { rewriteFormulas } from "./rewriteFormulas";
import { tableAt } from "./tablesAt";
import { renameColumnIn } from "../formulas/formulaShift";

/** A name that no column of the table has yet: "Score", "Score2", "Score3" … [I] P13 exceljs#2944 */
export function freeColumnName(table: Table, wanted: string, except?: number): string {
  const taken = new Set(table.columns.filter((_, i) => i !== except).map(({ name }) => name.toLowerCase()));
  if (!taken.has(wanted.toLowerCase())) return wanted;
  for (let i = 2; ; i++) if (!taken.has(`${wanted}${i}`.toLowerCase())) return `${wanted}${i}`;
}

/**
 * Writing into a table's header cells renames its columns; headers are text, never empty and never twice the same. [K] P13
 */
export function renamedHeaders(session: Session, sheet: Sheet, area: Area): void {
  for (const table of sheet.tables) {
    if (!table.showHeaders) continue;
    const part = intersection({ ...table.area, rows: 1 }, area);
    if (!part) continue;
    for (let column = part.column; column < part.column + part.columns; column++)
      nameAfterHeader(session, sheet, table, column - table.area.column);
    changed(session, { kind: "table", sheet, table, what: "changed" });
  }
}

function nameAfterHeader(session: Session, sheet: Sheet, table: Table, index: number): void {
  const column = table.columns[index];
  if (!column) return;
  const shown = cellAt(sheet, table.area.row, table.area.column + index)?.value ?? null;
  const text = shown === null ? "" : typeof shown === "object" ? shown.error : String(shown);
  const name = freeColumnName(table, text === "" ? `Column${index + 1}` : text, index);
  const cell = openCell(sheet, table.area.row, table.area.column + index);
  emptyCell(cell);
  cell.value = name;
  renameColumn(session, table, index, name);
}

/** Gives a column its new name in the table and in every formula that says the old one. */
export function renameColumn(session: Session, table: Table, index: number, name: string): void {
  const column = table.columns[index];
  if (!column || column.name === name) return;
  const old = column.name;
  column.name = name;
  rewriteFormulas(session, (formula, onSheet, place) => {
    if (!formula.includes("[")) return formula;
    const sheet = place && session.book.sheets.find((one) => one.name === onSheet);
    const own = place && sheet ? (tableAt(sheet, place.row, place.column)?.name ?? null) : null;
    return renameColumnIn(formula, table.name, old, name, own);
  });
}
