import { parseArea, type Area } from "../../../src/host/model/address";
import { announce, type Book, type CellValue, type Sheet, type Table } from "../../../src/host/model/book";
import { cellsChanged, touchCell, valueAt } from "../../../src/host/model/cells";
import { newBook, newSheet } from "../../../src/host/model/newBook";

/** What a test puts into a cell: a text that starts with "=" is a formula. */
export type Content = CellValue;

/** A book with these sheets and cells, formulas not yet calculated. */
export function bookOf(sheets: Readonly<Record<string, Readonly<Record<string, Content>>>>): Book {
  const book = newBook();
  book.sheets.length = 0;
  for (const [name, cells] of Object.entries(sheets)) {
    const sheet = newSheet(name);
    book.sheets.push(sheet);
    for (const [address, content] of Object.entries(cells)) put(book, sheet, address, content);
  }
  return book;
}

/** The sheet of that name. */
export function sheetOf(book: Book, name: string): Sheet {
  const found = book.sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`sheetOf requires a sheet ${name}`);
  return found;
}

/** Puts a value or formula into a cell and announces it. */
export function put(book: Book, sheet: Sheet, address: string, content: Content): void {
  const area = areaOf(address);
  const cell = touchCell(sheet, area.row, area.column);
  delete cell.formula;
  delete cell.cached;
  cell.value = content;
  if (typeof content === "string" && content.startsWith("=")) {
    cell.formula = content;
    cell.value = null;
  }
  cellsChanged(book, sheet, area, "content");
}

/** The value of a cell, errors as their text. */
export function valueOf(book: Book, sheet: string, address: string): string | number | boolean | null {
  const area = areaOf(address);
  const value = valueAt(sheetOf(book, sheet), area.row, area.column);
  return typeof value === "object" && value !== null ? value.error : value;
}

/** Rows as a column-major writer would type them, from a corner cell on. */
export function rowsAt(corner: string, rows: readonly (readonly Content[])[]): Record<string, Content> {
  const { row, column } = areaOf(corner);
  const cells: Record<string, Content> = {};
  rows.forEach((values, r) => {
    values.forEach((value, c) => {
      cells[String.fromCharCode(65 + column + c) + String(row + r + 1)] = value;
    });
  });
  return cells;
}

/** Makes an area of a sheet a table with these columns. */
export function addTable(
  book: Book,
  sheet: Sheet,
  name: string,
  address: string,
  columns: readonly string[],
  showTotals = false,
): Table {
  const table: Table = {
    id: `${sheet.tables.length + 1}`,
    name,
    area: areaOf(address),
    showHeaders: true,
    showTotals,
    columns: columns.map((column, i) => ({ id: i + 1, name: column })),
    style: null,
    showBandedRows: true,
    showBandedColumns: false,
    filter: null,
    query: false,
  };
  sheet.tables.push(table);
  announce(book, { kind: "table", sheet, table, what: "added" });
  return table;
}

/** The area of an A1 address. */
export function areaOf(address: string): Area {
  const area = parseArea(address);
  if (!area) throw new Error(`areaOf requires an address, got ${address}`);
  return area;
}
