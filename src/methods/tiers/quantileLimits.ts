import { quantileSorted } from "simple-statistics";
import { Failure } from "../../failure";

/** How far, relative to a value of the data, a limit may lie from it and still be that value. */
const limitTolerance = 1e-12;

/**
 * The limits that divide values by shares of their number: quantiles, with straight lines between neighbouring values.
 * Equal limits mean that one value holds more than a share by itself.
 *
 * Source: R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50(4), 1996,
 * type 7, as Excel's PERCENTILE.INC, R's quantile and numpy's percentile.
 *
 * Runs in O(n log n), and is free of the order of the values. A limit that the arithmetic of fractions moves a hair off
 * a value of the data is that value.
 *
 * @param values - finite values, in any order
 * @param shares - cumulative shares from the first end, rising, as fractions of one
 * @param direction - from which end the shares count
 * @returns a limit per share, falling or level for "high-first", rising or level for "low-first"
 * @throws {Failure} `bad-parameter` if shares do not rise within (0, 1), or there are none or more than 254
 * @throws {Failure} `not-a-number` if a value is not finite, or there is none
 * @example
 * quantileLimits([1, 2, 3, 4, 5], [0.2, 0.5], "high-first"); // => [4.2, 3]
 */
export function quantileLimits(
  values: ArrayLike<number>,
  shares: readonly number[],
  direction: "high-first" | "low-first",
): number[] {
  const rising = shares.every((share, i) => share > (shares[i - 1] ?? 0) && share < 1);
  if (shares.length === 0 || shares.length > 254 || !rising) {
    throw new Failure("bad-parameter", "quantileLimits requires 1 to 254 shares that rise within (0, 1)");
  }
  const sorted = Float64Array.from(values).sort();
  // Sorted, NaN comes last.
  if (!Number.isFinite(sorted[0]) || !Number.isFinite(sorted[sorted.length - 1])) {
    throw new Failure("not-a-number", "quantileLimits requires finite values");
  }
  // Counted from its own end, so that a share is never taken from one, which would not be exact.
  if (direction === "high-first") sorted.reverse();
  // Between the largest numbers of either sign there is more than a number can hold.
  const scale = Number.isFinite(sorted[sorted.length - 1]! - sorted[0]!) ? 1 : 0.5;
  const scaled = scale === 1 ? sorted : sorted.map((value) => value * scale);
  return shares.map((share) => {
    // A Float64Array reads like the array of numbers that the signature asks for.
    const limit = quantileSorted(scaled as unknown as number[], share) / scale;
    const near = sorted[Math.round((sorted.length - 1) * share)]!;
    // Fourteen digits hide what binary fractions add to 4306.6.
    return Math.abs(limit - near) <= limitTolerance * Math.abs(near) ? near : Number(limit.toPrecision(14));
  });
}
