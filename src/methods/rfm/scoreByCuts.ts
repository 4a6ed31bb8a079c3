import { Failure } from "../../failure";
import { compareAsExcel } from "../statistics/compareAsExcel";

/** Which values score high, and which side of a cut a value on it is on. */
export interface Scoring {
  readonly best: "high" | "low";
  readonly onCut: "below" | "above";
}

/**
 * Scores values by cuts, from 1 to one more than there are cuts. Compared as Excel does. Equal values score the same, always: a score that two
 * equal cuts enclose is given to nobody.
 *
 * Source: A. M. Hughes, "Strategic Database Marketing", 1994, for scores from 1 to 5, the highest the best; his are
 * fifths of the customers in order, which tell equal customers apart.
 *
 * @param values - finite values
 * @param cuts - rising or level
 * @returns score per value in input order
 * @throws {Failure} `bad-parameter` if cuts are not finite or fall, or there are none or more than 254
 * @throws {Failure} `not-a-number` if a value is not finite
 * @example
 * scoreByCuts([1, 2, 3], [1, 1, 1.4, 2.2], { best: "high", onCut: "below" }); // => [1, 4, 5]
 */
export function scoreByCuts(values: ArrayLike<number>, cuts: readonly number[], { best, onCut }: Scoring): Uint8Array {
  const rising = cuts.every((cut, i) => Number.isFinite(cut) && cut >= (cuts[i - 1] ?? -Infinity));
  if (cuts.length === 0 || cuts.length > 254 || !rising) {
    throw new Failure("bad-parameter", "scoreByCuts requires 1 to 254 cuts that do not fall");
  }
  const scores = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) throw new Failure("not-a-number", "scoreByCuts requires finite values");
    let passed = 0;
    if (onCut === "below") while (passed < cuts.length && compareAsExcel(value, cuts[passed]!) > 0) passed++;
    else while (passed < cuts.length && compareAsExcel(value, cuts[passed]!) >= 0) passed++;
    scores[i] = best === "high" ? 1 + passed : cuts.length + 1 - passed;
  }
  return scores;
}
