import { quantileSorted } from "simple-statistics";

/** How numbers lie: equal bins, and the two values that cut them into three parts of like size. */
export interface Spread {
  /** Where the first bin begins and the last one ends. Values beyond are counted in these two. */
  readonly from: number;
  readonly to: number;
  readonly counts: readonly number[];
  readonly thirds: readonly [number, number];
}

/**
 * A histogram for the eye: its bins go from the second to the ninety-eighth percentile, because one giant would
 * otherwise press all others into a single bin. Where these are one value, they go from the least to the greatest.
 *
 * Source of the percentiles: R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American
 * Statistician 50(4), 1996, type 7.
 *
 * @param values - finite values, in any order
 * @param bins - number of bins, at least one
 * @returns null where there is no value
 * @example
 * spreadOf([1, 1, 1, 2, 3, 3, 3], 2); // => { from: 1, to: 3, counts: [3, 4], thirds: [1, 3] }
 */
export function spreadOf(values: ArrayLike<number>, bins: number): Spread | null {
  if (values.length === 0) return null;
  // A Float64Array reads like the array of numbers that the signature asks for.
  const sorted = Float64Array.from(values).sort() as unknown as number[];
  const [lowest, highest] = [quantileSorted(sorted, 0.02), quantileSorted(sorted, 0.98)];
  const [from, to] = lowest < highest ? [lowest, highest] : [sorted[0]!, sorted[sorted.length - 1]!];
  const counts = new Array<number>(bins).fill(0);
  for (const value of sorted) {
    const bin = to > from ? Math.floor(((value - from) / (to - from)) * bins) : 0;
    counts[Math.min(bins - 1, Math.max(0, bin))]!++;
  }
  return { from, to, counts, thirds: [quantileSorted(sorted, 1 / 3), quantileSorted(sorted, 2 / 3)] };
}
