import * as z from "zod/mini";
import { Id, Name } from "../shared/parts";
import { columnAndValue, type PlanKind } from "../shared/planKind";
import { BandLimits, Direction, tierProblems, Tiers } from "../shared/tierPlan";

/**
 * Manual bands of a column of numbers. Band i and band i + 1 meet at `cutoffs[i]`, and a value on it belongs to the
 * upper band.
 */
const CutoffsSegmentation = z.strictObject({
  method: z.literal("cutoffs"),
  id: Id,
  name: Name,
  /** The column that is cut. */
  column: Name,
  /** The column that is summed per band. */
  valueColumn: Name,
  /** Which end of the column comes first: falling cut-offs for "high-first", rising ones for "low-first". */
  direction: Direction,
  cutoffs: BandLimits,
  /** The bands in that direction; one more than cut-offs. */
  tiers: Tiers,
});

export const cutoffs: PlanKind<z.infer<typeof CutoffsSegmentation>> = {
  schema: CutoffsSegmentation,
  columns: columnAndValue,
  measured: ({ column, valueColumn }) => [column, valueColumn],
  problems: (segmentation, path) => tierProblems(segmentation, segmentation.direction === "high-first", path),
};
