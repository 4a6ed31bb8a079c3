import { Failure } from "../../failure";
import { countDays, countOrders } from "./countOrders";
import type { OrderLines } from "./orderLines";
import { sumByCustomer } from "./sumByCustomer";

/** What customers bought; every array has one entry per customer. */
export interface Bought {
  /** The day of the last order; `noDay` for none. */
  readonly lastDays: Int32Array;
  readonly orders: Int32Array;
  /** Net of returns. */
  readonly amounts: Float64Array;
}

/**
 * When customers last ordered, how often, and for how much. A line below zero is a return: it is taken off the amount,
 * and neither is it an order nor does it make the last one any later. Lines of one order count once; where days are
 * merged, so do orders of one day, an order being of the day of its last line. An order number that two customers have
 * is two orders.
 *
 * Source: P. S. Fader, B. G. S. Hardie and K. L. Lee, "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis",
 * Journal of Marketing Research 42(4), 2005, pp. 415-430, for recency, frequency and monetary value from transactions;
 * the rules on returns are ours.
 *
 * Runs in O(n), but for sorting the amounts of each customer, which frees sums of the order of the lines.
 *
 * @param lines - days from 0 to 2,958,465, finite amounts
 * @param customerCount - how many customers there are; some may have no line
 * @param orderCount - how many order numbers there are; 0 where every line is an order
 * @param mergeDays - whether all orders of a customer on one day are one
 * @returns what every customer bought
 * @throws {Failure} `bad-parameter` if arrays differ in length
 * @example
 * aggregateOrders({ customers: Int32Array.of(0, 1, 0), days: Int32Array.of(7, 8, 9), amounts: Float64Array.of(50, 20, -5), orders: null }, 3, 0, false); // => { lastDays: Int32Array.of(7, 8, -1), orders: Int32Array.of(1, 1, 0), amounts: Float64Array.of(45, 20, 0) }
 */
export function aggregateOrders(
  lines: OrderLines,
  customerCount: number,
  orderCount: number,
  mergeDays: boolean,
): Bought {
  const { customers, days, amounts, orders } = lines;
  if ([days, amounts, orders ?? days].some(({ length }) => length !== customers.length)) {
    throw new Failure("bad-parameter", "aggregateOrders requires arrays of one length");
  }
  const { lastDays, counts } = countOrders(lines, customerCount, orderCount);
  return {
    lastDays,
    orders: mergeDays ? countDays(lines, customerCount, orderCount) : counts,
    amounts: sumByCustomer(customers, amounts, customerCount),
  };
}
