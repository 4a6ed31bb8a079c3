import { HostError } from "../errors";
import type { Book } from "../model/book";
import { newBook } from "../model/newBook";
import { bookAspects, sheetAspects } from "./aspects";
import { fileLimits, type FileLimits } from "./fileLimits";
import { followChanges, type OpenedBook } from "./openedBook";
import {
  contentType,
  hasPart,
  openPackage,
  partText,
  relationshipsOf,
  type Package,
  type Relationship,
} from "./package";
import { readCustomXml } from "./readCustomXml";
import { readNames } from "./readNames";
import { readSettings } from "./readSettings";
import { readSheet, type SheetReading } from "./readSheet";
import { packingAnywhere, type Packing } from "./packing";
import { readStyles } from "./readStyles";
import { noStrings, readSharedStrings } from "./sharedStrings";
import { attribute, child, childrenOf, flag, numberOf, parseXml, type XmlElement } from "./xmlTree";

/**
 * Opens a workbook file. Everything that the model does not know stays in the package and is written back as it was.
 *
 * @throws {HostError} `not-a-workbook`, `file-too-large`, `file-encrypted`, `file-xls` or `file-xlsb`
 */
export function readXlsx(
  bytes: Uint8Array,
  limits: Partial<FileLimits> = {},
  packing: Packing = packingAnywhere,
): OpenedBook {
  const allowed = { ...fileLimits, ...limits };
  const source = openPackage(bytes, allowed, packing);
  const { path, type } = workbookPart(source);
  const root = parseXml(partText(source, path));
  const relationships = relationshipsOf(source, path);
  const book: Book = { ...newBook(), sheets: [], styles: [] };
  const styles = readStyles(tree(source, relationships, "styles"), tree(source, relationships, "theme"));
  book.styles.push(...styles.styles);
  readProperties(root, book);

  const texts = partOf(source, relationships, "sharedStrings");
  const strings = texts === undefined ? noStrings : readSharedStrings(texts);
  const reading: SheetReading = {
    source,
    book,
    strings,
    styles,
    budget: { ...allowed },
    cells: new WeakMap(),
    rows: new WeakMap(),
    rules: new WeakMap(),
    ids: new Set(),
  };
  const links = new Map(relationships.map((link) => [link.id, link]));
  const listed = childrenOf(child(root, "sheets"), "sheet").map((element) => readSheet(element, links, reading));
  const read = listed.filter((found) => found !== null);
  const first = read[0];
  if (!first) throw new HostError("not-a-workbook", "readXlsx requires a workbook with a worksheet");
  const active = numberOf(child(child(root, "bookViews"), "workbookView"), "activeTab") ?? 0;
  book.activeSheetId = (listed[active] ?? read.find(({ sheet }) => sheet.visibility === "Visible") ?? first).sheet.id;

  const names = readNames(
    root,
    book,
    listed.map((found) => found?.sheet.id),
  );
  const customXml = readCustomXml(source, relationships, book);
  const settings = readSettings(source, book);
  for (const { sheet, file } of read) file.asRead = sheetAspects(sheet, book);
  const opened: OpenedBook = {
    book,
    file: {
      source,
      strict: isStrict(root),
      path,
      type,
      sheets: new Map(read.map(({ sheet, file }) => [sheet.id, file])),
      strings,
      otherSheets: relationships.some(({ type }) => /^(dialogsheet|xlMacrosheet|xlIntlMacrosheet)$/.test(type)),
      formats: styles.styles.length,
      customXml,
      settings,
      asRead: bookAspects(book),
      cells: reading.cells,
      rows: reading.rows,
      rules: reading.rules,
      names,
    },
  };
  // Writing reads a part again for each change in it.
  source.budget.bytes = Infinity;
  followChanges(opened);
  return opened;
}

function workbookPart(source: Package): { path: string; type: string } {
  const path = hasPart(source, "[Content_Types].xml")
    ? relationshipsOf(source, "").find(({ type }) => type === "officeDocument")?.target
    : undefined;
  if (path === undefined || !hasPart(source, path))
    throw new HostError("not-a-workbook", "readXlsx requires an .xlsx file: this archive holds no Office document");
  const type = contentType(partText(source, "[Content_Types].xml"), path) ?? "";
  if (type.includes("sheet.binary"))
    throw new HostError("file-xlsb", "readXlsx requires an .xlsx file: this is an .xlsb, a binary workbook");
  if (!/sheet|spreadsheetml|excel/.test(type))
    throw new HostError("not-a-workbook", "readXlsx requires a workbook: this is another Office document");
  return { path, type };
}

function readProperties(root: XmlElement, book: Book): void {
  book.date1904 = flag(child(root, "workbookPr"), "date1904");
  const mode = attribute(child(root, "calcPr"), "calcMode");
  book.calculationMode = mode === "manual" ? "Manual" : mode === "autoNoTable" ? "AutomaticExceptTables" : "Automatic";
  book.structureProtected = flag(child(root, "workbookProtection"), "lockStructure");
}

function partOf(source: Package, relationships: readonly Relationship[], type: string): string | undefined {
  const path = relationships.find((candidate) => candidate.type === type && !candidate.external)?.target;
  return path !== undefined && hasPart(source, path) ? partText(source, path) : undefined;
}

function tree(source: Package, relationships: readonly Relationship[], type: string): XmlElement | undefined {
  const text = partOf(source, relationships, type);
  return text === undefined ? undefined : parseXml(text);
}

/** Whether the workbook keeps to the strict standard, whose namespaces are ISO's. */
function isStrict(root: XmlElement): boolean {
  const prefix = root.name === root.local ? "xmlns" : `xmlns:${root.name.slice(0, root.name.indexOf(":"))}`;
  return attribute(root, prefix)?.startsWith("http://purl.oclc.org/ooxml/") ?? false;
}
