import type { InspectedColumn, TableInspection } from "../../../actions/inspectTable";
import { inScaleOrder } from "../../../plan/inScaleOrder";
import type { PlanForm } from "../../segments/planForm";

/**
 * Columns that may get a scale: what is graded or grouped by before other categories, without those that have one.
 *
 * @param ours - names of the label columns
 */
export function scaleColumns(
  { keyColumn, settings, segmentations }: PlanForm,
  { columns }: TableInspection,
  ours: readonly string[],
): readonly InspectedColumn[] {
  const { scales, roles } = settings;
  const grouped = segmentations.flatMap((each) => (each.method === "groups" ? [each.column] : []));
  const graded = [roles.rating, roles.riskClass, ...grouped];
  const without = [keyColumn, ...ours, ...scales.map(({ column }) => column)];
  const fit = columns.filter(
    ({ name, looksLike, values }) =>
      values.length > 1 && (looksLike === "category" || graded.includes(name)) && !without.includes(name),
  );
  const first = fit.filter(({ name }) => graded.includes(name));
  return [...first, ...fit.filter((column) => !first.includes(column))];
}

/** The values of a column as a scale may begin: as its groups are ordered, by a known scale, or else by name. */
export function proposedScale({ name, values }: InspectedColumn, { segmentations }: PlanForm): readonly string[] {
  const groups = segmentations.find((each) => each.method === "groups" && each.column === name);
  return inScaleOrder(values, groups?.method === "groups" ? groups.tiers.map(({ id }) => id) : []);
}

/** Values that the column holds and its scale lacks; a scale's values are compared as the engine reads them. */
export function missingValues({ values }: InspectedColumn, scale: readonly string[]): readonly string[] {
  const has = new Set(scale.map((value) => value.trim().normalize("NFC")));
  return inScaleOrder(values.filter((value) => !has.has(value)));
}
