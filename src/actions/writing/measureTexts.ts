import { textMarks } from "../../engine/keptMeasures";
import type { KeptLabels } from "../../engine/keptLabels";
import type { Outcome } from "../../engine/outcome";
import type { RfmResult } from "../../segmentations/rfm/rfmResult";
import { Failure } from "../../failure";
import type { WrittenMeasure } from "../../segmentations/shared/planKind";
import type { CustomerRows } from "../../table/customerTable";
import { nextTurn } from "../../workbook/inTurns";
import type { Customers } from "../readCustomers";
import type { RunLabel } from "./labelNames";

/** A column of measures: by customer what its cells hold, as Excel gives contents back. */
export interface MeasureTexts {
  readonly label: RunLabel & { readonly measure: WrittenMeasure };
  readonly texts: readonly string[];
}

/** Days between the two calendars of Excel. */
const daysTo1904 = 1462;

/** The measures that a run writes beside its labels; days as the workbook counts them. */
export async function measureTexts(
  outcome: Outcome,
  labels: readonly RunLabel[],
  orders: Customers["orders"],
): Promise<readonly MeasureTexts[]> {
  const columns: MeasureTexts[] = [];
  for (const label of labels) {
    const { segmentation, measure, name } = label;
    if (measure === undefined) continue;
    const rfm = outcome.segmentations.find(({ id }) => id === segmentation)?.rfm;
    if (!rfm) throw new Failure("unexpected", `outcome requires measures for column ${name}`, { subject: name });
    columns.push({
      label: { ...label, measure },
      texts: textsOf(rfm, measure, orders[segmentation]?.from1904 ? daysTo1904 : 0),
    });
    // Each goes through all customers.
    await nextTurn();
  }
  return columns;
}

/** Every row of a customer holds what was measured of the customer. */
export function textsByRow(texts: readonly string[], customers: CustomerRows | undefined): readonly string[] {
  return customers ? Array.from(customers.of, (customer) => texts[customer] ?? "") : texts;
}

/** The labels to keep, with what tells whether somebody changed the measures since. */
export function withMeasures(kept: KeptLabels, columns: readonly MeasureTexts[]): KeptLabels {
  if (columns.length === 0) return kept;
  return {
    ...kept,
    measures: columns.map(({ label: { segmentation, measure }, texts }) => {
      return { id: segmentation, measure, marks: textMarks(texts) };
    }),
  };
}

/** @param shift - days that come off a serial number of the 1900 calendar */
function textsOf(rfm: RfmResult, measure: WrittenMeasure, shift: number): readonly string[] {
  switch (measure) {
    case "lastOrder":
      return Array.from(rfm.lastDays, (day) => numberText(day - shift));
    case "orders":
      return Array.from(rfm.orders, numberText);
    case "amount":
      return Array.from(rfm.amounts, numberText);
    case "score": {
      const { recency, frequency, monetary } = rfm.scores;
      return Array.from(recency, (score, i) => (score === 0 ? "" : `${score}${frequency[i] ?? 0}${monetary[i] ?? 0}`));
    }
    default:
      return measure satisfies never;
  }
}

/** In the fifteen digits that Excel shows, so that it gives back what it was given; "" for none. */
function numberText(number: number): string {
  return Number.isNaN(number) ? "" : String(Number(number.toPrecision(15)) + 0);
}
