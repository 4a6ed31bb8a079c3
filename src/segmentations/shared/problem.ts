import { folded } from "./folded";

/** What a plan of the right form may still get wrong. */
export type PlanProblemKind =
  | "cutoffs-out-of-order"
  | "tiers-not-one-more"
  | "same-id"
  | "same-name"
  | "bad-text"
  | "bad-date"
  | "reserved-name"
  | "no-axis"
  | "same-column"
  | "unknown-position"
  | "unknown-class"
  | "same-cell"
  | "no-cell-mapped"
  | "plan-too-long"
  | "latest-without-date"
  | "worst-without-scale"
  | "group-is-key"
  | "combined-twice"
  | "unknown-segment"
  | "scores-out-of-order"
  | "score-beyond"
  | "no-rule"
  | "bad-test";

export interface PlanProblem {
  readonly kind: PlanProblemKind;
  /** Where in the plan, e.g. "segmentations[0].cutoffs". */
  readonly path: string;
  /** What stands there, for the reader. */
  readonly found: string;
}

/** Names that no workbook could keep, and names that are taken by something else. */
export function nameProblems(
  items: readonly { readonly name: string }[],
  path: string,
  reserved: readonly string[],
): PlanProblem[] {
  return items.flatMap(({ name }, k) => [
    ...badText(name, `${path}[${k}].name`),
    ...(reserved.some((kept) => folded(kept) === folded(name))
      ? [problem("reserved-name", `${path}[${k}].name`, name)]
      : []),
  ]);
}

/** A problem as the others write it. */
export function problem(kind: PlanProblemKind, path: string, found: string): PlanProblem {
  return { kind, path, found };
}

/** Ids must differ, and names must differ for a reader and for Excel, which knows no case in a criterion. */
export function repeated(
  items: readonly { readonly id: string; readonly name: string }[],
  path: string,
): PlanProblem[] {
  return items.flatMap(({ id, name }, i) => {
    const earlier = items.slice(0, i);
    if (earlier.some((other) => other.id === id)) return [problem("same-id", `${path}[${i}].id`, id)];
    if (earlier.some((other) => folded(other.name) === folded(name))) {
      return [problem("same-name", `${path}[${i}].name`, name)];
    }
    return [];
  });
}

/** Blank, with control characters or half a character: no workbook could keep such a name as it is. */
export function badText(text: string, path: string): PlanProblem[] {
  const unfit = text.trim() === "" || /[\p{Control}\p{Surrogate}\uFFFE\uFFFF]/u.test(text);
  return unfit ? [problem("bad-text", path, JSON.stringify(text))] : [];
}
