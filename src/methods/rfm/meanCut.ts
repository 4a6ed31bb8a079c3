import { Failure } from "../../failure";
import { sumOf } from "../statistics/sumOf";

/**
 * The one value that cuts numbers into high and low: their mean, free of their order.
 *
 * Source of high and low against the mean of all customers: S. H. Ha and S. C. Park, "Application of data mining tools to
 * hotel data mart on the Intranet for database marketing", Expert Systems with Applications 15(1), 1998, pp. 1-31.
 *
 * @param values - finite values, in any order
 * @returns the mean, as the only cut
 * @throws {Failure} `not-a-number` if the mean is not finite, or there is no value
 * @example
 * meanCut([4, 1, 1]); // => [2]
 */
export function meanCut(values: ArrayLike<number>): number[] {
  const mean = sumOf(Float64Array.from(values).sort()) / values.length;
  if (!Number.isFinite(mean)) throw new Failure("not-a-number", "meanCut requires finite values");
  return [mean];
}
