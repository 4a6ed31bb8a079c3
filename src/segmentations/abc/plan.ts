import * as z from "zod/mini";
import { Id, Kept, Name } from "../shared/parts";
import type { PlanKind } from "../shared/planKind";
import { shareLimits, tierProblems, Tiers, TierShares } from "../shared/tierPlan";

/** ABC: the largest customers that together make up `cutoffs[0]` of the total are the first tier, and so on. */
const AbcSegmentation = z.strictObject({
  method: z.literal("abc"),
  id: Id,
  /** Also the header of the label column. */
  name: Name,
  valueColumn: Name,
  /** Rising cumulative shares; one fewer than tiers. */
  cutoffs: TierShares,
  tiers: Tiers,
  /** Amounts at which the tiers meet, falling, kept from an earlier run; where absent they follow from the shares. */
  kept: z.optional(Kept),
});

export const abc: PlanKind<z.infer<typeof AbcSegmentation>> = {
  schema: AbcSegmentation,
  columns: ({ valueColumn }) => [{ path: "valueColumn", column: valueColumn }],
  measured: ({ valueColumn }) => [valueColumn],
  problems: (segmentation, path) => tierProblems(segmentation, false, path),
  limits: shareLimits(),
};
