import { cellsChanged, touchCell } from "../../host/model/cells";
import { announce, type Book, type CellValue, type Sheet, type Table } from "../../host/model/book";
import { newId, newSheet } from "../../host/model/newBook";
import { defaultStyle, internStyle } from "../../host/model/style";

/** A column of a table to be made. */
export interface NewColumn {
  readonly header: string;
  readonly numberFormat?: string;
  /** In characters. */
  readonly width?: number;
}

export interface NewTableSheet {
  /** Ids of the sheet and the table; new ones if absent. */
  readonly ids?: { readonly sheet: string; readonly table: string };
  readonly sheet: string;
  readonly table: string;
  /** Lines above the table, the first one large; none puts the header into row 1. */
  readonly above?: readonly string[];
  readonly columns: readonly NewColumn[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** Adds a sheet that holds one table, its header staying on screen. */
export function addTableSheet(
  book: Book,
  { ids, sheet: name, table: tableName, above = [], columns, rows }: NewTableSheet,
): Sheet {
  const sheet = ids === undefined ? newSheet(name) : { ...newSheet(name), id: ids.sheet };
  const top = above.length === 0 ? 0 : above.length + 1;
  above.forEach((line, row) => {
    const cell = touchCell(sheet, row, 0);
    cell.value = line;
    if (row === 0) cell.style = internStyle(book.styles, { ...defaultStyle, bold: true, fontSize: 14 });
  });
  columns.forEach(({ header }, column) => (touchCell(sheet, top, column).value = header));
  const styles = columns.map(({ numberFormat = "General" }) =>
    internStyle(book.styles, { ...defaultStyle, numberFormat }),
  );
  rows.forEach((cells, row) =>
    cells.forEach((value, column) => {
      if (value === null) return;
      const cell = touchCell(sheet, top + 1 + row, column);
      cell.value = value;
      cell.style = styles[column] ?? 0;
    }),
  );
  sheet.columns = columns.map(({ width = 12 }, column) => ({ first: column, last: column, width }));
  sheet.freeze = { rows: top + 1, columns: 0 };

  const area = { row: top, column: 0, rows: Math.max(rows.length, 1) + 1, columns: columns.length };
  const table: Table = {
    id: ids?.table ?? newId(),
    name: tableName,
    area,
    showHeaders: true,
    showTotals: false,
    columns: columns.map(({ header }, i) => ({ id: i + 1, name: header })),
    style: "TableStyleMedium2",
    showBandedRows: true,
    showBandedColumns: false,
    filter: { area, criteria: new Map() },
    query: false,
  };
  sheet.tables.push(table);
  book.sheets.push(sheet);
  announce(book, { kind: "sheet", sheet, what: "added" });
  cellsChanged(book, sheet, { row: 0, column: 0, rows: top + area.rows, columns: columns.length }, "content");
  announce(book, { kind: "table", sheet, table, what: "added" });
  announce(book, { kind: "layout", sheet, what: "freeze" });
  return sheet;
}
