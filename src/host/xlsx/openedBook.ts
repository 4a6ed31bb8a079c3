import type { Book, Cell, CellValue, Change, DefinedName, Row } from "../model/book";
import type { Style } from "../model/style";
import type { Package } from "./package";
import type { NameOrigin } from "./readNames";
import type { SettingsFile } from "./readSettings";
import type { SharedStrings } from "./sharedStrings";

/** A workbook and the file it came from. Callers use `book`; the rest belongs to `readXlsx` and `writeXlsx`. */
export interface OpenedBook {
  readonly book: Book;
  readonly file: BookFile;
}

/** What `writeXlsx` needs to know of the file to rewrite only what changed since it was read. */
export interface BookFile {
  readonly source: Package;
  readonly strict: boolean;
  /** Path of the workbook part, e.g. "xl/workbook.xml", and its content type. */
  readonly path: string;
  readonly type: string;
  /** By sheet id. */
  readonly sheets: ReadonlyMap<string, SheetFile>;
  readonly strings: SharedStrings;
  /** True where the book has sheets with cells that are only carried: dialogs and sheets of macros. */
  readonly otherSheets: boolean;
  /** Number of cell formats in the file; later styles of the book are added behind them. */
  readonly formats: number;
  /** Custom XML parts by id. */
  readonly customXml: ReadonlyMap<string, { readonly path: string; readonly xml: string }>;
  /** Where `workbook.settings` stand, and how they were read. */
  readonly settings: SettingsFile;
  /** The book's own state as read, by aspect (see `bookAspects`). */
  readonly asRead: Readonly<Record<string, string>>;
  /** What cells and rows carry besides what the model knows; follows them when they move. */
  readonly cells: WeakMap<Cell, CellOrigin>;
  readonly rows: WeakMap<Row, RowOrigin>;
  /** Conditional formats and validations as they stand in the file, by their rule. */
  readonly rules: WeakMap<object, RuleOrigin>;
  /** Names as they stand in the file. */
  readonly names: WeakMap<DefinedName, NameOrigin>;
}

export interface SheetFile {
  readonly path: string;
  /** Id of the workbook's relationship to it. */
  readonly relationship: string;
  readonly dirty: DirtyRows;
  /** Layout as read, by aspect (see `sheetAspects`). */
  asRead: Readonly<Record<string, string>>;
  /** First cells of shared formulas by their number. */
  readonly shared: ReadonlyMap<string, SharedFormula>;
  /** Says which formulas stood where (see `formulaPrint`). */
  readonly formulas: string;
  /** Heights and visibility of its rows as read (see `rowPrint`). */
  readonly rowPrint: string;
  /** By table id. */
  readonly tables: ReadonlyMap<string, PartFile>;
  /** By chart id; `path` is the chart's part. */
  readonly charts: ReadonlyMap<string, ChartFile>;
  /** The sheet's drawing part. */
  readonly drawing: string | null;
}

export interface PartFile {
  readonly path: string;
  readonly relationship: string;
  /** The object as read, as JSON. */
  readonly asRead: string;
}

export interface ChartFile extends PartFile {
  /** Position as read, as JSON. */
  readonly place: string;
  /** Which anchor of the drawing it stands in, counted from zero. */
  readonly anchor: number;
}

/** Rows whose cells changed since the file was read. */
export interface DirtyRows {
  /** This row and all below were moved: nothing of them can be taken from the file by its number. */
  from: number;
  /** First and last row of changed stretches, in the order of the changes. */
  readonly spans: [number, number][];
  /** Formulas were added, changed or removed, so that Excel must rebuild its calculation chain. */
  moved: boolean;
}

/** A conditional format or validation as it stands in the file, and the look it stands for. */
export interface RuleOrigin {
  readonly xml: string;
  readonly format?: Partial<Style>;
}

/** First cell of a shared formula, where it stood in the file. */
export interface SharedFormula {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
}

/** How a row stands in the file where the model does not say it all. */
export interface RowOrigin {
  /** Attributes that are not modelled, as text with a leading space. */
  readonly attributes: string;
  readonly height: number | undefined;
}

/** How a cell stands in the file where the model does not say it all. */
export interface CellOrigin {
  /** Attributes that are not modelled, as text with a leading space, e.g. ` cm="1"`. */
  readonly attributes?: string;
  /** The value they go with. */
  readonly value?: CellValue;
  /** The `f` element as it stands, and the formula it stands for. */
  readonly formulaXml?: string;
  readonly formula?: string;
  /** Number of the shared formula it belongs to. */
  readonly shared?: string;
  /** Shared text with formatting, and the plain text it shows. */
  readonly textNumber?: number;
  /** Whole `is` element of a formatted text kept in the cell. */
  readonly inlineXml?: string;
  readonly text?: string;
  /** Children that are not modelled (`extLst`). */
  readonly extension?: string;
}

/** Follows the book's changes, so that saving knows which rows to rewrite. */
export function followChanges({ book, file }: OpenedBook): void {
  book.listeners.add((change) => markChange(file, change));
}

function markChange(file: BookFile, change: Change): void {
  if (!("sheet" in change)) return;
  const dirty = file.sheets.get(change.sheet.id)?.dirty;
  if (!dirty) return;
  if (change.kind === "cells") {
    const last = dirty.spans.at(-1);
    const from = change.area.row;
    const to = from + change.area.rows - 1;
    // Cell by cell writes would otherwise keep a stretch each.
    if (last && from >= last[0] && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else dirty.spans.push([from, to]);
  } else if (change.kind === "rows" || change.kind === "columns") {
    dirty.from = Math.min(dirty.from, change.kind === "rows" ? change.index : 0);
    dirty.moved = true;
  }
}
