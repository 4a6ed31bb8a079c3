import { Failure } from "../../failure";
import { positiveRanking, type PositiveRanking } from "./positiveRanking";

/**
 * How far, relative to a cut-off, a share may fall short of it and still count as having reached it.
 *
 * Decimal amounts are not exact in binary: 80 of 100 summed from tenths may come out a hair under 0.8.
 */
export const shareTolerance = 1e-12;

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
  requireCutoffs(cutoffs);
  const floors = tierFloors(positiveRanking("tierByShare", values), cutoffs);
  const tiers = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    let tier = 0;
    while (tier < floors.length && value < floors[tier]!) tier++;
    tiers[i] = tier;
  }
  return tiers;
}

/** Per cut-off the smallest value that still belongs above it: all that a tier depends on is the customer's own value. */
function tierFloors({ values, held, total }: PositiveRanking, cutoffs: readonly number[]): Float64Array {
  const floors = new Float64Array(cutoffs.length);
  let tier = 0;
  for (let i = 0; i < values.length && tier < cutoffs.length; i++) {
    const tiedWithPrevious = i > 0 && values[i] === values[i - 1];
    if (tiedWithPrevious) continue;
    const shareAbove = i === 0 ? 0 : held[i - 1]! / total;
    while (tier < cutoffs.length && shareAbove >= cutoffs[tier]! * (1 - shareTolerance)) {
      floors[tier] = values[i - 1]!;
      tier++;
    }
  }
  // Cut-offs that nobody lies below: every positive value belongs above them.
  floors.fill(values[values.length - 1]!, tier);
  return floors;
}

function requireCutoffs(cutoffs: readonly number[]): void {
  const rising = cutoffs.every((cutoff, i) => cutoff > (cutoffs[i - 1] ?? 0) && cutoff < 1);
  if (cutoffs.length === 0 || cutoffs.length > 254 || !rising) {
    throw new Failure("bad-parameter", "tierByShare requires 1 to 254 cut-offs that rise within (0, 1)");
  }
}
