import type { Plan } from "../../plan/plan";
import { freeName } from "../writing/freeName";

/**
 * The plan with a name of its own for each column of amounts that is found in orders: two segmentations that ask for one
 * name get "Spent" and "Spent (2)".
 */
export function withDistinctAmounts(plan: Plan): Plan {
  const taken = new Set<string>();
  const segmentations = plan.segmentations.map((segmentation) => {
    if (segmentation.method !== "rfm" || segmentation.source.kind !== "transactions") return segmentation;
    const valueColumn = freeName(segmentation.valueColumn, taken);
    taken.add(valueColumn.toLowerCase());
    return valueColumn === segmentation.valueColumn ? segmentation : { ...segmentation, valueColumn };
  });
  return { ...plan, segmentations };
}
