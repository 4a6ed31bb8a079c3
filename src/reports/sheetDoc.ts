/** A cell of a report: text, a number, a live formula, a link to a place in the workbook, or nothing. */
export type DocCell =
  | string
  | number
  | null
  | { readonly formula: string }
  | { readonly text: string; readonly linkTo: { readonly sheet: string; readonly cell: string } };

/** Number formats by meaning; the workbook layer knows the format codes. */
export type CellFormat = "text" | "count" | "money" | "smallMoney" | "share" | "date" | "dateTime" | "general";

/** What a row of a table is, where it is not one like the others. */
export type RowLook = "plain" | "muted" | "total";

export interface DocColumn {
  readonly header: string;
  readonly format: CellFormat;
  /** In characters. */
  readonly width: number;
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
      readonly columns: readonly DocColumn[];
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
      readonly chart: ParetoChart;
    };

/** Columns of one table as bars, another as a line on a second axis from 0 to 1. */
export interface ParetoChart {
  readonly kind: "pareto";
  /** `id` of the table block on the same sheet. */
  readonly table: string;
  readonly categories: string;
  readonly bars: string;
  readonly line: string;
}

/** A sheet that Tierbook owns, described; the workbook layer renders it in place. */
export interface SheetDoc {
  /** Stable id, kept with the sheet; the name may have been taken by a sheet of the user's. */
  readonly id: "tierbook" | "segments" | "owners" | "policy" | "runs";
  readonly name: string;
  readonly blocks: readonly DocBlock[];
  /** Widths in characters by zero-based column, where no table decides. */
  readonly widths: Readonly<Record<number, number>>;
  /** Rows that stay on screen when scrolling. */
  readonly frozenRows: number;
}
