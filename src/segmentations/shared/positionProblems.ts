import type { Kept } from "./parts";
import { badText, nameProblems, problem, repeated, type PlanProblem } from "./problem";
import { reservedNames, unknownName } from "./reservedNames";

/** Cut-offs that do not fall, or rise, all the way. */
export function cutoffProblems(cutoffs: readonly number[], falling: boolean, path: string): PlanProblem[] {
  const sign = falling ? -1 : 1;
  return cutoffs.every((cutoff, k) => k === 0 || sign * (cutoff - (cutoffs[k - 1] ?? 0)) > 0)
    ? []
    : [problem("cutoffs-out-of-order", path, cutoffs.join(", "))];
}

/** Limits of an earlier run that do not fit the tiers: too many or few, or not in their order. Equal ones are sound. */
export function keptProblems({ kept, cutoffs, direction }: KeptTiers, path: string): PlanProblem[] {
  if (kept === undefined) return [];
  const { limits } = kept;
  const sign = direction === "low-first" ? 1 : -1;
  const inOrder = limits.every((limit, k) => sign * (limit - (limits[k - 1] ?? limit)) >= 0);
  return [
    ...(inOrder ? [] : [problem("cutoffs-out-of-order", `${path}.limits`, limits.join(", "))]),
    ...(limits.length === cutoffs.length
      ? []
      : [problem("tiers-not-one-more", `${path}.limits`, `${limits.length}, ${cutoffs.length}`)]),
  ];
}

/** Tiers by shares, whose limits may be kept; without a direction the highest come first. */
interface KeptTiers {
  readonly kept?: Kept | undefined;
  readonly cutoffs: readonly number[];
  readonly direction?: "high-first" | "low-first";
}

/** Values that no cell could hold as they are written, that stand twice, or whose names are taken. */
export function valueProblems(
  values: readonly { readonly value: string; readonly name: string }[],
  path: string,
): PlanProblem[] {
  return [
    ...values.flatMap(({ value }, k) =>
      value === value.trim().normalize("NFC") && badText(value, "").length === 0
        ? []
        : [problem("bad-text", `${path}[${k}].value`, JSON.stringify(value))],
    ),
    ...repeated(
      values.map(({ value, name }) => ({ id: value, name })),
      path,
    ),
    ...nameProblems(values, path, [...reservedNames, ...Object.values(unknownName)]),
  ];
}
