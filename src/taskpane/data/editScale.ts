import { sortedByScale } from "../../plan/sortedByScale";
import type { PlanForm, SegmentationForm } from "../segments/planForm";

/** The scale of one column as it is to be from now on. */
export interface ScaleEdit {
  readonly kind: "scale";
  readonly column: string;
  /** The best first; null for a column that is to have no scale. */
  readonly values: readonly string[] | null;
}

/** The most scales that a plan keeps, and the most values of one. */
export const mostScales = 20;
export const longestScale = 100;

/** The form with that scale. Groups and axes by the column follow it, as they follow a scale of the Policy sheet. */
export function editScale(form: PlanForm, { column, values }: ScaleEdit): PlanForm {
  const { settings, segmentations } = form;
  const { scales } = settings;
  if (values === null) {
    return { ...form, settings: { ...settings, scales: scales.filter((each) => each.column !== column) } };
  }
  const known = scales.some((each) => each.column === column);
  if (values.length === 0 || values.length > longestScale || (!known && scales.length >= mostScales)) return form;
  const scale = { column, values: [...values] };
  return {
    ...form,
    settings: {
      ...settings,
      scales: known ? scales.map((each) => (each.column === column ? scale : each)) : [...scales, scale],
    },
    segmentations: segmentations.map((each) => following(each, column, values)),
  };
}

function following(form: SegmentationForm, column: string, scale: readonly string[]): SegmentationForm {
  if (form.method === "groups" && form.column === column) {
    return { ...form, tiers: sortedByScale(form.tiers, scale, ({ id }) => id) };
  }
  if (form.method !== "matrix") return form;
  return {
    ...form,
    axes: form.axes.map((axis) =>
      axis.kind === "values" && axis.column === column
        ? { ...axis, positions: sortedByScale(axis.positions, scale, ({ id }) => id) }
        : axis,
    ),
  };
}
