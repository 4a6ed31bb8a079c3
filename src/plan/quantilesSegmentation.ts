import * as z from "zod/mini";
import { Id, Kept, Name, Share, Tier } from "./parts";

/**
 * Quantile tiers: the customers in order of a column, divided by shares of their number. The limits are quantiles of
 * type 7, and equal values never fall into different tiers.
 */
export const QuantilesSegmentation = z.strictObject({
  method: z.literal("quantiles"),
  id: Id,
  name: Name,
  /** The column that orders the customers. */
  column: Name,
  /** The column that is summed per tier. */
  valueColumn: Name,
  /** Which end of the column comes first. */
  direction: z.enum(["high-first", "low-first"]),
  /** Rising cumulative shares of the customers; one fewer than tiers. */
  cutoffs: z.array(Share).check(z.minLength(1), z.maxLength(9)),
  tiers: z.array(Tier).check(z.minLength(2), z.maxLength(10)),
  /** Limits kept from an earlier run, in the order of the tiers. */
  kept: z.optional(Kept),
});
