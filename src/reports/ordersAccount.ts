import type { UnusedReason } from "../segmentations/rfm/rfmResult";

/** Whether every line of a table of orders is accounted for: those that count and all others are all there are. */
export interface OrdersAccount {
  readonly segmentation: { readonly id: string; readonly name: string };
  readonly table: string;
  /** The days whose orders count, as YYYY-MM-DD; null for no first one, and where no line has a date. */
  readonly from: string | null;
  readonly dataDate: string | null;
  readonly read: number;
  readonly counted: number;
  /** Of those that count, the ones below zero. */
  readonly returns: number;
  /** Of those that count, the ones that look like totals of others. */
  readonly totals: number;
  readonly amountCounted: number;
  /** Of all lines, those that a person or a filter hides. */
  readonly hidden: number;
  /** The reasons that occur; amounts as far as the cells hold numbers. */
  readonly unused: readonly { readonly reason: UnusedReason; readonly lines: number; readonly amount: number }[];
  /** The first lines that cannot be used, each with the cell that is why. */
  readonly listed: readonly ListedLine[];
}

/** A line of orders that cannot be used, or looks like a total and counts all the same. */
export interface ListedLine {
  readonly reason: UnusedReason | "looks-total";
  readonly sheet: string;
  /** As A1. */
  readonly cell: string;
  readonly content: string;
}
