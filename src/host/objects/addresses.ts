import { areaAddress, parseArea, quotedSheetName, type Area } from "../model/address";
import type { Book, Sheet } from "../model/book";
import { HostError } from "../errors";
import { bodyArea } from "../edit/tablesAt";
import type { LiveRange } from "./handles";
import { invalid, isObject } from "./objectClass";
import type { Session } from "../session";

/** Where a range lies now. @throws HostError InvalidReference once its cells are deleted */
export function areaOf(range: LiveRange, { book }: Session): Area {
  if (range.area === null || !book.sheets.includes(range.sheet)) {
    throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
  }
  return range.area;
}

/** The address as `range.address` gives it, e.g. "Data!A1:B2". */
export function fullAddress(sheet: Sheet, area: Area): string {
  return `${quotedSheetName(sheet.name)}!${areaAddress(area)}`;
}

/** Splits "'My sheet'!A1" into sheet and local address. */
export function splitAddress(text: string): { readonly sheet: string | null; readonly local: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/s.exec(text);
  if (!match) return { sheet: null, local: text };
  return { sheet: (match[1]?.replaceAll("''", "'") ?? match[2]) as string, local: match[3] as string };
}

/** The sheet of that name, in any case of letters, or undefined. */
export function sheetNamed(book: Book, name: string): Sheet | undefined {
  const lower = name.toLowerCase();
  return book.sheets.find((sheet) => sheet.name.toLowerCase() === lower);
}

/**
 * The cells that an address, a table's name or a defined name means.
 *
 * @param home - the sheet that an address without a sheet means
 * @throws HostError InvalidArgument
 */
export function cellsOf(book: Book, home: Sheet, text: string): { readonly sheet: Sheet; readonly area: Area } {
  const { sheet: name, local } = splitAddress(text.startsWith("=") ? text.slice(1) : text);
  const sheet = name === null ? home : sheetNamed(book, name);
  const area = sheet && parseArea(local);
  if (sheet && area) return { sheet, area };
  const named = name === null ? namedCells(book, home, local) : null;
  if (named) return named;
  throw invalid(`an address, not ${JSON.stringify(text)}`);
}

function namedCells(book: Book, home: Sheet, name: string): { readonly sheet: Sheet; readonly area: Area } | null {
  const lower = name.toLowerCase();
  const own = book.names.find((one) => one.name.toLowerCase() === lower && one.sheetId === home.id);
  const found = own ?? book.names.find((one) => one.name.toLowerCase() === lower && one.sheetId === null);
  if (found) return referencedCells(book, found.formula);
  for (const sheet of book.sheets) {
    const table = sheet.tables.find((one) => one.name.toLowerCase() === lower);
    const body = table && bodyArea(table);
    if (body) return { sheet, area: body };
  }
  return null;
}

/** The cells that a formula such as "=Data!$A$1:$B$2" refers to, or null if it is no plain reference. */
export function referencedCells(book: Book, formula: string): { readonly sheet: Sheet; readonly area: Area } | null {
  const { sheet: name, local } = splitAddress(formula.replace(/^=/, ""));
  const sheet = name === null ? undefined : sheetNamed(book, name);
  const area = parseArea(local);
  return sheet && area ? { sheet, area } : null;
}

/** The cells that an argument means: a Range object or an address. @throws HostError InvalidArgument */
export function cellsArgument(
  session: Session,
  home: Sheet,
  value: unknown,
): { readonly sheet: Sheet; readonly area: Area } {
  if (isObject(value, "Range")) return { sheet: value.of.sheet, area: areaOf(value.of, session) };
  if (typeof value === "string") return cellsOf(session.book, home, value);
  throw invalid("a range or an address");
}
