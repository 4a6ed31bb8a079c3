import { maxColumns, maxRows, between, type Area } from "../model/address";
import type { Book, Sheet } from "../model/book";
import { newSheet } from "../model/newBook";
import { dropSheetFrom, renameSheetIn } from "../formulas/formulaShift";
import { refuseIfStructureProtected } from "../edit/guards";
import { rewriteFormulas } from "../edit/rewriteFormulas";
import { checkSheetName, freeSheetName } from "../edit/sheetNames";
import { usedArea } from "../edit/usedArea";
import { HostError } from "../errors";
import { EventType, workbookTarget } from "../events";
import { changed, rangeOf, type Session } from "../session";
import { cellsOf, sheetNamed } from "./addresses";
import { colorArgument } from "./colors";
import { eventActions } from "./events";
import {
  flagArgument,
  invalid,
  notFound,
  numberArgument,
  object,
  textArgument,
  wholeArgument,
  wordArgument,
  type Arguments,
  type HostObject,
  type ObjectClass,
} from "./objectClass";
import { activeSheet } from "./workbook";

const sheetEvents = {
  Activated: EventType.SheetActivated,
  Deactivated: EventType.SheetDeactivated,
  DataChanged: EventType.SheetChanged,
  SelectionChanged: EventType.SheetSelectionChanged,
};

const worksheets: ObjectClass<Book> = {
  items: (book) => book.sheets.map((sheet) => object("Worksheet", sheet)),
  indexer: (book, key) => {
    const sheet = sheetByKey(book, key);
    if (!sheet) throw notFound(`sheet ${String(key)}`);
    return object("Worksheet", sheet);
  },
  methods: {
    Add: (book, [name], session) => object("Worksheet", addSheet(book, name, session)),
    GetActiveWorksheet: (book) => object("Worksheet", activeSheet(book)),
    GetItemOrNullObject: (book, [key]) => orNull(sheetByKey(book, key)),
    GetFirst: (book, [visible]) => orNull(listed(book, visible)[0]),
    GetLast: (book, [visible]) => orNull(listed(book, visible).at(-1)),
  },
  actions: {
    GetCount: (book, [visible]) => listed(book, visible).length,
    ...eventActions<Book>(
      { ...sheetEvents, Added: EventType.SheetAdded, Deleted: EventType.SheetDeleted },
      () => workbookTarget,
    ),
  },
};

const visibilities = ["Visible", "Hidden", "VeryHidden"] as const;

const worksheet: ObjectClass<Sheet> = {
  identity: (sheet) => ({ Id: sheet.id }),
  alive: (sheet, { book }) => book.sheets.includes(sheet),
  scalars: {
    Id: (sheet) => sheet.id,
    Name: (sheet) => sheet.name,
    Position: (sheet, { book }) => book.sheets.indexOf(sheet),
    Visibility: (sheet) => sheet.visibility,
    TabColor: (sheet) => sheet.tabColor ?? "",
    ShowGridlines: (sheet) => sheet.showGridlines,
    StandardHeight: (sheet) => sheet.defaultRowHeight,
    StandardWidth: (sheet) => sheet.defaultColumnWidth,
  },
  sets: {
    Name: (sheet, value, session) => renameSheet(sheet, textArgument(value), session),
    Position: (sheet, value, session) => moveSheet(sheet, wholeArgument(value), session),
    Visibility: (sheet, value, session) => showSheet(sheet, wordArgument(value, visibilities), session),
    TabColor: (sheet, value, session) => {
      sheet.tabColor = value === "" ? null : colorArgument(value);
      layoutChanged(session, sheet, "tabColor");
    },
    // The client says so for `showGridlines`.
    Gridlines: (sheet, value, session) => {
      sheet.showGridlines = flagArgument(value);
      layoutChanged(session, sheet, "gridlines");
    },
    StandardWidth: (sheet, value, session) => {
      sheet.defaultColumnWidth = numberArgument(value);
      layoutChanged(session, sheet, "columns");
    },
  },
  navigation: {
    AutoFilter: (sheet) => object("AutoFilter", { sheet, table: null }),
    Charts: (sheet) => object("ChartCollection", sheet),
    CustomProperties: (sheet) => object("WorksheetCustomPropertyCollection", sheet),
    FreezePanes: (sheet) => object("WorksheetFreezePanes", sheet),
    HorizontalPageBreaks: (sheet) => object("PageBreakCollection", sheet),
    Names: (sheet) => object("NamedItemCollection", sheet),
    PageLayout: (sheet) => object("PageLayout", sheet),
    Protection: (sheet) => object("WorksheetProtection", sheet),
    Tables: (sheet) => object("TableCollection", sheet),
  },
  methods: {
    GetRange: (sheet, [address], session) => sheetRange(sheet, address, session),
    GetCell: (sheet, [row, column], session) =>
      rangeOf(session, sheet, area(wholeArgument(row), wholeArgument(column), 1, 1)),
    GetRangeByIndexes: (sheet, [row, column, rows, columns], session) =>
      rangeOf(
        session,
        sheet,
        area(wholeArgument(row), wholeArgument(column), wholeArgument(rows), wholeArgument(columns)),
      ),
    // An empty sheet answers its first cell, or null for the other method. [D]
    GetUsedRange: (sheet, [valuesOnly], session) =>
      rangeOf(session, sheet, usedArea(sheet, valuesOnly === true) ?? { row: 0, column: 0, rows: 1, columns: 1 }),
    GetUsedRangeOrNullObject: (sheet, [valuesOnly], session) => {
      const used = usedArea(sheet, valuesOnly === true);
      return used && rangeOf(session, sheet, used);
    },
    GetNext: (sheet, args, session) => neighbour(sheet, 1, args, session) ?? missingNeighbour(),
    GetNextOrNullObject: (sheet, args, session) => neighbour(sheet, 1, args, session),
    GetPrevious: (sheet, args, session) => neighbour(sheet, -1, args, session) ?? missingNeighbour(),
    GetPreviousOrNullObject: (sheet, args, session) => neighbour(sheet, -1, args, session),
    _GetSheetById: (_, [id], { book }) => worksheets.indexer?.(book, id, undefined as never) ?? null,
  },
  actions: {
    Activate: (sheet, _, session) => activate(sheet, session),
    Calculate: (_, __, session) => session.settle(true),
    Delete: (sheet, _, session) => deleteSheet(sheet, session),
    ...eventActions<Sheet>(sheetEvents, (sheet) => sheet.id),
  },
};

/** Tells that something of a sheet other than its cells changed. */
export function layoutChanged(session: Session, sheet: Sheet, what: string): void {
  changed(session, { kind: "layout", sheet, what });
}

/** Brings a sheet to the front. A hidden sheet stays where it is. [K] P34 */
export function activate(sheet: Sheet, session: Session): void {
  if (sheet.visibility !== "Visible")
    throw new HostError("InvalidOperation", "This operation is not permitted for a hidden sheet.");
  if (session.book.activeSheetId === sheet.id) return;
  session.book.activeSheetId = sheet.id;
  session.book.selection = { row: 0, column: 0, rows: 1, columns: 1 };
  changed(session, { kind: "book", what: "active" });
}

function sheetByKey(book: Book, key: unknown): Sheet | undefined {
  const text = textArgument(key);
  return book.sheets.find(({ id }) => id === text) ?? sheetNamed(book, text);
}

function orNull(sheet: Sheet | undefined): HostObject | null {
  return sheet ? object("Worksheet", sheet) : null;
}

function listed(book: Book, visible: unknown): readonly Sheet[] {
  return visible === true ? book.sheets.filter(({ visibility }) => visibility === "Visible") : book.sheets;
}

function neighbour(sheet: Sheet, step: number, [visible]: Arguments, { book }: Session): HostObject | null {
  const list = book.sheets.filter((one) => one === sheet || visible !== true || one.visibility === "Visible");
  return orNull(list[list.indexOf(sheet) + step]);
}

function missingNeighbour(): never {
  throw notFound("a neighbouring sheet");
}

function area(row: number, column: number, rows: number, columns: number): Area {
  const found =
    rows > 0 && columns > 0 && row >= 0 && column >= 0
      ? between(row, column, row + rows - 1, column + columns - 1)
      : null;
  if (!found) throw invalid("cells within the sheet");
  return found;
}

function sheetRange(sheet: Sheet, address: unknown, session: Session): HostObject {
  if (address === undefined || address === null || address === "")
    return rangeOf(session, sheet, area(0, 0, maxRows, maxColumns));
  const cells = cellsOf(session.book, sheet, textArgument(address));
  return rangeOf(session, cells.sheet, cells.area);
}

function addSheet(book: Book, name: unknown, session: Session): Sheet {
  refuseIfStructureProtected(session);
  const wanted = name === undefined || name === null || name === "" ? freeSheetName(book) : textArgument(name);
  checkSheetName(book, wanted);
  const sheet = newSheet(wanted);
  book.sheets.push(sheet);
  changed(session, { kind: "sheet", sheet, what: "added" });
  return sheet;
}

function renameSheet(sheet: Sheet, name: string, session: Session): void {
  refuseIfStructureProtected(session);
  checkSheetName(session.book, name, sheet);
  const from = sheet.name;
  if (from === name) return;
  sheet.name = name;
  rewriteFormulas(session, (formula) => renameSheetIn(formula, from, name));
  changed(session, { kind: "sheet", sheet, what: "changed" });
}

function moveSheet(sheet: Sheet, position: number, session: Session): void {
  refuseIfStructureProtected(session);
  const { sheets } = session.book;
  if (position < 0 || position >= sheets.length) throw invalid("a position among the sheets");
  sheets.splice(sheets.indexOf(sheet), 1);
  sheets.splice(position, 0, sheet);
  changed(session, { kind: "sheet", sheet, what: "changed" });
}

function showSheet(sheet: Sheet, visibility: Sheet["visibility"], session: Session): void {
  refuseIfStructureProtected(session);
  if (visibility !== "Visible") leaveAnotherVisible(sheet, session);
  sheet.visibility = visibility;
  changed(session, { kind: "sheet", sheet, what: "changed" });
}

/** The last visible sheet stays: it can be neither hidden nor deleted. [K] P34 Whatever was in front gives way to a neighbour. */
function leaveAnotherVisible(sheet: Sheet, session: Session): void {
  const { book } = session;
  const others = book.sheets.filter((one) => one !== sheet && one.visibility === "Visible");
  if (others.length === 0)
    throw new HostError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
  if (book.activeSheetId !== sheet.id) return;
  const place = book.sheets.indexOf(sheet);
  const next = others.find((one) => book.sheets.indexOf(one) > place) ?? others.at(-1);
  if (next) activate(next, session);
}

function deleteSheet(sheet: Sheet, session: Session): void {
  const { book } = session;
  refuseIfStructureProtected(session);
  // [D] worksheet.delete: a VeryHidden sheet cannot be deleted.
  if (sheet.visibility === "VeryHidden")
    throw new HostError(
      "InvalidOperation",
      "This operation is not permitted for the current object: the sheet is very hidden.",
    );
  leaveAnotherVisible(sheet, session);
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  const own = book.names.filter((name) => name.sheetId === sheet.id);
  for (const name of own) book.names.splice(book.names.indexOf(name), 1);
  rewriteFormulas(session, (formula) => dropSheetFrom(formula, sheet.name));
  changed(session, { kind: "sheet", sheet, what: "deleted" });
}

export const worksheetClasses = { WorksheetCollection: worksheets, Worksheet: worksheet };
