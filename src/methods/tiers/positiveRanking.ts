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
  const ranked = new Float64Array(values);
  for (const value of ranked) {
    if (!Number.isFinite(value)) throw new Failure("not-a-number", `${method} requires finite values`);
  }
  ranked.sort().reverse();
  const others = ranked.findIndex((value) => value <= 0);
  const positive = others < 0 ? ranked : ranked.subarray(0, others);
  if (positive.length === 0) throw new Failure("no-positive-value", `${method} requires at least one positive value`);

  const held = cumulativeSums(positive);
  const total = held[held.length - 1]!;
  if (!Number.isFinite(total)) throw new Failure("not-a-number", `${method} requires a finite total`);
  return { values: positive, held, total };
}
