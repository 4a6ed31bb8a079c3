import type { Plan } from "../../plan/plan";
import type { TableFacts } from "../../workbook/tableFacts";
import type { Journal, Own } from "./journal";

/** A label column of a run, with the segmentation it shows. */
export type RunLabel = Journal["labels"][number];

/**
 * The label columns of a plan: those of ours, found by id and name, and new ones. A column of the user's own that has
 * the wanted name keeps it, and ours gets a number. One of ours whose segmentation is gone is taken over by another
 * segmentation of its name.
 */
export function labelColumns(plan: Plan, facts: TableFacts, own: Own): readonly RunLabel[] {
  const standing = own.labels
    .filter(({ table }) => table === facts.id || table === facts.name)
    .filter(({ id, name }) => facts.columns.some((column) => column.id === id && column.name === name));
  const planned = new Set(plan.segmentations.map(({ id }) => id));
  const retired = standing.filter(({ segmentation }) => !planned.has(segmentation));
  const ours = new Map(
    plan.segmentations.flatMap((wanted) => {
      const column =
        standing.find(({ segmentation }) => segmentation === wanted.id) ??
        retired.find(({ name }) => name.toLowerCase() === wanted.name.toLowerCase());
      return column ? [[wanted.id, column] as const] : [];
    }),
  );
  const kept = new Set(plan.segmentations.flatMap(({ id }) => ours.get(id)?.id ?? []));
  const taken = new Set(facts.columns.filter(({ id }) => !kept.has(id)).map(({ name }) => name.toLowerCase()));
  return plan.segmentations.map(({ id, name }) => {
    const free = freeName(name, taken);
    taken.add(free.toLowerCase());
    const before = ours.get(id);
    if (!before) return { segmentation: id, name: free, before: null };
    const label = { segmentation: id, name: free, before: { id: before.id, name: before.name } };
    return before.segmentation === id ? label : { ...label, formerly: before.segmentation };
  });
}

/** "ABC", or "ABC (2)" where that name is taken. Excel does not tell column names apart by case. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted.toLowerCase())) return wanted;
  for (let number = 2; ; number++) {
    const name = `${wanted} (${number})`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
