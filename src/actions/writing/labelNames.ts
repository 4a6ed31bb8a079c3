import type { Plan } from "../../plan/plan";
import { measuresBeside } from "../../plan/usedColumns";
import { type WrittenMeasure } from "../../segmentations/shared/planKind";
import { sheetWords } from "../../text/sheetWords";
import type { TableFacts } from "../../workbook/tableFacts";
import type { Journal, Own } from "./journal";
import { freeName } from "./freeName";

/** A column of a run: the labels of a segmentation, or a measure beside them. */
export type RunLabel = Journal["labels"][number];

/** What tells one column of a table's from another of ours, however it is called. */
export interface Shown {
  readonly segmentation: string;
  readonly measure?: WrittenMeasure | undefined;
}

/** True if two columns show the same of the same segmentation. */
export function showsSame(a: Shown, b: Shown): boolean {
  return a.segmentation === b.segmentation && a.measure === b.measure;
}

/**
 * The columns of a plan, the labels of each segmentation before its measures: those of ours, found by id and name, and
 * new ones. A column of the user's own that has the wanted name keeps it, and ours gets a number. One of ours whose
 * segmentation is gone is taken over by another segmentation of its name.
 */
export function labelColumns(plan: Plan, facts: TableFacts, own: Own): readonly RunLabel[] {
  const standing = own.labels
    .filter(({ table }) => table === facts.id || table === facts.name)
    .filter(({ id, name }) => facts.columns.some((column) => column.id === id && column.name === name));
  const planned = new Set(plan.segmentations.map(({ id }) => id));
  const retired = standing.filter(({ segmentation }) => !planned.has(segmentation));
  const wanted = wantedColumns(plan);
  const found = wanted.map(
    (column) =>
      standing.find((each) => showsSame(each, column)) ??
      retired.find((each) => each.measure === column.measure && sameName(each.name, column.name)) ??
      null,
  );
  const kept = new Set(found.flatMap((column) => column?.id ?? []));
  const taken = new Set(facts.columns.filter(({ id }) => !kept.has(id)).map(({ name }) => name.toLowerCase()));
  return wanted.map(({ name, ...shown }, i) => {
    const free = freeName(name, taken);
    taken.add(free.toLowerCase());
    const before = found[i];
    if (!before) return { ...shown, name: free, before: null };
    const label = { ...shown, name: free, before: { id: before.id, name: before.name } };
    return before.segmentation === shown.segmentation ? label : { ...label, formerly: before.segmentation };
  });
}

/** The columns of a plan by the names that they get where nobody has them. */
export function wantedColumns({ segmentations, sheetLanguage }: Plan): readonly (Shown & { readonly name: string })[] {
  const { headers } = sheetWords(sheetLanguage).orders;
  return segmentations.flatMap((segmentation) => [
    { segmentation: segmentation.id, name: segmentation.name },
    ...measuresBeside(segmentation).map((measure) => {
      const name = measure === "amount" ? segmentation.valueColumn : headers[measure];
      return { segmentation: segmentation.id, measure, name };
    }),
  ]);
}

/** The plan with the names under which amounts that a run found in orders are written, as reports refer to them. */
export function withWrittenNames(plan: Plan, labels: readonly RunLabel[]): Plan {
  return {
    ...plan,
    segmentations: plan.segmentations.map((segmentation) => {
      const amount = labels.find((label) => showsSame(label, { segmentation: segmentation.id, measure: "amount" }));
      return amount ? { ...segmentation, valueColumn: amount.name } : segmentation;
    }),
  };
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
