import type { FoundTable } from "../../actions/findTables";
import type { TableInspection } from "../../actions/inspectTable";
import type { Plan } from "../../plan/plan";
import { newNames } from "../../text/newNames";
import { startingTiers } from "../data/editSettings";
import { newMatrix } from "./matrix/newMatrix";
import { freeName, newSegmentation } from "./newSegmentation";
import { newRules } from "./rules/newRules";
import type { PlanForm, SegmentationForm } from "./planForm";
import { newRfm } from "./rfm/newRfm";

/** What a person may want to know; each question is answered by a segmentation. */
export type Question =
  "exposure" | "earnings" | "worth" | "quantiles" | "cutoffs" | "groups" | "matrix" | "rfm" | "rules";

/** The questions of lenders and of retailers, those of their own first. */
export const questionsOf: Readonly<Record<Plan["template"], readonly Question[]>> = {
  lending: ["exposure", "earnings", "matrix", "cutoffs", "quantiles", "groups", "rfm", "rules"],
  retail: ["worth", "rfm", "quantiles", "cutoffs", "groups", "matrix", "rules"],
};

/**
 * The segmentation that answers a question, to start from; null where the table has no column for it.
 *
 * @param tables - all of the workbook, one of which may hold orders
 */
export function answerTo(
  question: Question,
  form: PlanForm,
  inspection: TableInspection,
  ours: readonly string[],
  tables: readonly FoundTable[],
): SegmentationForm | null {
  const { exposure, earnings } = newNames(form.sheetLanguage);
  const there = (column: string | undefined): string | null =>
    inspection.columns.some(({ name }) => name === column) ? (column ?? null) : null;
  const { outstanding, limit, margin } = form.settings.roles;
  switch (question) {
    case "exposure": {
      const column = there(outstanding) ?? there(limit) ?? inspection.valueCandidates[0] ?? null;
      return valueTiers(form, inspection, ours, column, exposure);
    }
    case "earnings":
      return valueTiers(form, inspection, ours, there(margin), earnings);
    case "worth":
      return valueTiers(form, inspection, ours, inspection.valueCandidates[0] ?? null, null);
    case "matrix":
      return newMatrix(form, inspection, ours);
    case "quantiles":
    case "cutoffs":
    case "groups":
      return newSegmentation(question, form, inspection, ours);
    case "rfm":
      return newRfm(form, inspection, tables);
    case "rules":
      return newRules(form, inspection);
    default:
      return question satisfies never;
  }
}

/** Value tiers by a column, with the names of the template's tiers. */
function valueTiers(
  form: PlanForm,
  inspection: TableInspection,
  ours: readonly string[],
  valueColumn: string | null,
  name: string | null,
): SegmentationForm | null {
  const added = newSegmentation("abc", form, inspection, ours);
  if (added === null || valueColumn === null) return null;
  const names = startingTiers(form, form.settings.template);
  return {
    ...added,
    valueColumn,
    name: name === null ? added.name : freeName(name, form),
    tiers: added.tiers.map((tier, i) => ({ ...tier, name: names[i] ?? tier.name })),
  };
}
