/** Lines of orders; every array has one entry per line. */
export interface OrderLines {
  /** The customer's number, counted from zero; below zero for a line that does not count. */
  readonly customers: Int32Array;
  readonly days: Int32Array;
  /** Below zero for a return. */
  readonly amounts: Float64Array;
  /** The order's number, counted from zero; null where every line is an order. */
  readonly orders: Int32Array | null;
}

/** Stands for the last day of a customer without an order. */
export const noDay = -1;
