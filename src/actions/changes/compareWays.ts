import type { SegmentationOutcome } from "../../engine/outcome";
import type { Engine } from "../../engine/engine";
import type { Plan } from "../../plan/plan";
import { type Preview, previewPlan } from "../previewPlan";
import { movesOf, type MovesAsked } from "./movesOf";

/** What another plan would make of one segmentation of a preview. */
export interface ComparedWays {
  /** Rows whose label is another one of the two ways. */
  readonly different: number;
  /** Customers who would change segment since the last run, as previewed and the other way; null where nobody can say. */
  readonly moved: { readonly previewed: number; readonly other: number } | null;
}

/**
 * What another way to classify the same customers would change in a segmentation. Writes nothing.
 *
 * @param other - a plan over the same columns
 */
export async function compareWays(
  previewed: Preview,
  other: Plan,
  segmentation: string,
  engine: Engine,
  asked: MovesAsked,
): Promise<ComparedWays> {
  const { signal } = asked;
  const then = await previewPlan(other, engine, { former: previewed, ...(signal && { signal }) });
  const [now, later] = await movesOf([previewed, then], asked);
  const [before, after] = [now?.get(segmentation), later?.get(segmentation)];
  return {
    different: differentRows(resultOf(previewed, segmentation), resultOf(then, segmentation)),
    moved: before === undefined || after === undefined ? null : { previewed: before, other: after },
  };
}

/** Rows whose label is another one in the two outcomes of a segmentation. */
export function differentRows(one: SegmentationOutcome | undefined, other: SegmentationOutcome | undefined): number {
  if (!one || !other) return 0;
  let different = 0;
  for (let row = 0; row < one.labels.length; row++) different += one.labels[row] === other.labels[row] ? 0 : 1;
  return different;
}

function resultOf({ outcome }: Preview, id: string): SegmentationOutcome | undefined {
  return outcome.segmentations.find((one) => one.id === id);
}
