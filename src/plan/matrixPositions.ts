import type { MatrixAxis } from "./plan";

/**
 * The positions on an axis, in their order, as cells name them: ids of bands, or values and then "" for the blank
 * cells of the column.
 */
export function matrixPositions(axis: MatrixAxis): readonly string[] {
  return axis.kind === "bands" ? axis.bands.map(({ id }) => id) : [...axis.values.map(({ value }) => value), ""];
}

/** A combination of positions as one text, different for every combination. */
export function combinationKey(at: readonly string[]): string {
  return JSON.stringify(at);
}
