import type { Area } from "../host/model/address";
import type { Style } from "../host/model/style";
import type { DrawnChart } from "./charts/drawnChart";
import type { TraceEntry } from "./trace/traceEntry";

/** What the page may ask of the host's worker, and what it gets back. */
export interface HostCalls {
  openSample: { readonly ask: { readonly language: "en" | "zh" }; readonly reply: null };
  openFile: { readonly ask: { readonly bytes: Uint8Array }; readonly reply: null };
  /** Viewing or editing, as in Excel on the web. */
  setReadOnly: { readonly ask: { readonly readOnly: boolean }; readonly reply: null };
  /** The book as .xlsx, every formula calculated. */
  save: { readonly ask: Readonly<Record<string, never>>; readonly reply: Uint8Array };
  /** One ProcessQuery of office.js, JSON text both ways. */
  query: { readonly ask: { readonly body: string }; readonly reply: string };
  cells: { readonly ask: { readonly sheetId: string; readonly area: Area }; readonly reply: CellWindow };
  /** What the editor shows for a cell: its formula, or its value as one would type it. */
  input: { readonly ask: CellPlace; readonly reply: string };
  /** Types texts into cells, as the person at the grid does. */
  type: { readonly ask: CellPlace & { readonly texts: readonly (readonly string[])[] }; readonly reply: EditOutcome };
  clear: { readonly ask: { readonly sheetId: string; readonly area: Area }; readonly reply: EditOutcome };
  select: { readonly ask: { readonly sheetId: string; readonly area: Area }; readonly reply: null };
  /** The cells of an area as tab-separated text, for the clipboard. */
  copy: { readonly ask: { readonly sheetId: string; readonly area: Area }; readonly reply: string };
}

export type HostCall = keyof HostCalls;

export interface CellPlace {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** Why a cell could not be changed by hand, or null. */
export type EditOutcome = null | "protected" | "read-only" | "pivot" | "refused";

/** A cell as the grid draws it. Empty cells without a look of their own are left out. */
export interface CellView {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Index into the styles. */
  readonly style: number;
  /** Decides the alignment where the style leaves it open. */
  readonly kind: "empty" | "text" | "number" | "logical" | "error";
  /** Colour that the number format asks for. */
  readonly color?: string;
  /** What a conditional format makes of the cell now. */
  readonly rule?: { readonly color?: string; readonly fill?: string };
  /** Place in the workbook that the cell links to, e.g. `'My sheet'!A1`; an address outside it is only shown. */
  readonly link?: { readonly place?: string; readonly address?: string };
}

export interface CellWindow {
  readonly area: Area;
  readonly cells: readonly CellView[];
  /** All styles of the book so far. */
  readonly styles: readonly Style[];
}

export interface TableView {
  readonly name: string;
  readonly area: Area;
  readonly style: string | null;
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly showBandedRows: boolean;
  readonly showBandedColumns: boolean;
  /** Columns, relative to the area, that carry a filter mark; true where the filter hides rows. */
  readonly filterMarks: readonly (readonly [column: number, active: boolean])[];
}

/** A sheet without its cells. Sizes are in CSS pixels; zero is hidden. */
export interface SheetView {
  readonly id: string;
  readonly name: string;
  readonly tabColor: string | null;
  readonly isProtected: boolean;
  readonly usedRows: number;
  readonly usedColumns: number;
  readonly rowHeight: number;
  readonly columnWidth: number;
  readonly rowHeights: readonly (readonly [row: number, height: number])[];
  readonly columnWidths: readonly (readonly [column: number, width: number])[];
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly merges: readonly Area[];
  readonly tables: readonly TableView[];
  readonly charts: readonly DrawnChart[];
  readonly showGridlines: boolean;
}

export interface BookView {
  /** Visible sheets in their order. */
  readonly sheets: readonly SheetView[];
  readonly hiddenSheets: number;
  readonly readOnly: boolean;
  /** Where an add-in last asked to look; `count` grows with every such wish. */
  readonly shown: { readonly count: number; readonly sheetId: string; readonly area: Area };
}

/** What the host tells the page unasked. */
export type HostNews =
  | { readonly kind: "book"; readonly book: BookView }
  | { readonly kind: "events"; readonly entries: readonly (readonly unknown[])[] }
  | { readonly kind: "trace"; readonly entry: TraceEntry };

export interface HostFailure {
  readonly code: string;
  readonly message: string;
}

export type ToWorker = {
  [Call in HostCall]: { readonly id: number; readonly call: Call; readonly ask: HostCalls[Call]["ask"] };
}[HostCall];

export type FromWorker =
  | { readonly kind: "reply"; readonly id: number; readonly reply: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly failure: HostFailure }
  | HostNews;
