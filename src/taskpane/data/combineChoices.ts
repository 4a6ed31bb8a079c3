import type { InspectedColumn } from "../../actions/inspectTable";
import type { RowCombination } from "../../plan/combinationFor";
import { inScaleOrder } from "../../plan/inScaleOrder";
import { knownScales } from "../../plan/knownScales";
import type { Plan } from "../../plan/plan";

/** How the rows of a client may be combined in a column, and the scale that the worst goes by. */
export interface CombineChoices {
  readonly choices: readonly RowCombination[];
  /** The best first; null where no order of the values is known, so that there is no worst. */
  readonly scale: readonly string[] | null;
}

/** What makes sense for a column: amounts have a sum, days an earliest, and values a worst where they have an order. */
export function combineChoices(plan: Plan, column: InspectedColumn, chosen: RowCombination): CombineChoices {
  const scale = scaleOf(plan, column);
  const fit: readonly RowCombination[] =
    column.looksLike === "value"
      ? ["sum", "max", "min", "latest"]
      : column.looksLike === "date"
        ? ["earliest", "max", "latest"]
        : ["agree", "latest", "worst"];
  const possible = fit.filter(
    (by) => (by !== "worst" || scale !== null) && (by !== "latest" || plan.rows.dateColumn !== null),
  );
  return { choices: possible.includes(chosen) ? possible : [...possible, chosen], scale };
}

/** The plan's scale, one that all values are on, or the order in which a segmentation declares them. */
function scaleOf({ scales, segmentations }: Plan, { name, values }: InspectedColumn): readonly string[] | null {
  const stated = scales.find(({ column }) => column === name)?.values;
  if (stated) return stated;
  if (values.length === 0) return null;
  const known = knownScales.find((scale) => values.every((value) => scale.includes(value)));
  if (known) return inScaleOrder(values);
  const declared = segmentations.find((each) => each.method === "groups" && each.column === name);
  return declared?.method === "groups" ? declared.groups.map(({ value }) => value) : null;
}
