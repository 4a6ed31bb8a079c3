import { Failure } from "../../failure";
import { compareAsExcel } from "../statistics/compareAsExcel";
import { positiveRanking } from "./positiveRanking";

/**
 * How far, relative to a cut-off, a share may fall short of it and still count as having reached it.
 *
 * Decimal amounts are not exact in binary: 80 of 100 summed from tenths may come out a hair under 0.8.
 */
export const shareTolerance = 1e-12;

/**
 * The amounts at which tiers by cumulative share meet: per cut-off the smallest value that still belongs above it. They
 * are all that a customer's tier depends on, and so they can be kept and used again on other data.
 *
 * Source: as `tierByShare`. Runs in O(n log n); values are sorted before they are summed.
 *
 * @param values - value per customer, in one currency and one period
 * @param cutoffs - rising cumulative shares, as fractions of one
 * @returns an amount per cut-off, falling or level, all above zero
 * @throws {Failure} as `tierByShare`
 * @example
 * shareLimits([50, 5, 30, 15], [0.8, 0.95]); // => [30, 15]
 */
export function shareLimits(values: ArrayLike<number>, cutoffs: readonly number[]): number[] {
  requireCutoffs(cutoffs);
  const { values: ranked, held, total } = positiveRanking("tierByShare", values);
  const limits: number[] = [];
  for (let i = 1; i < ranked.length && limits.length < cutoffs.length; i++) {
    const tiedWithPrevious = compareAsExcel(ranked[i]!, ranked[i - 1]!) === 0;
    if (tiedWithPrevious) continue;
    const shareAbove = held[i - 1]! / total;
    while (limits.length < cutoffs.length && shareAbove >= cutoffs[limits.length]! * (1 - shareTolerance)) {
      limits.push(ranked[i - 1]!);
    }
  }
  // Cut-offs that nobody lies below: every positive value belongs above them.
  while (limits.length < cutoffs.length) limits.push(ranked[ranked.length - 1]!);
  return limits;
}

function requireCutoffs(cutoffs: readonly number[]): void {
  const rising = cutoffs.every((cutoff, i) => cutoff > (cutoffs[i - 1] ?? 0) && cutoff < 1);
  if (cutoffs.length === 0 || cutoffs.length > 254 || !rising) {
    throw new Failure("bad-parameter", "tierByShare requires 1 to 254 cut-offs that rise within (0, 1)");
  }
}
