import type { Plan } from "./plan";

/** What a plan of the right form may still get wrong. */
export type PlanProblemKind =
  "cutoffs-not-rising" | "tiers-not-one-more" | "same-id" | "same-name" | "bad-text" | "bad-date" | "reserved-name";

export interface PlanProblem {
  readonly kind: PlanProblemKind;
  /** Where in the plan, e.g. "segmentations[0].cutoffs". */
  readonly path: string;
  /** What stands there, for the reader. */
  readonly found: string;
}

/** Labels of the rows without a tier, in both languages: no tier may be called so, or its customers could not be told from them. */
export const reservedNames: readonly string[] = ["Not classified", "未分类"];

/** All that keeps a plan from being run; empty for a sound plan. Fit to be shown while a person still types. */
export function planProblems(plan: Plan): readonly PlanProblem[] {
  const { segmentations } = plan;
  return [
    ...badDate(plan.dataDate),
    ...repeated(segmentations, "segmentations"),
    ...segmentations.flatMap(({ name, cutoffs, tiers }, i) => {
      const path = `segmentations[${i}]`;
      return [
        ...badText(name, `${path}.name`),
        ...(cutoffs.every((cutoff, k) => k === 0 || cutoff > (cutoffs[k - 1] ?? 0))
          ? []
          : [problem("cutoffs-not-rising", `${path}.cutoffs`, cutoffs.join(", "))]),
        ...(tiers.length === cutoffs.length + 1
          ? []
          : [problem("tiers-not-one-more", `${path}.tiers`, `${tiers.length}, ${cutoffs.length}`)]),
        ...repeated(tiers, `${path}.tiers`),
        ...tiers.flatMap((tier, k) => [
          ...badText(tier.name, `${path}.tiers[${k}].name`),
          ...(reservedNames.some((name) => look(name) === look(tier.name))
            ? [problem("reserved-name", `${path}.tiers[${k}].name`, tier.name)]
            : []),
        ]),
      ];
    }),
  ];
}

function problem(kind: PlanProblemKind, path: string, found: string): PlanProblem {
  return { kind, path, found };
}

/** What a reader, and Excel's criteria, see of a name. */
function look(name: string): string {
  return name.normalize("NFKC").trim().toLowerCase();
}

/** Ids must differ, and names must differ for a reader and for Excel, which knows no case in a criterion. */
function repeated(items: readonly { readonly id: string; readonly name: string }[], path: string): PlanProblem[] {
  return items.flatMap(({ id, name }, i) => {
    const earlier = items.slice(0, i);
    if (earlier.some((other) => other.id === id)) return [problem("same-id", `${path}[${i}].id`, id)];
    if (earlier.some((other) => look(other.name) === look(name))) {
      return [problem("same-name", `${path}[${i}].name`, name)];
    }
    return [];
  });
}

/** Blank, with control characters or half a character: no workbook could keep such a name as it is. */
function badText(text: string, path: string): PlanProblem[] {
  const unfit = text.trim() === "" || /[\p{Control}\p{Surrogate}\uFFFE\uFFFF]/u.test(text);
  return unfit ? [problem("bad-text", path, JSON.stringify(text))] : [];
}

function badDate(date: string | null): PlanProblem[] {
  const time = Date.parse(`${date}T00:00:00Z`);
  const real = date === null || (!Number.isNaN(time) && new Date(time).toISOString().startsWith(date));
  return real ? [] : [problem("bad-date", "dataDate", date)];
}
