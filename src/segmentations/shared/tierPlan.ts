import * as z from "zod/mini";
import { Share, Tier, type Kept } from "./parts";
import type { LimitsKind } from "./planKind";
import { cutoffProblems, keptProblems } from "./positionProblems";
import { nameProblems, problem, repeated, type PlanProblem } from "./problem";
import { reservedNames } from "./reservedNames";

/** Rising cumulative shares; one fewer than tiers. */
export const TierShares = z.array(Share).check(z.minLength(1), z.maxLength(9));
/** Where the bands of a column meet; one fewer than bands. */
export const BandLimits = z.array(z.number()).check(z.minLength(1), z.maxLength(9));
/** Tiers, bands or classes in their order. */
export const Tiers = z.array(Tier).check(z.minLength(2), z.maxLength(10));
/** Which end of a column comes first. */
export const Direction = z.enum(["high-first", "low-first"]);

interface KeptTiers {
  readonly cutoffs: readonly number[];
  readonly kept?: Kept | undefined;
}

interface Cut extends KeptTiers {
  readonly tiers: readonly { readonly id: string; readonly name: string }[];
  readonly direction?: "high-first" | "low-first";
}

/** Cut-offs out of order, too many or too few tiers, kept limits that do not fit, ids and names that do not serve. */
export function tierProblems(cut: Cut, falling: boolean, path: string): PlanProblem[] {
  const { cutoffs, tiers } = cut;
  return [
    ...cutoffProblems(cutoffs, falling, `${path}.cutoffs`),
    ...(tiers.length === cutoffs.length + 1
      ? []
      : [problem("tiers-not-one-more", `${path}.tiers`, `${tiers.length}, ${cutoffs.length}`)]),
    ...keptProblems(cut, `${path}.kept`),
    ...repeated(tiers, `${path}.tiers`),
    ...nameProblems(tiers, `${path}.tiers`, reservedNames),
  ];
}

/** Tiers by shares find one list of limits, as many as there are shares. */
export function shareLimits<S extends KeptTiers>(): LimitsKind<S> {
  return {
    found: () => true,
    keep: (segmentation, limits) => {
      const { kept: former, ...rest } = segmentation;
      const kept = limits("value", segmentation.cutoffs.length, former);
      return (kept ? { ...rest, kept } : rest) as S;
    },
  };
}
