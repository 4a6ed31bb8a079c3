import type { SegmentationOutcome } from "./outcome";

/** How many rows were left out by choice, by what they are. */
export interface LeftOutCounts {
  readonly hidden: number;
  readonly totals: number;
}

/** Rows that a person chose to leave out are the same in every segmentation. */
export function leftOutCounts({ notClassified }: Pick<SegmentationOutcome, "notClassified">): LeftOutCounts {
  const having = (reason: string): number => notClassified.filter((row) => row.reason === reason).length;
  return { hidden: having("hidden-row"), totals: having("total-row") };
}

/**
 * True where rows were left out: formulas then add up what is classified and leave the others aside, for a row of
 * totals among them would double the table's.
 */
export function leavesOut(result: Pick<SegmentationOutcome, "notClassified">): boolean {
  const { hidden, totals } = leftOutCounts(result);
  return hidden + totals > 0;
}
