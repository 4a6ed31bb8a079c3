import type { Book, Sheet } from "../model/book";
import { HostError } from "../errors";
import { invalid } from "../objects/objectClass";

/**
 * Refuses a name that Excel gives no sheet: empty, over 31 characters, with `: \ / ? * [ ]`, with an apostrophe at an end,
 * "History", or taken in any case of letters. [I] P29 SheetJS#2458, exceljs#2243
 */
export function checkSheetName(book: Book, name: string, own?: Sheet): void {
  if (
    name === "" ||
    name.length > 31 ||
    /[:\\/?*[\]]/.test(name) ||
    /^'|'$/.test(name) ||
    name.toLowerCase() === "history"
  ) {
    throw invalid("a valid sheet name");
  }
  if (book.sheets.some((sheet) => sheet !== own && sheet.name.toLowerCase() === name.toLowerCase())) {
    throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
  }
}

/** "Sheet4": the first free name in Excel's row. */
export function freeSheetName(book: Book): string {
  for (let i = book.sheets.length + 1; ; i++) {
    const name = `Sheet${i}`;
    if (!book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) return name;
  }
}
