import { HostError } from "../errors";
import { parseArea } from "../model/address";
import type { Book, Cell, Row, Sheet } from "../model/book";
import { keepId, newId, newSheet } from "../model/newBook";
import { tableAspect } from "./aspects";
import { unescapeText } from "./escape";
import type { FileLimits } from "./fileLimits";
import type { CellOrigin, PartFile, RowOrigin, RuleOrigin, SharedFormula, SheetFile } from "./openedBook";
import { formulaPrint } from "./formulaPrint";
import { hasPart, partText, relationshipsOf, type Package, type Relationship } from "./package";
import { readCells } from "./readCells";
import { readDrawing } from "./readDrawing";
import { readLayout } from "./readLayout";
import { readRules } from "./readRules";
import type { FileStyles } from "./readStyles";
import { readTable } from "./readTable";
import { readSheetProperties } from "./sheetProperties";
import { rowPrint } from "./rowPrint";
import type { SharedStrings } from "./sharedStrings";
import { attribute, child, childrenOf, numberOf, parseXml, prefixed, type XmlElement } from "./xmlTree";

/** What may still be read before the file counts as too large. */
export type Budget = Pick<
  { -readonly [K in keyof FileLimits]: FileLimits[K] },
  "cells" | "rows" | "shared" | "filtered"
>;

/** What all sheets of a file share while they are read. */
export interface SheetReading {
  readonly source: Package;
  readonly book: Book;
  readonly strings: SharedStrings;
  readonly styles: FileStyles;
  readonly budget: Budget;
  readonly cells: WeakMap<Cell, CellOrigin>;
  readonly rows: WeakMap<Row, RowOrigin>;
  readonly rules: WeakMap<object, RuleOrigin>;
  /** Ids of sheets and tables that are taken. */
  readonly ids: Set<string>;
}

/** Reads the sheet that an entry of the workbook names and adds it to the book. Null for a chart sheet and the like, which are only carried. */
export function readSheet(
  entry: XmlElement,
  relationships: ReadonlyMap<string, Relationship>,
  reading: SheetReading,
): { sheet: Sheet; file: SheetFile } | null {
  const { source, book } = reading;
  const link = relationships.get(prefixed(entry, "id") ?? "");
  if (link?.type !== "worksheet" || !hasPart(source, link.target)) return null;
  const path = link.target;
  const text = partText(source, path);
  const root = parseXml(text, "sheetData");
  const links = relationshipsOf(source, path);
  const sheet: Sheet = { ...newSheet(unescapeText(attribute(entry, "name") ?? "")), id: sheetId(root, entry, reading) };
  const state = attribute(entry, "state");
  sheet.visibility = state === "hidden" ? "Hidden" : state === "veryHidden" ? "VeryHidden" : "Visible";
  readLayout(root, sheet, links, reading.styles.palette);
  readRules(root, text, sheet, reading);
  readSheetProperties(root, sheet, links, source);
  const shared = new Map<string, SharedFormula>();
  const data = child(root, "sheetData");
  if (data) readCells(text, data.contentStart, data.contentEnd, { ...reading, sheet, shared, date1904: book.date1904 });
  book.sheets.push(sheet);
  const tables = readTables(root, sheet, links, reading);
  markFiltered(sheet, reading.budget);
  readPivots(sheet, links, source);
  const { drawing, charts } = readDrawing(root, sheet, links, source, reading.styles.palette);
  const file: SheetFile = {
    path,
    relationship: link.id,
    dirty: { from: Infinity, spans: [], moved: false },
    asRead: {},
    shared,
    formulas: formulaPrint(sheet),
    rowPrint: rowPrint(sheet),
    tables,
    charts,
    drawing,
  };
  return { sheet, file };
}

/** The id that Excel itself keeps with the sheet, else one made of its number in the file: the same at every opening. */
function sheetId(root: XmlElement, entry: XmlElement, { ids }: SheetReading): string {
  const number = (numberOf(entry, "sheetId") ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const candidates = [prefixed(root, "uid"), `{00000000-0001-0000-${number}-000000000000}`];
  return freeId(candidates, ids);
}

function freeId(candidates: readonly (string | undefined)[], taken: Set<string>): string {
  const id = candidates.find(
    (candidate) => candidate !== undefined && /^\{[0-9A-F-]{36}\}$/i.test(candidate) && !taken.has(candidate),
  );
  if (id === undefined) return newId();
  keepId(id);
  taken.add(id);
  return id;
}

function readTables(
  root: XmlElement,
  sheet: Sheet,
  links: readonly Relationship[],
  { source, ids }: SheetReading,
): Map<string, PartFile> {
  const files = new Map<string, PartFile>();
  for (const part of childrenOf(child(root, "tableParts"), "tablePart")) {
    const link = links.find(({ id }) => id === prefixed(part, "id"));
    if (!link || !hasPart(source, link.target)) continue;
    const element = parseXml(partText(source, link.target));
    const number = (numberOf(element, "id") ?? 0).toString(16).toUpperCase().padStart(8, "0");
    const candidates = [prefixed(element, "uid"), `{00000000-000C-0000-FFFF-FFFF${number}}`];
    const id = freeId(candidates, ids);
    const table = readTable(element, id);
    if (!table) continue;
    sheet.tables.push(table);
    files.set(id, { path: link.target, relationship: link.id, asRead: tableAspect(table) });
  }
  return files;
}

/** Rows hidden within a filter that has criteria are hidden by it; the file does not tell them apart. */
function markFiltered(sheet: Sheet, budget: Budget): void {
  for (const filter of [sheet.filter, ...sheet.tables.map((table) => table.filter)]) {
    if (!filter || filter.criteria.size === 0) continue;
    if ((budget.filtered -= sheet.rows.size) < 0)
      throw new HostError("file-too-large", `readXlsx requires fewer filters over the rows of ${sheet.name}`);
    const { row, rows } = filter.area;
    for (const [number, record] of sheet.rows) {
      if (!record.hidden || number <= row || number >= row + rows) continue;
      record.filtered = true;
      delete record.hidden;
    }
  }
}

function readPivots(sheet: Sheet, links: readonly Relationship[], source: Package): void {
  for (const { target } of links.filter(({ type }) => type === "pivotTable")) {
    if (!hasPart(source, target)) continue;
    const area = parseArea(attribute(child(parseXml(partText(source, target)), "location"), "ref") ?? "");
    if (area) sheet.pivots.push(area);
  }
}
