import type { Plan } from "../plan/plan";
import type { Segmentation } from "../segmentations/plans";
import { rfmMeasures } from "../segmentations/rfm/plan";
import { listText } from "../plan/valueList";
import type { SettingName } from "./settings";

/** Id of the table that states what a plan goes by beside its tables; no segmentation has such an id. */
export const factsId = "*facts";

/** The columns of that table. */
export const factsFields = ["id", "about", "setting", "says"] as const;

/** The segmentation of what holds for all of them. */
export const ofAll = "*";

/** One thing that a plan goes by and no table of the Policy sheet says. */
export interface PlanFact {
  /** Id of the segmentation, or `ofAll`. */
  readonly of: string;
  readonly setting: SettingName;
  /** Which of several: a role, a column, a measure, the number of an axis, the id of a segment; "" where there is one. */
  readonly which: string;
  /** What is stated: a name, a number, or the token of a word. */
  readonly says: string | number;
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

type Says = string | number | null | undefined;

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
      ...segmentationFacts(segmentation),
      ...written
        .filter((column) => column.segmentation === segmentation.id)
        .flatMap(({ measure = "", name }) => factsOf(segmentation.id)("labels", name, measure)),
    ]),
  ];
}

function factsOf(of: string): (setting: SettingName, says: Says, which?: string) => readonly PlanFact[] {
  return (setting, says, which = "") => (says === null || says === undefined ? [] : [{ of, setting, which, says }]);
}

function segmentationFacts(segmentation: Segmentation): readonly PlanFact[] {
  const fact = factsOf(segmentation.id);
  switch (segmentation.method) {
    case "abc":
      return keptFacts(segmentation.id, segmentation.kept);
    case "quantiles":
      return [
        ...fact("column", segmentation.column),
        ...fact("direction", segmentation.direction),
        ...keptFacts(segmentation.id, segmentation.kept),
      ];
    case "cutoffs":
      return [...fact("column", segmentation.column), ...fact("direction", segmentation.direction)];
    case "groups":
      return fact("column", segmentation.column);
    case "matrix":
      return segmentation.axes.flatMap((axis, k) => [
        ...fact("axisKind", axis.kind, String(k + 1)),
        ...fact("axisColumn", axis.column, String(k + 1)),
        ...fact("axisDirection", axis.kind === "bands" ? axis.direction : null, String(k + 1)),
      ]);
    case "rules":
      return segmentation.segments.flatMap(({ id, name }) => fact("segment", name, id));
    case "rfm":
      return rfmFacts(segmentation);
    default:
      return segmentation satisfies never;
  }
}

type Rfm = Extract<Segmentation, { method: "rfm" }>;

function rfmFacts({ id, source, scoring }: Rfm): readonly PlanFact[] {
  const fact = factsOf(id);
  return [
    ...fact("source", source.kind),
    ...(source.kind === "columns"
      ? [
          ...fact("recency", source.recency.column),
          ...fact("recencyAs", source.recency.as),
          ...fact("frequency", source.frequencyColumn),
          ...fact("monetary", source.monetaryColumn),
        ]
      : [
          ...fact("orderTable", source.table.name),
          ...fact("orderCustomer", source.customerColumn),
          ...fact("orderDate", source.dateColumn),
          ...fact("orderAmount", source.amountColumn),
          ...fact("orderQuantity", source.quantityColumn),
          ...fact("orderId", source.orderColumn),
          ...fact("mergeDays", source.mergeDays ? "yes" : "no"),
          ...fact("window", source.windowMonths),
          ...source.leaveOut.flatMap(({ column, values, prefixes, range }) => [
            ...fact("leaveOut", values && listText(values), column),
            ...fact("leaveOutPrefix", prefixes && listText(prefixes), column),
            ...fact("leaveOutRange", range && rangeText(range), column),
          ]),
          ...fact("spent", source.monetary),
        ]),
    ...rfmMeasures.flatMap((measure) => {
      const scored = scoring[measure];
      return [
        ...fact("scoredBy", scored.by, measure),
        ...(scored.by === "limits" ? [] : keptFacts(id, scored.kept, measure)),
      ];
    }),
  ];
}

/** A range of numbers as "10 .. 20", with nothing for an open end. */
export function rangeText({ from, below }: { readonly from: number | null; readonly below: number | null }): string {
  return `${from ?? ""} .. ${below ?? ""}`;
}

function keptFacts(
  id: string,
  kept: { readonly limits: readonly number[]; readonly dataDate: string | null } | undefined,
  which = "",
): readonly PlanFact[] {
  const fact = factsOf(id);
  if (!kept) return [];
  return [...fact("kept", kept.limits.join("; "), which), ...fact("keptDate", kept.dataDate, which)];
}
