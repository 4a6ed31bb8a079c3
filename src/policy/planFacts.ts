import type { Plan } from "../plan/plan";
import { policyKind } from "../segmentations/policies";
import { fact as stated, type Stated } from "../segmentations/shared/policy/policyKind";

/** Id of the table that states what a plan goes by beside its tables; no segmentation has such an id. */
export const factsId = "*facts";

/** The columns of that table. */
export const factsFields = ["id", "about", "setting", "says"] as const;

/** The segmentation of what holds for all of them. */
export const ofAll = "*";

/** One thing that a plan goes by and no table of the Policy sheet says: of a segmentation by its id, or of all. */
export interface PlanFact extends Stated {
  readonly of: string;
}

/** The id of a fact in the hidden column, behind that of its table. */
export function factId({ of, setting, which }: Pick<PlanFact, "of" | "setting" | "which">): string {
  return `${of}/${setting}${which === "" ? "" : `/${which}`}`;
}

/** A column that a run writes: the labels of a segmentation, or a measure beside them. */
export interface WrittenColumn {
  readonly segmentation: string;
  readonly measure?: string | undefined;
  readonly name: string;
}

/**
 * All that a plan goes by and no table of the Policy sheet says. With these tables it makes the plan again.
 *
 * @param written - the columns that the run writes; empty where that is not known
 */
export function planFacts(plan: Plan, written: readonly WrittenColumn[]): readonly PlanFact[] {
  const { rows, reading } = plan;
  const fact = factsOf(ofAll);
  return [
    ...fact("table", plan.table.name),
    ...fact("key", plan.keyColumn),
    ...fact("dataDate", plan.dataDate),
    ...fact("unit", plan.unit),
    ...fact("template", plan.template),
    ...fact("language", plan.sheetLanguage),
    ...Object.entries(plan.roles).flatMap(([role, column]) => fact("role", column, role)),
    ...fact("perCustomer", rows.perCustomer),
    ...rows.combine.flatMap(({ column, by }) => fact("combine", by, column)),
    ...fact("rowDate", rows.dateColumn),
    ...fact("rowGroup", rows.groupColumn),
    ...fact("numbers", reading.numbers),
    ...fact("dates", reading.dates),
    ...fact("hiddenRows", reading.hiddenRows),
    ...fact("subtotals", reading.subtotals),
    ...plan.segmentations.flatMap((segmentation) => [
      ...factsOf(segmentation.id)("method", segmentation.method),
      ...factsOf(segmentation.id)("valueColumn", segmentation.valueColumn),
      ...policyKind(segmentation)
        .facts(segmentation)
        .map((stated) => ({ of: segmentation.id, ...stated })),
      ...written
        .filter((column) => column.segmentation === segmentation.id)
        .flatMap(({ measure = "", name }) => factsOf(segmentation.id)("labels", name, measure)),
    ]),
  ];
}

function factsOf(of: string): (...fact: Parameters<typeof stated>) => readonly PlanFact[] {
  return (...fact) => stated(...fact).map((one) => ({ of, ...one }));
}
