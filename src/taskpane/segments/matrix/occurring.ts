import type { Combination, SegmentationOutcome } from "../../../engine/outcome";
import type { MatrixForm } from "../planForm";
import { positionIds } from "./matrixForm";

/**
 * The combinations that occur on the axes as they stand in the form. A preview lags behind the form by a moment: what it
 * says of positions that are gone is left out.
 */
export function occurring({ axes }: MatrixForm, outcome: SegmentationOutcome | undefined): readonly Combination[] {
  const positions = axes.map((axis) => new Set(positionIds(axis)));
  const columns = outcome && "axes" in outcome.used ? outcome.used.axes : [];
  const same = columns.length === axes.length && axes.every(({ column }, i) => columns[i]?.column === column);
  if (!same) return [];
  return (outcome?.combinations ?? []).filter(({ at }) => at.every((position, i) => positions[i]?.has(position)));
}
