/**
 * What a cell holds, as one small number per row: an empty cell, a number (dates too, as serials),
 * text (also "" from a formula and " "), TRUE or FALSE, or an error value.
 */
export const CellKind = { empty: 0, number: 1, text: 2, logical: 3, error: 4 } as const;
export type CellKind = (typeof CellKind)[keyof typeof CellKind];

/** One column as read from the workbook; every array has one entry per row. */
export interface Column {
  readonly name: string;
  readonly kinds: Uint8Array;
  /** The number, 1 or 0 for TRUE and FALSE, NaN otherwise. */
  readonly numbers: Float64Array;
  /** The text or the error value; null otherwise. */
  readonly texts: readonly (string | null)[];
}

/** The customers: one row each, in the order of the sheet. Holds only the columns that a plan uses. */
export interface CustomerTable {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly Column[];
}
