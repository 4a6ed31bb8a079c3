import { cumulativeSums } from "./cumulativeSums";

/**
 * The sum of values that are sorted already: compensated, and thus the same for every order of the rows.
 *
 * @param sorted - rising or falling, but always the same way for sums that are compared
 * @example
 * sumOf([0.1, 0.2, 0.3]); // => 0.6
 */
export function sumOf(sorted: ArrayLike<number>): number {
  return cumulativeSums(sorted)[sorted.length - 1] ?? 0;
}
