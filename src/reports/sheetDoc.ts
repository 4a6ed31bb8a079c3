/**
 * A cell of a report: text, a number, a live formula, a link to a place in the workbook, nothing, or a cell of people's
 * own that is left as it is. A day is YYYY-MM-DD: Excel counts it as its workbook does.
 */
export type DocCell =
  | string
  | number
  | null
  | { readonly formula: string; readonly format?: CellFormat | undefined }
  | { readonly day: string }
  | { readonly asIs: true }
  | { readonly text: string; readonly linkTo: { readonly sheet: string; readonly cell: string } };

/** Number formats by meaning; the workbook layer knows the format codes. A measure is a share or an amount. */
export type CellFormat =
  "measure" | "text" | "count" | "money" | "smallMoney" | "share" | "date" | "dateTime" | "general";

/** A look that cells have while a formula is true; `{row}` in it is the row of the cell. */
export interface CellRule {
  readonly when: string;
  readonly look: "good" | "warning" | "bad" | "quiet";
}

/** What a row of a table is, where it is not one like the others. */
export type RowLook = "plain" | "muted" | "total";

export interface DocColumn {
  readonly header: string;
  readonly format: CellFormat;
  /** In characters. */
  readonly width: number;
  /** True for a column that people added: its header too is left as it is. */
  readonly asIs?: true | undefined;
  /** True for a column that people fill in: its new cells are marked. */
  readonly input?: true | undefined;
  /** How many rows of such a column, from the first, people fill in; all where not stated. */
  readonly inputRows?: number | undefined;
  /** Words that new cells of the column offer as a list. */
  readonly choices?: readonly string[] | undefined;
  /** True where other words than the choices may be entered as well. */
  readonly free?: true | undefined;
  /** What is said to who enters something else than a date in new cells; absent where anything may stand. */
  readonly dates?: { readonly title: string; readonly message: string } | undefined;
  /** Looks that cells of a new sheet take on by what stands there; the first that applies wins. */
  readonly rules?: readonly CellRule[] | undefined;
  /** The cells whose words new cells of the column offer, as a formula. */
  readonly choicesFrom?: string | undefined;
  /** True for a column that is hidden when its sheet is made. */
  readonly hidden?: true | undefined;
}

/** A part of a sheet at a fixed place, so that a re-run finds and updates it. Rows and columns count from zero. */
export type DocBlock =
  | {
      readonly kind: "text";
      readonly id: string;
      readonly row: number;
      readonly column: number;
      readonly style: "title" | "heading" | "body" | "strong" | "label" | "note" | "warning";
      readonly cell: DocCell;
      readonly format?: CellFormat;
    }
  | {
      readonly kind: "pairs";
      readonly id: string;
      readonly row: number;
      readonly column: number;
      readonly pairs: readonly { readonly name: string; readonly cell: DocCell; readonly format: CellFormat }[];
    }
  | {
      readonly kind: "table";
      readonly id: string;
      readonly row: number;
      readonly column: number;
      /** Native table name. */ readonly name: string;
      /** True for a table whose header offers filters. */ readonly filters?: true | undefined;
      /** True for a table whose numbers are shaded by their size, as long as people leave it so. */
      readonly shaded?: true | undefined;
      readonly columns: readonly DocColumn[];
      /** How many rows stand below the header and stay, as the header does: `rows` come below them. */
      readonly standing?: number | undefined;
      readonly rows: readonly (readonly DocCell[])[];
      /** Looks of the rows; absent where all are plain. */ readonly looks?: readonly RowLook[];
    }
  | {
      readonly kind: "chart";
      readonly id: string;
      readonly name: string;
      readonly title: string;
      /** The cells above which the chart stands. */ readonly row: number;
      readonly column: number;
      readonly rows: number;
      readonly columns: number;
      readonly chart: SheetChart;
    };

/**
 * Two columns of a table as a chart: for "pareto" bars, and a line on a second axis from 0 to 1; for "columns" bars side
 * by side.
 */
export interface SheetChart {
  readonly kind: "pareto" | "columns";
  /** `id` of the table block on the same sheet. */
  readonly table: string;
  readonly categories: string;
  readonly bars: string;
  readonly line: string;
  /** How many of the table's rows, from the first; all where not stated. */
  readonly rows?: number;
}

/** A sheet that Tierbook owns, described; the workbook layer renders it in place. */
export interface SheetDoc {
  /** Stable id, kept with the sheet; the name may have been taken by a sheet of the user's. */
  readonly id: "tierbook" | "segments" | "owners" | "policy" | "runs" | "changes" | "planned" | "pack" | "history";
  readonly name: string;
  readonly blocks: readonly DocBlock[];
  /** Widths in characters by zero-based column, where no table decides. */
  readonly widths: Readonly<Record<number, number>>;
  /** Rows that stay on screen when scrolling. */
  readonly frozenRows: number;
}
