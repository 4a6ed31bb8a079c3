import * as z from "zod/mini";
import { Id, Kept, Name } from "../shared/parts";
import { columnAndValue, type PlanKind } from "../shared/planKind";
import { Direction, shareLimits, tierProblems, Tiers, TierShares } from "../shared/tierPlan";

/**
 * Quantile tiers: the customers in order of a column, divided by shares of their number. The limits are quantiles of
 * type 7, and equal values never fall into different tiers.
 */
const QuantilesSegmentation = z.strictObject({
  method: z.literal("quantiles"),
  id: Id,
  name: Name,
  /** The column that orders the customers. */
  column: Name,
  /** The column that is summed per tier. */
  valueColumn: Name,
  direction: Direction,
  /** Rising cumulative shares of the customers; one fewer than tiers. */
  cutoffs: TierShares,
  tiers: Tiers,
  /** Limits kept from an earlier run, in the order of the tiers. */
  kept: z.optional(Kept),
});

export const quantiles: PlanKind<z.infer<typeof QuantilesSegmentation>> = {
  schema: QuantilesSegmentation,
  columns: columnAndValue,
  measured: ({ column, valueColumn }) => [column, valueColumn],
  problems: (segmentation, path) => tierProblems(segmentation, false, path),
  limits: shareLimits(),
};
