import { announce, type Book, type CellValue } from "../../src/host/model/book";
import { newXlsx } from "../../src/host/xlsx/newXlsx";
import { writeXlsx } from "../../src/host/xlsx/writeXlsx";
import { addTableSheet } from "../../src/workbench/sample/addTableSheet";

export interface TableContent {
  readonly sheet: string;
  readonly table: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** A workbook with one table from A1, as .xlsx. `change` has the last word before it is saved. */
export function bookBytes(
  { sheet, table, headers, rows }: TableContent,
  change: (book: Book) => void = () => undefined,
): Uint8Array {
  const opened = newXlsx();
  const { book } = opened;
  const [blank] = book.sheets;
  const added = addTableSheet(book, { sheet, table, columns: headers.map((header) => ({ header })), rows });
  if (blank) {
    book.sheets.splice(book.sheets.indexOf(blank), 1);
    announce(book, { kind: "sheet", sheet: blank, what: "deleted" });
  }
  book.activeSheetId = added.id;
  announce(book, { kind: "book", what: "active" });
  change(book);
  return writeXlsx(opened);
}

/** A workbook without any table. */
export function emptyBookBytes(): Uint8Array {
  return writeXlsx(newXlsx());
}

/** Customers of falling balance: 1 owes most. */
export function customers(count: number): TableContent {
  return {
    sheet: "Customers",
    table: "Customers",
    headers: ["Customer ID", "Customer", "Balance"],
    rows: Array.from({ length: count }, (_, i) => [`K${100_000 + i}`, `Customer ${i + 1}`, Math.round(1e9 / (i + 1))]),
  };
}
