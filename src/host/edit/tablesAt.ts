import type { Area } from "../model/address";
import type { Sheet, Table } from "../model/book";

/** The table that holds a cell, or null. */
export function tableAt(sheet: Sheet, row: number, column: number): Table | null {
  return (
    sheet.tables.find(
      ({ area }) =>
        row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
    ) ?? null
  );
}

/** The data rows of a table. Null where it has none: Excel keeps one empty row, a file may not. */
export function bodyArea({ area, showHeaders, showTotals }: Table): Area | null {
  const top = showHeaders ? 1 : 0;
  const rows = area.rows - top - (showTotals ? 1 : 0);
  return rows > 0 ? { ...area, row: area.row + top, rows } : null;
}
