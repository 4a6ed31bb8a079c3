import { writeFileSync } from "node:fs";
import { announce, type CellValue } from "../../src/host/model/book";
import { newXlsx } from "../../src/host/xlsx/newXlsx";
import { writeXlsx } from "../../src/host/xlsx/writeXlsx";
import { addTableSheet } from "../../src/workbench/sample/addTableSheet";

/** Writes a workbook with one sheet that holds one table from A1. */
export function writeBookFile(
  path: string,
  {
    sheet,
    table,
    headers,
    rows,
  }: { sheet: string; table: string; headers: readonly string[]; rows: readonly (readonly CellValue[])[] },
): void {
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
  writeFileSync(path, writeXlsx(opened));
}

/** Lines of a CSV file, with quotes read and a byte order mark dropped. */
export function csvLines(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, plain, end] of text
    .replace(/^\uFEFF/, "")
    .matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    if (end === "" && quoted === undefined && plain === "" && line.length === 0) break;
    line.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    lines.push(line);
    line = [];
  }
  return lines;
}
