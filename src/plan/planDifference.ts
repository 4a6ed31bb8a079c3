import type { Plan } from "./plan";
import type { Segmentation } from "../segmentations/plans";

/** One thing of which two plans say different things. */
export interface PlanChange {
  /** Name of the segmentation; null for what holds for all of them. */
  readonly segmentation: string | null;
  /** "added" or "removed" for a segmentation as a whole, else the name of what it is. */
  readonly what: string;
  /** What either says, where that is short enough to be read; null where it is not. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Longer contents are named, not shown. */
const longestShown = 60;

/** What of a plan is no setting of a person's. */
const aside = new Set(["version", "segmentations", "table"]);

/** Methods whose cut-offs are shares of a whole, which people type as per cent. */
const sharedMethods = new Set<unknown>(["abc", "quantiles"]);

/** What differs between two plans, in their order; empty where both say the same. */
export function planDifference(before: Plan, after: Plan): readonly PlanChange[] {
  const order = (plan: Plan): string => plan.segmentations.map(({ id }) => id).join("\n");
  const kept = (plan: Plan, other: Plan): string =>
    plan.segmentations.flatMap(({ id }) => (has(other, id) ? [id] : [])).join("\n");
  return [
    ...(before.table.name === after.table.name ? [] : [changed(null, "table", before.table.name, after.table.name)]),
    ...fields(before, after, null),
    ...before.segmentations.flatMap((one) => (has(after, one.id) ? [] : [changed(one.name, "removed", null, null)])),
    ...after.segmentations.flatMap((one) => {
      const former = before.segmentations.find(({ id }) => id === one.id);
      if (!former) return [changed(one.name, "added", null, null)];
      if (former.method !== one.method) return [changed(one.name, "method", former.method, one.method)];
      return fields(former, one, one.name);
    }),
    ...(order(before) !== order(after) && kept(before, after) !== kept(after, before)
      ? [changed(null, "order", null, null)]
      : []),
  ];
}

function has(plan: Plan, id: string): boolean {
  return plan.segmentations.some((one) => one.id === id);
}

function fields(
  before: Plan | Segmentation,
  after: Plan | Segmentation,
  segmentation: string | null,
): readonly PlanChange[] {
  const [former, present] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const names = [...new Set([...former.keys(), ...present.keys()])].filter((name) => !aside.has(name));
  return names.flatMap((name) => {
    const [one, other] = [former.get(name) as unknown, present.get(name) as unknown];
    if (JSON.stringify(one) === JSON.stringify(other)) return [];
    const asShares = name === "cutoffs" && sharedMethods.has(former.get("method"));
    return [
      asShares ? changed(segmentation, name, percents(one), percents(other)) : changed(segmentation, name, one, other),
    ];
  });
}

function changed(segmentation: string | null, what: string, before: unknown, after: unknown): PlanChange {
  const texts = [shown(before), shown(after)] as const;
  return texts.includes(null)
    ? { segmentation, what, before: null, after: null }
    : { segmentation, what, before: texts[0], after: texts[1] };
}

function percents(shares: unknown): unknown {
  // The product of a share and 100 may carry a last digit that nobody typed.
  return Array.isArray(shares) ? shares.map((share) => `${Number((Number(share) * 100).toPrecision(12))}%`) : shares;
}

/** Plain contents and short lists of them, as text; "" for nothing. */
function shown(value: unknown): string | null {
  if (value === null || value === undefined) return "";
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (parts.some((part) => typeof part !== "string" && typeof part !== "number")) return namesOf(parts);
  const text = parts.map(String).join(", ");
  return text.length <= longestShown ? text : null;
}

/** Things that have names are told by them, as long as these differ. */
function namesOf(parts: readonly unknown[]): string | null {
  const names = parts.map((part) => (part as { readonly name?: unknown } | null)?.name);
  if (names.some((name) => typeof name !== "string")) return null;
  const text = names.map(String).join(", ");
  return text.length <= longestShown ? text : null;
}
