/**
 * What became of a line of orders when it was read, as one small number per line: the first in this order that holds.
 * Whoever reads the table decides it, and knows the cell to show; the engine leaves out all but `counts`, says how many
 * lines and how much money that is, and adds what only the data date and the window can tell.
 */
export const LineState = {
  counts: 0,
  /** One of its cells holds a value that the plan leaves out. */
  leftOut: 1,
  /** The customer's cell is blank or an error value. */
  noCustomer: 2,
  /** The customer is not in the table of customers. */
  unknownCustomer: 3,
  /** The date's cell is no date. */
  noDate: 4,
  /** The amount's cell is no number. */
  noAmount: 5,
  /** The order's cell is blank or an error value, where the plan names such a column. */
  noOrder: 6,
} as const;
export type LineState = (typeof LineState)[keyof typeof LineState];

/**
 * The lines of a table of orders as an RFM segmentation reads them; every array has one entry per line, in the order of
 * the sheet. Numbers stand for the texts of customers and orders, so that no text goes to the worker.
 */
export interface Transactions {
  /** The name of the table. */
  readonly name: string;
  readonly lines: number;
  readonly states: Uint8Array;
  /**
   * The customer: its row in the table of customers, or its number (`CustomerRows.of`) where a customer has several
   * rows. -1 where there is none.
   */
  readonly customers: Int32Array;
  /** The order, numbered from zero, alike where the ids are; -1 where there is none. Null where every line is an order. */
  readonly orders: Int32Array | null;
  /** How many different orders there are; 0 where every line is one. */
  readonly orderCount: number;
  /** The day as a serial number of Excel's 1900 dates, the time of day cut off; 0 where there is none. */
  readonly days: Int32Array;
  /** Below zero for a return; NaN where there is none. */
  readonly amounts: Float64Array;
}
