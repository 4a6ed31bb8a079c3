import { parseArea } from "../model/address";
import type { Book, Table } from "../model/book";
import { HostError } from "../errors";
import { invalid } from "../objects/objectClass";

/**
 * Refuses a name that Excel gives no table: one that begins with a digit, holds spaces, looks like a cell, or is taken by
 * another table or a name of the workbook. [K] A taken name answers InvalidArgument. [I] P29 office-js#551
 */
export function checkTableName(book: Book, name: string, own?: Table): void {
  if (!isName(name)) throw invalid("a valid table name");
  const lower = name.toLowerCase();
  const taken =
    book.sheets.some(({ tables }) => tables.some((table) => table !== own && table.name.toLowerCase() === lower)) ||
    book.names.some((one) => one.sheetId === null && one.name.toLowerCase() === lower);
  if (taken)
    throw new HostError("InvalidArgument", "The argument is invalid: a table or name of that name exists already.");
}

/** True for what Excel accepts as the name of a table or a defined name. [K] P29 */
export function isName(name: string): boolean {
  return (
    name.length <= 255 &&
    /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) &&
    parseArea(name) === null &&
    !/^[RrCc]$|^[Rr]\d*[Cc]\d*$/.test(name)
  );
}

/** "Table3": the first free name in Excel's row. */
export function freeTableName(book: Book): string {
  const tables = book.sheets.flatMap((sheet) => sheet.tables);
  for (let i = tables.length + 1; ; i++) {
    const name = `Table${i}`;
    if (!tables.some((table) => table.name.toLowerCase() === name.toLowerCase())) return name;
  }
}
