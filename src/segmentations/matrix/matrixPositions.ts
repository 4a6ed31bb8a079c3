import type { MatrixAxis } from "./plan";

/** The most axes of a policy matrix, and the most cells that map one of their combinations to a class. */
export const mostAxes = 4;
export const mostCells = 2000;

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
