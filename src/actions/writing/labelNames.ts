import type { Plan } from "../../plan/plan";
import type { TableFacts } from "../../workbook/tableFacts";
import type { Journal, Own } from "./journal";

/** A label column of a run, with the segmentation it shows. */
export type RunLabel = Journal["labels"][number];

/**
 * The label columns of a plan: those of ours, found by id and name, and new ones. A column of the user's own that has
 * the wanted name keeps it, and ours gets a number.
 */
export function labelColumns(plan: Plan, facts: TableFacts, own: Own): readonly RunLabel[] {
  const ours = new Map(
    own.labels
      .filter(({ table }) => table === facts.id || table === facts.name)
      .filter(({ id, name }) => facts.columns.some((column) => column.id === id && column.name === name))
      .map(({ segmentation, id, name }) => [segmentation, { id, name }]),
  );
  const kept = new Set(plan.segmentations.flatMap(({ id }) => ours.get(id)?.id ?? []));
  const taken = new Set(facts.columns.filter(({ id }) => !kept.has(id)).map(({ name }) => name.toLowerCase()));
  return plan.segmentations.map(({ id, name }) => {
    const free = freeName(name, taken);
    taken.add(free.toLowerCase());
    return { segmentation: id, name: free, before: ours.get(id) ?? null };
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
