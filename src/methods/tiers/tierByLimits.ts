import { Failure } from "../../failure";

/**
 * Sorts values into tiers by limits that need not differ: compared exactly, a value on a limit is on its upper side. A
 * tier between two equal limits is empty, and equal values never fall into different tiers.
 *
 * Source of the intervals, closed below and open above: ISO 80000-2:2019, 2-7.7. The limits are the caller's.
 *
 * @param values - finite values
 * @param limits - falling or level for "high-first", rising or level for "low-first"
 * @returns tier per value in input order, zero being the first
 * @throws {Failure} `bad-parameter` if limits are not finite or not in order, or there are none or more than 254
 * @throws {Failure} `not-a-number` if a value is not finite
 * @example
 * tierByLimits([5, 3, 2, 1], [3, 3, 2], "high-first"); // => [0, 0, 2, 3]
 */
export function tierByLimits(
  values: ArrayLike<number>,
  limits: readonly number[],
  direction: "high-first" | "low-first",
): Uint8Array {
  const highFirst = direction === "high-first";
  const sign = highFirst ? -1 : 1;
  const inOrder = limits.every((limit, i) => Number.isFinite(limit) && sign * (limit - (limits[i - 1] ?? limit)) >= 0);
  if (limits.length === 0 || limits.length > 254 || !inOrder) {
    throw new Failure("bad-parameter", "tierByLimits requires 1 to 254 limits in order");
  }
  const tiers = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) throw new Failure("not-a-number", "tierByLimits requires finite values");
    let tier = 0;
    while (tier < limits.length && (highFirst ? value < limits[tier]! : value >= limits[tier]!)) tier++;
    tiers[i] = tier;
  }
  return tiers;
}
