import type { RfmMeasure } from "./plan";

/**
 * What RFM found of the customers, beside their segments. Arrays per customer have one entry per row of the table, or
 * per number of a customer where one has several rows.
 */
export interface RfmResult {
  /** The date that days are counted back from, as YYYY-MM-DD; null where the table holds days and none is stated. */
  readonly dataDate: string | null;
  /**
   * Where no date is stated and the data ends within a month: the end of the month before, and how many lines of orders,
   * or customers where the table holds their last orders, would lie after it.
   */
  readonly monthEnd: { readonly date: string; readonly later: number } | null;
  /** The first day whose orders count; null where all do. */
  readonly from: string | null;
  /** Per customer the days from the last order to the data date; NaN for none. */
  readonly days: Float64Array;
  /** Per customer the day of the last order as a serial number; NaN for none, and where the table holds days. */
  readonly lastDays: Float64Array;
  /** Per customer, NaN where the table does not say. */
  readonly orders: Float64Array;
  /** Per customer the amount, net of returns; NaN where the table does not say. With orders it is the total, always. */
  readonly amounts: Float64Array;
  /** Per customer the three scores, from 1; 0 for a customer without. */
  readonly scores: Readonly<Record<RfmMeasure, Uint8Array>>;
  /** Customers with scores, and those of them with a single order. */
  readonly scored: number;
  readonly oneTime: number;
  /** Where scores meet, rising; empty where nobody has scores. */
  readonly cuts: Readonly<Record<RfmMeasure, readonly number[]>>;
  /** Customers by score, from 1; a score that nobody has is empty. */
  readonly counts: Readonly<Record<RfmMeasure, readonly number[]>>;
  /** The combinations of scores that occur, the highest first. */
  readonly cells: readonly RfmCell[];
  /** What became of the lines of orders; null where the measures are columns of the table. */
  readonly lines: RfmLines | null;
}

/** The customers with the same three scores. */
export interface RfmCell {
  /** Scores of recency, frequency and amount. */
  readonly at: readonly [number, number, number];
  readonly customers: number;
  readonly value: number;
  /** Index of the group they are in. */
  readonly group: number;
}

/** Why a line of orders does not count. */
export type UnusedReason =
  | "left-out"
  | "no-customer"
  | "unknown-customer"
  | "no-date"
  | "no-amount"
  | "no-order"
  | "before-window"
  | "after-data-date";

/** Lines of orders: those that count, and all others by the reason. They add up to `all`. */
export interface RfmLines {
  readonly all: number;
  readonly counted: number;
  /** Of those that count, the ones below zero. */
  readonly returns: number;
  /** The reasons that occur. */
  readonly unused: readonly { readonly reason: UnusedReason; readonly lines: number; readonly amount: number }[];
  /** The first lines that lie after the data date, at most `mostLaterLines`, counted from zero. */
  readonly later: readonly number[];
}

export const mostLaterLines = 100;
