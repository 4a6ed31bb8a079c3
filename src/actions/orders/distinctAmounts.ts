import type { Plan } from "../../plan/plan";
import { usedColumns } from "../../plan/usedColumns";
import { freeName } from "../writing/freeName";

/**
 * The plan with a name of its own for each column of amounts that is found in orders, while it is computed: two
 * segmentations that ask for one name get "Spent" and "Spent (2)", and so does one that asks for the name of a column
 * that is read for something else. How the columns are called once they are written, `labelColumns` says.
 */
export function withDistinctAmounts(plan: Plan): Plan {
  const read = [plan.keyColumn, ...usedColumns(plan), ...Object.values(plan.roles)];
  const taken = new Set(read.map((name) => name.toLowerCase()));
  const segmentations = plan.segmentations.map((segmentation) => {
    if (segmentation.method !== "rfm" || segmentation.source.kind !== "transactions") return segmentation;
    const valueColumn = freeName(segmentation.valueColumn, taken);
    taken.add(valueColumn.toLowerCase());
    return valueColumn === segmentation.valueColumn ? segmentation : { ...segmentation, valueColumn };
  });
  return { ...plan, segmentations };
}
