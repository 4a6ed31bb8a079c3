import type { Sheet } from "../model/book";
import { formulaPrint } from "./formulaPrint";
import {
  addPart,
  draftRelationships,
  draftText,
  finishedEntries,
  hasDraftPart,
  relate,
  removePart,
  setType,
  spreadsheetNamespace,
  unrelate,
  xmlHeader,
  type Draft,
} from "./draft";
import type { OpenedBook } from "./openedBook";
import { typeForName } from "./fileKind";
import { stringTable } from "./stringTable";
import { styleTable, type StyleTable } from "./styleTable";
import { writeCustomXml } from "./writeCustomXml";
import { addSheet, writeSheet, type SheetWriting } from "./writeSheet";
import { writeSettings } from "./writeSettings";
import { writeWorkbook } from "./writeWorkbook";
import { writeZip } from "./writeZip";
import { numberOf, parseXml } from "./xmlTree";

/**
 * The book as a file. Parts that nothing changed are copied as they lie in the file that was read, still packed; of a sheet that
 * changed, only the rows and elements that changed are written anew. Neither the book nor the file is altered, so a book can be
 * saved again and again.
 *
 * @param name - what the file will be called, where that is known: its ending must fit what is in it
 * @throws {HostError} `file-macros` or `file-ending` for a name that does not fit
 */
export function writeXlsx({ book, file }: OpenedBook, name = ""): Uint8Array {
  const draft: Draft = { source: file.source, strict: file.strict, changes: new Map() };
  const type = typeForName(file, name);
  if (type !== null) setType(draft, file.path, type);
  const writing: SheetWriting = {
    draft,
    book,
    file,
    strings: stringTable(file.strings, () => textsInUse({ book, file })),
    styles: whenNeeded(file.formats, () =>
      styleTable(draft, partPath(draft, file.path, "styles") ?? newStyles(draft, file.path), book, file.formats),
    ),
    nextTable: numbersAfter(lastTable(draft)),
  };
  for (const [id, { path, relationship }] of file.sheets) {
    if (!book.sheets.some((sheet) => sheet.id === id)) removeSheet(draft, file.path, path, relationship);
  }
  const added = new Map<string, string>();
  const calculated = calculation({ book, file });
  for (const sheet of book.sheets) {
    const old = file.sheets.get(sheet.id);
    if (old) writeSheet(sheet, old, writing);
    else added.set(sheet.id, relate(draft, file.path, "worksheet", addSheet(sheet, writing)));
  }
  if (calculated.touched) writing.strings.write(draft, file.path, partPath(draft, file.path, "sharedStrings"));
  writing.styles.write(draft);
  writeWorkbook({ book, file }, draft, added, calculated);
  // The chain lists every formula cell in the order of calculation. A chain that names a cell without a formula makes Excel call
  // the file damaged, while a missing chain is simply built anew.
  if (calculated.formulasChanged) removeChain(draft, file.path);
  writeCustomXml({ book, file }, draft);
  writeSettings({ book, file }, draft);
  return writeZip(finishedEntries(draft));
}

/** Styles are read again only where a new one is written; a file without styles stays so until then. */
function whenNeeded(formats: number, make: () => StyleTable): StyleTable {
  let made: StyleTable | null = null;
  const table = (): StyleTable => (made ??= make());
  return {
    formatOf: (style) => (style < formats ? style : table().formatOf(style)),
    differenceOf: (format) => table().differenceOf(format),
    write: (draft) => made?.write(draft),
  };
}

/** The texts that cells hold; null where a sheet that is not modelled may hold others. */
function textsInUse({ book, file }: OpenedBook): ReadonlySet<string> | null {
  if (file.otherSheets) return null;
  const texts = new Set<string>();
  for (const { rows } of book.sheets) {
    for (const { cells } of rows.values())
      for (const { value } of cells.values()) if (typeof value === "string") texts.add(value);
  }
  return texts;
}

/** Whether cells changed, whether formulas stand elsewhere than in the file, and whether values that its formulas may use changed. */
function calculation({ book, file }: OpenedBook): { touched: boolean; formulasChanged: boolean; recalculate: boolean } {
  const print = (sheet: Sheet): string => formulaPrint(sheet);
  const touched = book.sheets.filter((sheet) => {
    const dirty = file.sheets.get(sheet.id)?.dirty;
    return !dirty || dirty.spans.length > 0 || dirty.from < Infinity;
  });
  const gone = [...file.sheets].some(
    ([id, { formulas }]) => formulas !== "" && !book.sheets.some((sheet) => sheet.id === id),
  );
  const formulasChanged = gone || touched.some((sheet) => print(sheet) !== (file.sheets.get(sheet.id)?.formulas ?? ""));
  const anyFormula = formulasChanged || [...file.sheets.values()].some(({ formulas }) => formulas !== "");
  const anyTouched = touched.length > 0 || file.sheets.size > book.sheets.length;
  return { touched: anyTouched, formulasChanged, recalculate: anyFormula && (touched.length > 0 || gone) };
}

function partPath(draft: Draft, workbookPath: string, type: string): string | undefined {
  return draftRelationships(draft, workbookPath).find((link) => link.type === type && hasDraftPart(draft, link.target))
    ?.target;
}

function removeChain(draft: Draft, workbookPath: string): void {
  for (const { id, type, target } of draftRelationships(draft, workbookPath)) {
    if (type !== "calcChain") continue;
    unrelate(draft, workbookPath, id);
    if (hasDraftPart(draft, target)) removePart(draft, target);
  }
}

/** Removes a sheet and what belongs to it alone. */
function removeSheet(draft: Draft, workbookPath: string, path: string, relationship: string): void {
  unrelate(draft, workbookPath, relationship);
  removeOwned(draft, path);
}

/** What only one part can refer to. Pictures and pivot caches may be shared, so they stay, which readers do not mind. */
const owned = new Set([
  "table",
  "drawing",
  "chart",
  "chartStyle",
  "chartColorStyle",
  "comments",
  "vmlDrawing",
  "printerSettings",
  "pivotTable",
  "threadedComment",
  "queryTable",
  "chartUserShapes",
  "tableSingleCells",
  "ctrlProp",
  "control",
  "customProperty",
  "slicer",
]);

function removeOwned(draft: Draft, path: string): void {
  const links = draftRelationships(draft, path);
  // The part goes first: relationships may lead back to it.
  removePart(draft, path);
  for (const { type, target, external } of links) {
    if (!external && owned.has(type) && hasDraftPart(draft, target)) removeOwned(draft, target);
  }
}

function newStyles(draft: Draft, workbookPath: string): string {
  const path = `${workbookPath.slice(0, workbookPath.lastIndexOf("/") + 1)}styles.xml`;
  if (!hasDraftPart(draft, path)) {
    const sheet =
      `<styleSheet xmlns="${spreadsheetNamespace(draft)}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
      `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>` +
      `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;
    addPart(draft, path, "spreadsheetml.styles+xml", xmlHeader + sheet);
    relate(draft, workbookPath, "styles", path);
  }
  return path;
}

function numbersAfter(last: number): () => number {
  let issued = last;
  return () => ++issued;
}

/** The highest table number in the file: numbers are unique across its sheets. */
function lastTable(draft: Draft): number {
  let last = 0;
  for (const { name } of draft.source.entries) {
    if (/(^|\/)tables\/[^/]+\.xml$/i.test(name))
      last = Math.max(last, numberOf(parseXml(draftText(draft, name)), "id") ?? 0);
  }
  return last;
}
