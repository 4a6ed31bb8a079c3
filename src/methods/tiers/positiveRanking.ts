import { Failure } from "../../failure";
import { cumulativeSums } from "../statistics/cumulativeSums";

/** The positive values from the largest down, with their running sums. */
export interface PositiveRanking {
  readonly values: Float64Array;
  /** Per rank what the customers up to and including it hold. */
  readonly held: Float64Array;
  readonly total: number;
}

/**
 * Ranks the positive values. Sorting comes before summing, so no sum depends on the order of the rows.
 *
 * @param method - who asks, for the message
 * @throws {Failure} `not-a-number` if a value, or the total, is not finite
 * @throws {Failure} `no-positive-value` if no value is above zero
 */
export function positiveRanking(method: string, values: ArrayLike<number>): PositiveRanking {
  const positive = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN;
    if (!Number.isFinite(value)) throw new Failure("not-a-number", `${method} requires finite values`);
    if (value > 0) positive[count++] = value;
  }
  if (count === 0) throw new Failure("no-positive-value", `${method} requires at least one positive value`);

  const ranked = positive.subarray(0, count).sort().reverse();
  const held = cumulativeSums(ranked);
  const total = held[count - 1]!;
  if (!Number.isFinite(total)) throw new Failure("not-a-number", `${method} requires a finite total`);
  return { values: ranked, held, total };
}
