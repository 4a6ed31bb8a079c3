import { Failure } from "../../failure";
import { compareAsExcel } from "../statistics/compareAsExcel";

/**
 * Sorts values into tiers by limits that need not differ: compared as Excel does, a value on a limit is in the tier that
 * comes first in the direction ranked. A tier between two equal limits is empty, and equal values never fall into
 * different tiers.
 *
 * Source of the half-open intervals: ISO 80000-2:2019, 2-7.7 and 2-7.8. The limits are the caller's.
 *
 * @param values - finite values
 * @param limits - falling or level for "high-first", rising or level for "low-first"
 * @returns tier per value in input order, zero being the first
 * @throws {Failure} `bad-parameter` if limits are not finite or not in order, or there are none or more than 254
 * @throws {Failure} `not-a-number` if a value is not finite
 * @example
 * tierByLimits([5, 3, 2, 1], [3, 3, 2], "high-first"); // => [0, 0, 2, 3]
 * tierByLimits([5, 3, 2, 1], [1, 2, 3], "low-first"); // => [3, 2, 1, 0]
 */
export function tierByLimits(
  values: ArrayLike<number>,
  limits: readonly number[],
  direction: "high-first" | "low-first",
): Uint8Array {
  const sign = direction === "high-first" ? -1 : 1;
  const inOrder = limits.every((limit, i) => Number.isFinite(limit) && sign * (limit - (limits[i - 1] ?? limit)) >= 0);
  if (limits.length === 0 || limits.length > 254 || !inOrder) {
    throw new Failure("bad-parameter", "tierByLimits requires 1 to 254 limits in order");
  }
  const tiers = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) throw new Failure("not-a-number", "tierByLimits requires finite values");
    let tier = 0;
    while (tier < limits.length && sign * compareAsExcel(value, limits[tier]!) > 0) tier++;
    tiers[i] = tier;
  }
  return tiers;
}
