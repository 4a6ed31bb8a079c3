import { shareLimits } from "./shareLimits";
import { tierByLimits } from "./tierByLimits";

/**
 * Tiers customers by the share of total value they account for (ABC or Pareto tiers).
 *
 * Customers are ranked by value. A customer is in the first tier while the customers strictly
 * above hold less than `cutoffs[0]` of the total, in the second while they hold less than
 * `cutoffs[1]`, and so on: the customer who crosses a cut-off stays in the better tier,
 * and equal values always share a tier. Values of zero or less fall in the last tier and
 * do not count towards the total. A share within `shareTolerance` below a cut-off has reached it.
 *
 * Source: H. F. Dickie, "ABC Inventory Analysis Shoots for Dollars, not Pennies",
 * Factory Management and Maintenance 109(7), 1951, pp. 92-94.
 *
 * Runs in O(n log n). Free of the order of the rows: values are sorted before they are summed.
 *
 * @param values - value per customer, in one currency and one period
 * @param cutoffs - rising cumulative shares, as fractions of one, e.g. `[0.8, 0.95]`
 * @returns tier per customer in input order, zero being the best
 * @throws {Failure} `bad-parameter` if cut-offs do not rise within (0, 1), or there are none or more than 254
 * @throws {Failure} `not-a-number` if a value, or the total, is not finite
 * @throws {Failure} `no-positive-value` if no value is above zero
 * @example
 * tierByShare([50, 5, 30, 15], [0.8, 0.95]); // => [0, 2, 0, 1]
 */
export function tierByShare(values: ArrayLike<number>, cutoffs: readonly number[]): Uint8Array {
  return tierByLimits(values, shareLimits(values, cutoffs), "high-first");
}
