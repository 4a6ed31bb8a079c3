import type { Book, DefinedName } from "../model/book";
import { escapeTextAttribute, unescapeText } from "./escape";
import { fromFileFormula } from "./fileFormula";
import { attribute, child, childrenOf, flag, numberOf, type XmlElement } from "./xmlTree";

/** Names that Excel keeps for itself: print areas, print titles, filters. */
export const builtInName = /^_xlnm\./i;

/**
 * Reads the workbook's names. Print areas and titles become page layout; other names of Excel's own stay in the file.
 *
 * @param sheetIds - ids of the sheets in the file's order, undefined for those that are not modelled
 * @returns what a name carries besides what the model knows
 */
export function readNames(
  root: XmlElement,
  book: Book,
  sheetIds: readonly (string | undefined)[],
): WeakMap<DefinedName, string> {
  const rest = new WeakMap<DefinedName, string>();
  for (const element of childrenOf(child(root, "definedNames"), "definedName")) {
    const local = numberOf(element, "localSheetId");
    const sheetId = local === undefined ? null : (sheetIds[local] ?? null);
    const name = unescapeText(attribute(element, "name") ?? "");
    if (builtInName.test(name)) readPrintName(name, element.text, book, sheetId);
    if (builtInName.test(name) || (local !== undefined && sheetId === null)) continue;
    const found: DefinedName = {
      name,
      formula: `=${fromFileFormula(element.text.trim())}`,
      comment: unescapeText(attribute(element, "comment") ?? ""),
      visible: !flag(element, "hidden"),
      sheetId,
    };
    book.names.push(found);
    const other = [...element.attributes].filter(
      ([key]) => !["name", "localSheetId", "comment", "hidden"].includes(key),
    );
    if (other.length > 0)
      rest.set(found, other.map(([key, value]) => ` ${key}="${escapeTextAttribute(value)}"`).join(""));
  }
  return rest;
}

function readPrintName(name: string, formula: string, book: Book, sheetId: string | null): void {
  const sheet = book.sheets.find(({ id }) => id === sheetId);
  if (!sheet) return;
  const areas = formula
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
    .map((piece) => piece.slice(piece.lastIndexOf("!") + 1).replaceAll("$", ""));
  if (/Print_Area$/i.test(name)) sheet.pageLayout.printArea = areas.join(",");
  const rows = areas.find((area) => /^\d+:\d+$/.test(area));
  if (/Print_Titles$/i.test(name) && rows !== undefined) sheet.pageLayout.titleRows = rows;
}
