import { medianSorted } from "simple-statistics";
import { sumOf } from "./sumOf";

/** Size, sums and median of the values of one group. */
export interface GroupStatistics {
  readonly count: number;
  readonly sum: number;
  /** Sum of the values above zero. */
  readonly positiveSum: number;
  /** Null for an empty group. */
  readonly median: number | null;
}

/**
 * Count, sums and median of values by group. Sums are compensated and free of the order of the rows.
 *
 * Source of the median: R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American
 * Statistician 50(4), 1996, type 7, as Excel's MEDIAN.
 *
 * @param values - finite values
 * @param groups - group per value, counted from zero
 * @param groupCount - number of groups; some may be empty
 * @returns statistics per group
 * @example
 * groupStatistics([5, 1, -2, 4], [0, 1, 1, 0], 2); // => [{ count: 2, sum: 9, positiveSum: 9, median: 4.5 }, { count: 2, sum: -1, positiveSum: 1, median: -0.5 }]
 */
export function groupStatistics(
  values: ArrayLike<number>,
  groups: ArrayLike<number>,
  groupCount: number,
): GroupStatistics[] {
  const counts = new Uint32Array(groupCount);
  for (let i = 0; i < values.length; i++) counts[groups[i]!]!++;
  const members = Array.from(counts, (count) => new Float64Array(count));
  const next = new Uint32Array(groupCount);
  for (let i = 0; i < values.length; i++) {
    const group = groups[i]!;
    members[group]![next[group]!++] = values[i]!;
  }
  return members.map(statisticsOf);
}

function statisticsOf(values: Float64Array): GroupStatistics {
  const falling = values.sort().reverse();
  const positives = falling.findIndex((value) => value <= 0);
  const positive = positives < 0 ? falling : falling.subarray(0, positives);
  return {
    count: falling.length,
    sum: sumOf(falling),
    positiveSum: sumOf(positive),
    // A Float64Array reads like the array of numbers that the signature asks for.
    median: falling.length === 0 ? null : medianSorted(falling as unknown as readonly number[]),
  };
}
