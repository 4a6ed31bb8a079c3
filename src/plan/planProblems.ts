import type { Plan, SegmentationBy } from "./plan";

/** What a plan of the right form may still get wrong. */
export type PlanProblemKind =
  "cutoffs-out-of-order" | "tiers-not-one-more" | "same-id" | "same-name" | "bad-text" | "bad-date" | "reserved-name";

export interface PlanProblem {
  readonly kind: PlanProblemKind;
  /** Where in the plan, e.g. "segmentations[0].cutoffs". */
  readonly path: string;
  /** What stands there, for the reader. */
  readonly found: string;
}

/** Labels of the rows without a tier, in both languages: no tier may be called so, or its customers could not be told from them. */
export const reservedNames: readonly string[] = ["Not classified", "未分类"];

/** Label of the rows whose cell is blank, by language: no group of values may be called so. */
export const unknownName = { en: "Unknown", zh: "未知" } as const;

/** All that keeps a plan from being run; empty for a sound plan. Fit to be shown while a person still types. */
export function planProblems(plan: Plan): readonly PlanProblem[] {
  const { segmentations } = plan;
  return [
    ...badDate(plan.dataDate),
    ...repeated(segmentations, "segmentations"),
    ...segmentations.flatMap((segmentation, i) => {
      const path = `segmentations[${i}]`;
      const own =
        segmentation.method === "groups" ? groupProblems(segmentation, path) : tierProblems(segmentation, path);
      return [...badText(segmentation.name, `${path}.name`), ...own];
    }),
  ];
}

function tierProblems(segmentation: SegmentationBy<"abc" | "cutoffs">, path: string): PlanProblem[] {
  const { cutoffs, tiers } = segmentation;
  const sign = segmentation.method === "cutoffs" && segmentation.direction === "high-first" ? -1 : 1;
  return [
    ...(cutoffs.every((cutoff, k) => k === 0 || sign * (cutoff - (cutoffs[k - 1] ?? 0)) > 0)
      ? []
      : [problem("cutoffs-out-of-order", `${path}.cutoffs`, cutoffs.join(", "))]),
    ...(tiers.length === cutoffs.length + 1
      ? []
      : [problem("tiers-not-one-more", `${path}.tiers`, `${tiers.length}, ${cutoffs.length}`)]),
    ...repeated(tiers, `${path}.tiers`),
    ...nameProblems(tiers, `${path}.tiers`, reservedNames),
  ];
}

function groupProblems({ groups }: SegmentationBy<"groups">, path: string): PlanProblem[] {
  const items = groups.map(({ value, name }) => ({ id: value, name }));
  return [
    ...groups.flatMap(({ value }, k) =>
      value === value.trim().normalize("NFC") && badText(value, "").length === 0
        ? []
        : [problem("bad-text", `${path}.groups[${k}].value`, JSON.stringify(value))],
    ),
    ...repeated(items, `${path}.groups`),
    ...nameProblems(groups, `${path}.groups`, [...reservedNames, ...Object.values(unknownName)]),
  ];
}

function nameProblems(
  items: readonly { readonly name: string }[],
  path: string,
  reserved: readonly string[],
): PlanProblem[] {
  return items.flatMap(({ name }, k) => [
    ...badText(name, `${path}[${k}].name`),
    ...(reserved.some((kept) => look(kept) === look(name))
      ? [problem("reserved-name", `${path}[${k}].name`, name)]
      : []),
  ]);
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
