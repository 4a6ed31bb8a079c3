import type { Column } from "../customerTable";

/** A column of cells that are in no table yet, header cells and all; named by its letters on the sheet. */
export interface RawColumn extends Column {
  /** Per row 1 where the number format shows a day. */
  readonly dated: Uint8Array;
  /** Per row 1 where a formula takes a subtotal. */
  readonly subtotals: Uint8Array;
  /** Per row 1 where the cell holds a formula of any kind. */
  readonly formulas: Uint8Array;
  /** Per row the number of its number format; absent where all are general. */
  readonly formats?: { readonly of: Uint16Array; readonly names: readonly string[] } | undefined;
}

/** Merged cells, counted from the first of the range. */
export interface MergedCells {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A range as it stands on a sheet. */
export interface RawTable {
  readonly rows: number;
  readonly columns: readonly RawColumn[];
  readonly merges: readonly MergedCells[];
}
