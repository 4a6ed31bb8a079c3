import type { Book, Cell, Row, Sheet, Table } from "../model/book";
import { sheetAspects, tableAspect } from "./aspects";
import {
  addPart,
  draftRelationships,
  draftText,
  freePath,
  hasDraftPart,
  relate,
  removePart,
  setText,
  spreadsheetNamespace,
  unrelate,
  xmlHeader,
  type Draft,
} from "./draft";
import type { BookFile, CellOrigin, RowOrigin, SheetFile } from "./openedBook";
import { rowPrint } from "./rowPrint";
import { sheetPropertiesXml } from "./sheetProperties";
import type { StringTable } from "./stringTable";
import type { StyleTable } from "./styleTable";
import { dimensionOf, writeRows } from "./writeCells";
import { drawingXml } from "./writeDrawing";
import { layoutXml, relationshipNamespace, sheetOrder, type LayoutWriting } from "./writeLayout";
import { conditionalFormatsXml, validationsXml } from "./writeRules";
import { writeQueryTable } from "./writeQueryTable";
import { rewriteTable, tableXml } from "./writeTable";
import { applyEdits, placeChildren } from "./xmlEdits";
import { child, parseXml, prefixOf, type XmlElement } from "./xmlTree";

/** What all sheets of a file share while they are written. */
export interface SheetWriting {
  readonly draft: Draft;
  readonly book: Book;
  readonly file: BookFile;
  readonly strings: StringTable;
  readonly styles: StyleTable;
  /** Gives the next number for a new table; one sequence for the whole workbook. */
  readonly nextTable: () => number;
}

/** Writes a sheet that the file has, if it was touched. */
export function writeSheet(sheet: Sheet, file: SheetFile, writing: SheetWriting): void {
  const { draft, book } = writing;
  const now = sheetAspects(sheet, book);
  const changed = Object.keys(now).filter((name) => now[name] !== file.asRead[name]);
  const { dirty } = file;
  const cells = dirty.spans.length > 0 || dirty.from < Infinity;
  const tables =
    sheet.tables.length !== file.tables.size ||
    sheet.tables.some((table) => file.tables.get(table.id)?.asRead !== tableAspect(table));
  const source = draftText(draft, file.path);
  const root = parseXml(source, "sheetData");
  const drawing = drawingXml(sheet, file, writing, prefixOf(root));
  const rows = cells || file.rowPrint !== rowPrint(sheet);
  if (changed.length === 0 && !rows && !tables && drawing === null) return;
  rewrite(sheet, file, { ...writing, source, root, rows, changed, drawing, tables });
}

/** Writes a sheet that is new, and returns its path. */
export function addSheet(sheet: Sheet, writing: SheetWriting): string {
  const { draft, book, file } = writing;
  const path = freePath(draft, `${file.path.slice(0, file.path.lastIndexOf("/") + 1)}worksheets/sheet`, ".xml");
  const source =
    `${xmlHeader}<worksheet xmlns="${spreadsheetNamespace(draft)}" xmlns:r="${relationshipNamespace(draft)}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
    `mc:Ignorable="xr" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="${sheet.id}"><dimension ref="A1"/><sheetFormatPr defaultRowHeight="15"/>` +
    `<sheetData></sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;
  addPart(draft, path, "spreadsheetml.worksheet+xml", source);
  const fresh: SheetFile = {
    path,
    relationship: "",
    dirty: { from: 0, spans: [], moved: false },
    asRead: {},
    shared: new Map(),
    formulas: "",
    rowPrint: "",
    tables: new Map(),
    charts: new Map(),
    drawing: null,
  };
  const root = parseXml(source, "sheetData");
  const plain = new Set(["sheetFormatPr", "printOptions"]);
  const changed = Object.keys(sheetAspects(sheet, book)).filter(
    (name) =>
      !plain.has(name) ||
      sheet.defaultColumnWidth !== 8.43 ||
      sheet.defaultRowHeight !== 15 ||
      sheet.pageLayout.centerHorizontally === true,
  );
  const drawing = drawingXml(sheet, fresh, writing, "");
  rewrite(sheet, fresh, { ...writing, source, root, rows: true, changed, drawing, tables: sheet.tables.length > 0 });
  return path;
}

interface Rewriting extends SheetWriting {
  readonly source: string;
  readonly root: XmlElement;
  readonly rows: boolean;
  /** Aspects of the layout that changed. */
  readonly changed: readonly string[];
  /** The new `drawing` element, or null where it is unchanged. */
  readonly drawing: string | null;
  readonly tables: boolean;
}

function rewrite(sheet: Sheet, file: SheetFile, writing: Rewriting): void {
  const { draft, book, source, root, styles } = writing;
  const { path } = file;
  const x = prefixOf(root);
  const placed = new Map<string, string>();
  const layout: LayoutWriting = {
    draft,
    path,
    source,
    root,
    prefix: x,
    sheet,
    selected: book.activeSheetId === sheet.id,
  };
  for (const name of writing.changed) {
    if (name === "conditionalFormatting") placed.set(name, conditionalFormatsXml(sheet, x, writing.file.rules, styles));
    else if (name === "dataValidations") placed.set(name, validationsXml(sheet, x, writing.file.rules));
    else if (name === "cols") placed.set(name, layoutXml(name, { ...layout, sheet: withFormats(sheet, styles) }));
    else if (name === "customProperties")
      placed.set(name, sheetPropertiesXml(sheet, { draft, path, prefix: x, namespace: relationshipNamespace(draft) }));
    else placed.set(name, layoutXml(name, layout));
  }
  if (writing.rows) {
    const data = child(root, "sheetData");
    const rows: { cells: WeakMap<Cell, CellOrigin>; rows: WeakMap<Row, RowOrigin> } = writing.file;
    const to = data && !data.empty ? data.contentEnd : 0;
    const content = writeRows(source, data && !data.empty ? data.contentStart : 0, to, {
      ...writing,
      ...file,
      sheet,
      prefix: x,
      cells: rows.cells,
      rows: rows.rows,
    });
    placed.set("sheetData", `<${x}sheetData>${content}</${x}sheetData>`);
    placed.set("dimension", `<${x}dimension ref="${dimensionOf(sheet)}"/>`);
  }
  if (writing.drawing !== null) placed.set("drawing", writing.drawing);
  if (writing.tables) placed.set("tableParts", writeTables(sheet, file, writing, x));
  const text = applyEdits(source, placeChildren(source, root, sheetOrder, placed));
  setText(draft, path, text);
}

/** Columns whose styles are the file's formats. */
function withFormats(sheet: Sheet, styles: StyleTable): Sheet {
  return {
    ...sheet,
    columns: sheet.columns.map((span) =>
      span.style === undefined ? span : { ...span, style: styles.formatOf(span.style) },
    ),
  };
}

function writeTables(sheet: Sheet, file: SheetFile, writing: SheetWriting, x: string): string {
  const { draft } = writing;
  for (const [id, old] of file.tables) {
    if (sheet.tables.some((table) => table.id === id)) continue;
    unrelate(draft, file.path, old.relationship);
    removePart(draft, old.path);
  }
  const folder = file.path.replace(/worksheets\/[^/]*$/, "");
  const parts = sheet.tables.map((table) => {
    const old = file.tables.get(table.id);
    if (old) {
      if (old.asRead !== tableAspect(table)) rewriteOld(draft, old.path, table);
      return old.relationship;
    }
    const path = freePath(draft, `${folder}tables/table`, ".xml");
    addPart(draft, path, "spreadsheetml.table+xml", tableXml(table, writing.nextTable(), draft));
    return relate(draft, file.path, "table", path);
  });
  if (parts.length === 0) return "";
  const namespace = relationshipNamespace(draft);
  return `<${x}tableParts count="${parts.length}">${parts.map((id) => `<${x}tablePart xmlns:r="${namespace}" r:id="${id}"/>`).join("")}</${x}tableParts>`;
}

/** A table of the file, with the query that fills it. */
function rewriteOld(draft: Draft, path: string, table: Table): void {
  const link = draftRelationships(draft, path).find(({ type }) => type === "queryTable")?.target;
  const query = link !== undefined && hasDraftPart(draft, link) ? writeQueryTable(draftText(draft, link), table) : null;
  if (query && link !== undefined) setText(draft, link, query.text);
  setText(draft, path, rewriteTable(draftText(draft, path), table, query?.added));
}
