import { Failure } from "../../failure";
import { compareAsExcel } from "../statistics/compareAsExcel";

/**
 * Sorts values into bands [lower, upper) by cut-offs: compared as Excel does, a value on a cut-off is in the band above it.
 *
 * Source of the intervals, closed below and open above: ISO 80000-2:2019, 2-7.7. The cut-offs are the user's own.
 *
 * @param values - finite values
 * @param cutoffs - rising
 * @returns band per value in input order, zero being the lowest
 * @throws {Failure} `bad-parameter` if cut-offs are not finite, do not rise, or there are none or more than 254
 * @throws {Failure} `not-a-number` if a value is not finite
 * @example
 * bandByCutoffs([5, 10, 25, 9.99], [10, 20]); // => [0, 1, 2, 0]
 */
export function bandByCutoffs(values: ArrayLike<number>, cutoffs: readonly number[]): Uint8Array {
  const rising = cutoffs.every((cutoff, i) => Number.isFinite(cutoff) && cutoff > (cutoffs[i - 1] ?? -Infinity));
  if (cutoffs.length === 0 || cutoffs.length > 254 || !rising) {
    throw new Failure("bad-parameter", "bandByCutoffs requires 1 to 254 rising cut-offs");
  }
  const bands = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) throw new Failure("not-a-number", "bandByCutoffs requires finite values");
    let band = 0;
    while (band < cutoffs.length && compareAsExcel(value, cutoffs[band]!) >= 0) band++;
    bands[i] = band;
  }
  return bands;
}
