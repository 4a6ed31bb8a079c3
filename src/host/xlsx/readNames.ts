import { tokenize } from "../formulas/tokenize";
import type { Book, DefinedName, Sheet } from "../model/book";
import { escapeAttribute, unescapeText } from "./escape";
import { fromFileFormula } from "./fileFormula";
import { attribute, child, childrenOf, flag, numberOf, type XmlElement } from "./xmlTree";

/** Names that Excel keeps for itself: print areas, print titles, filters. */
export const builtInName = /^_xlnm\./i;

/** How a name stands in the file. */
export interface NameOrigin {
  /** Attributes that are not modelled, as text with leading spaces. */
  readonly attributes: string;
  /** Its text there, and the formula it stands for. */
  readonly text: string;
  readonly formula: string;
}

/**
 * Reads the workbook's names. Names that Excel keeps for itself are kept apart; print areas and titles become page layout too,
 * as far as they are plain areas.
 *
 * @param sheetIds - ids of the sheets in the file's order, undefined for those that are not modelled: their names stay in the file
 */
export function readNames(
  root: XmlElement,
  book: Book,
  sheetIds: readonly (string | undefined)[],
): WeakMap<DefinedName, NameOrigin> {
  const origins = new WeakMap<DefinedName, NameOrigin>();
  for (const element of childrenOf(child(root, "definedNames"), "definedName")) {
    const local = numberOf(element, "localSheetId");
    const sheetId = local === undefined ? null : (sheetIds[local] ?? null);
    if (local !== undefined && sheetId === null) continue;
    const found: DefinedName = {
      name: unescapeText(attribute(element, "name") ?? ""),
      formula: `=${fromFileFormula(element.text.trim())}`,
      comment: unescapeText(attribute(element, "comment") ?? ""),
      visible: !flag(element, "hidden"),
      sheetId,
    };
    if (builtInName.test(found.name)) {
      book.keptNames.push(found);
      const sheet = book.sheets.find(({ id }) => id === sheetId);
      if (sheet) readPrintName(found, sheet);
    } else book.names.push(found);
    const other = [...element.attributes].filter(
      ([key]) => !["name", "localSheetId", "comment", "hidden"].includes(key),
    );
    origins.set(found, {
      attributes: other.map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join(""),
      text: element.text,
      formula: found.formula,
    });
  }
  return origins;
}

function readPrintName(name: DefinedName, { pageLayout }: Sheet): void {
  const areas = plainAreas(name.formula);
  if (areas === null) return;
  if (/Print_Area$/i.test(name.name)) pageLayout.printArea = areas.join(",");
  const rows = areas.find((area) => /^\d+:\d+$/.test(area));
  if (/Print_Titles$/i.test(name.name) && rows !== undefined) pageLayout.titleRows = rows;
}

/** The areas that a name lists, without sheet and dollar signs; null for a name that is a formula, a name or an error. */
export function plainAreas(formula: string): readonly string[] | null {
  const tokens = tokenize(formula);
  if (!("length" in tokens)) return null;
  const told = tokens.filter(({ kind }) => kind !== "space");
  if (!told.every(({ kind }, i) => kind === (i % 2 === 0 ? "area" : "separator")) || told.length % 2 === 0) return null;
  return told.filter(({ kind }) => kind === "area").map(({ local }) => local.replaceAll("$", ""));
}
