import type { Transactions } from "./transactions";

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
  /** Per row 1 for a number among amounts that its cell shows as a day; absent where none does. */
  readonly days?: Uint8Array | undefined;
}

/** Why a row is left out by choice; `counts` for one that is not. */
export const LeftOut = { counts: 0, hidden: 1, total: 2 } as const;
export type LeftOut = (typeof LeftOut)[keyof typeof LeftOut];

/** Stands for the customer of a row that is left out by choice. */
export const noCustomer = -1;

/** Whose the rows are, where a customer has several or where rows are left out. */
export interface CustomerRows {
  /** How many customers there are. */
  readonly count: number;
  /** Per row the number of its customer, counted from zero in the order of their first rows; `noCustomer` for none. */
  readonly of: Int32Array;
  /** Per row why it is left out; absent where all count. */
  readonly leftOut?: Uint8Array | undefined;
  /** Per customer its key, or the name of the client group; empty where the keys are not at hand. */
  readonly keys: readonly string[];
  /** Per customer 1 where it is a client group: a group and a client of the same name are two. */
  readonly grouped: Uint8Array;
  /** Customers whose rows do not say which client group is theirs, with a row to name. */
  readonly torn: readonly TornCustomer[];
}

/** A customer in rows of two groups, or beside an error value: in either group it would be a guess. */
export interface TornCustomer {
  readonly customer: number;
  readonly row: number;
  readonly reason: "differs" | "error";
}

/** The customers in the order of the sheet: one row each, or several. Holds only the columns that a plan uses. */
export interface CustomerTable {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly Column[];
  /** Whose the rows are; absent where each row is a customer, and none is left out. */
  readonly customers?: CustomerRows | undefined;
  /** True where the workbook counts its days from 1904. */
  readonly from1904?: boolean | undefined;
  /** By the id of the segmentation the lines of its table of orders; absent where none has one. */
  readonly transactions?: Readonly<Record<string, Transactions>> | undefined;
}
