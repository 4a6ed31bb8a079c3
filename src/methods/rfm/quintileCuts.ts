import { quantileSorted } from "simple-statistics";
import { Failure } from "../../failure";

/** Whole numbers below this are sorted by counting them. */
const mostCounted = 16_384;

/**
 * The four values that cut numbers into fifths. Where many are alike, cuts fall together, and some of the fifths hold
 * nobody.
 *
 * Source: R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50(4), 1996,
 * type 7, as Excel's PERCENTILE.INC.
 *
 * @param values - finite values, in any order
 * @returns rising, or level where values are alike
 * @throws {Failure} `not-a-number` if a value is not finite, or there is none
 * @example
 * quintileCuts([6, 5, 4, 3, 2, 1]); // => [2, 3, 4, 5]
 */
export function quintileCuts(values: ArrayLike<number>): number[] {
  const sorted = countingSorted(values) ?? Float64Array.from(values).sort();
  // Sorted, NaN comes last.
  if (!Number.isFinite(sorted[0]) || !Number.isFinite(sorted[sorted.length - 1])) {
    throw new Failure("not-a-number", "quintileCuts requires finite values");
  }
  // A Float64Array reads like the array of numbers that the signature asks for.
  return [0.2, 0.4, 0.6, 0.8].map((share) => quantileSorted(sorted as unknown as readonly number[], share));
}

/** Days and numbers of orders are small whole numbers, which are sorted faster by counting; null where values are not. */
function countingSorted(values: ArrayLike<number>): Float64Array | null {
  const counts = new Uint32Array(mostCounted);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!(value >= 0 && value < mostCounted) || value !== Math.floor(value)) return null;
    counts[value]!++;
  }
  const sorted = new Float64Array(values.length);
  for (let value = 0, start = 0; start < sorted.length; value++) {
    sorted.fill(value, start, start + counts[value]!);
    start += counts[value]!;
  }
  return sorted;
}
