import type { Area } from "./address";
import type { Chart } from "./chart";
import type { Style } from "./style";

/** An error value of a cell, e.g. `{ error: "#N/A" }`. Typed text "#N/A" is a string and no error. */
export interface CellError {
  readonly error: string;
}

/** What a cell shows: null is an empty cell, "" a formula's empty text. Dates are serial numbers. */
export type CellValue = string | number | boolean | CellError | null;

export interface Cell {
  value: CellValue;
  /** As a user reads it, with the leading "=" and structured references in their long English form. */
  formula?: string;
  /** True for a formula that is not calculated here (outside the vocabulary, or an array formula): its value is the file's. */
  cached?: boolean;
  /** True for an array formula or a data table of the file's: its cell alone does not say what it calculates. */
  array?: boolean;
  /** Index into `Book.styles`. Zero is the default style. */
  style: number;
}

/** One row that holds something. Cells are sparse by zero-based column. */
export interface Row {
  readonly cells: Map<number, Cell>;
  /** In points; absent for the sheet's default. */
  height?: number;
  /** Hidden by hand or by an outline. */
  hidden?: boolean;
  /** Hidden by a filter. */
  filtered?: boolean;
  /** Index into `Book.styles` for cells of the row that hold nothing yet. */
  style?: number;
}

/** Width, visibility and style of a run of columns, zero-based and inclusive. */
export interface ColumnSpan {
  readonly first: number;
  readonly last: number;
  /** In digits of the default font, padding counted in, as the file stores it. */
  readonly width?: number;
  readonly hidden?: boolean;
  readonly style?: number;
  /** What the file says of them besides (outline level, whether a width was fitted), by attribute. */
  readonly other?: Readonly<Record<string, string>>;
}

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

export interface FilterState {
  area: Area;
  /** Zero-based columns, relative to the area, that carry criteria now, with the criteria as stored. */
  readonly criteria: Map<number, FilterCriteria>;
}

export interface FilterCriteria {
  readonly filterOn: string;
  readonly values?: readonly string[];
  readonly criterion1?: string;
  readonly criterion2?: string;
  /** How two criteria go together; both must hold where nothing is said. */
  readonly operator?: "And" | "Or";
}

export interface TableColumn {
  /** Stable within the table for the life of the file. */
  readonly id: number;
  name: string;
  /** Calculated-column formula, kept as read. */
  formula?: string;
  totalsLabel?: string;
  totalsFunction?: string;
}

/** A ListObject. */
export interface Table {
  readonly id: string;
  name: string;
  /** Header, body and totals. */
  area: Area;
  showHeaders: boolean;
  showTotals: boolean;
  columns: TableColumn[];
  style: string | null;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  filter: FilterState | null;
  /** True where a query fills the table. */
  readonly query: boolean;
}

export interface Protection {
  isProtected: boolean;
  options: Record<string, boolean>;
}

export interface PageLayout {
  orientation?: "Portrait" | "Landscape";
  /** Excel's paper name, e.g. "A4". */
  paperSize?: string;
  printArea?: string;
  titleRows?: string;
  /** Pages wide and tall; zero or absent: as many as it takes. */
  fitToWidth?: number;
  fitToHeight?: number;
  /** In per cent, where no number of pages is asked for; absent: 100. */
  scale?: number;
  /** Rows that begin a page by somebody's wish, counted from zero, rising. */
  rowBreaks?: readonly number[];
  centerHorizontally?: boolean;
}

export interface ConditionalFormat {
  readonly id: string;
  readonly area: Area;
  /** "foreign" is kept and written as it was read. */
  readonly kind: "cellValue" | "custom" | "dataBar" | "colorScale" | "containsText" | "foreign";
  /** As Office.js states it, e.g. `{ operator: "GreaterThan", formula1: "=5" }`. */
  readonly rule: Readonly<Record<string, unknown>>;
  readonly format: Partial<Style>;
}

export interface DataValidation {
  readonly area: Area;
  /** As Office.js states it, e.g. `{ list: { inCellDropDown: true, source: "A,B" } }`, with `errorAlert`, `prompt` and `ignoreBlanks` beside it. */
  readonly rule: Readonly<Record<string, unknown>>;
}

export interface Hyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly textToDisplay?: string;
  readonly screenTip?: string;
}

export interface Sheet {
  readonly id: string;
  name: string;
  visibility: Visibility;
  tabColor: string | null;
  readonly rows: Map<number, Row>;
  columns: ColumnSpan[];
  /** In characters. */
  defaultColumnWidth: number;
  /** In points. */
  defaultRowHeight: number;
  readonly merges: Area[];
  readonly tables: Table[];
  readonly charts: Chart[];
  /** Hyperlinks by the A1 address of their cell. */
  readonly hyperlinks: Map<string, Hyperlink>;
  readonly conditionalFormats: ConditionalFormat[];
  readonly validations: DataValidation[];
  filter: FilterState | null;
  freeze: { rows: number; columns: number };
  showGridlines: boolean;
  protection: Protection;
  pageLayout: PageLayout;
  /** Texts that programs keep with the sheet, by key. */
  readonly customProperties: Map<string, string>;
  /** Areas where a pivot table stands: nothing may be written there. */
  readonly pivots: Area[];
  /** Kinds of content the host keeps but does not model, e.g. "comments". */
  readonly carried: string[];
}

export interface DefinedName {
  name: string;
  /** With the leading "=". */
  formula: string;
  comment: string;
  visible: boolean;
  /** Id of the sheet it belongs to, or null for the whole book. */
  readonly sheetId: string | null;
}

export interface CustomXmlPart {
  readonly id: string;
  xml: string;
}

/** An open workbook, as Excel would hold it in memory. */
export interface Book {
  readonly sheets: Sheet[];
  activeSheetId: string;
  selection: Area;
  readonly names: DefinedName[];
  /** Names that Excel keeps for itself (print areas, titles, filters, criteria), as far as the file has them: their text follows moved cells. */
  readonly keptNames: DefinedName[];
  /** `workbook.settings`: JSON values. */
  readonly settings: Map<string, unknown>;
  readonly customXmlParts: CustomXmlPart[];
  /** Interned styles; the first is the default. */
  readonly styles: Style[];
  date1904: boolean;
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual";
  /** Opened read-only: every change is refused. */
  readOnly: boolean;
  structureProtected: boolean;
  /** Told of every change, in order, after it is made. */
  readonly listeners: Set<(change: Change) => void>;
}

/** What changed: the file layer marks parts, the calculator follows cells, the workbench redraws. */
export type Change =
  /** `calculated`: new values of formulas, which nobody typed. */
  | {
      readonly kind: "cells";
      readonly sheet: Sheet;
      readonly area: Area;
      readonly what: "content" | "style";
      readonly calculated?: true;
    }
  | {
      readonly kind: "rows" | "columns";
      readonly sheet: Sheet;
      readonly index: number;
      readonly inserted: number;
      readonly deleted: number;
    }
  | { readonly kind: "layout"; readonly sheet: Sheet; readonly what: string }
  | {
      readonly kind: "table";
      readonly sheet: Sheet;
      readonly table: Table;
      readonly what: "added" | "changed" | "deleted";
    }
  | {
      readonly kind: "chart";
      readonly sheet: Sheet;
      readonly chart: Chart;
      readonly what: "added" | "changed" | "deleted";
    }
  | { readonly kind: "sheet"; readonly sheet: Sheet; readonly what: "added" | "changed" | "deleted" }
  | {
      readonly kind: "book";
      readonly what: "names" | "settings" | "customXml" | "calculation" | "active" | "protection";
    };

/** Tells every listener of a change. */
export function announce(book: Book, change: Change): void {
  for (const listener of book.listeners) listener(change);
}
