import * as z from "zod/mini";

/** Bumped whenever a saved plan would no longer parse; every bump adds one file to `upgrades/`. */
export const planVersion = 1;

const Name = z.string().check(z.minLength(1), z.maxLength(255));
const Id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
const Share = z.number().check(z.gt(0), z.lt(1));

/** A tier's stable id and its name, which the user may change without changing the id. */
const Tier = z.strictObject({ id: Id, name: Name });

/** ABC: the largest customers that together make up `cutoffs[0]` of the total are the first tier, and so on. */
const AbcSegmentation = z.strictObject({
  method: z.literal("abc"),
  id: Id,
  /** Also the header of the label column. */
  name: Name,
  valueColumn: Name,
  /** Rising cumulative shares; one fewer than tiers. */
  cutoffs: z.array(Share).check(z.minLength(1), z.maxLength(9)),
  tiers: z.array(Tier).check(z.minLength(2), z.maxLength(10)),
});

/** What the user configured: the table, its key, and the segmentations in the order of their label columns. */
export const Plan = z.strictObject({
  version: z.literal(planVersion),
  /** The table by Excel's id, and its name for people. An empty id means: find the table by its name. */
  table: z.strictObject({ id: z.string().check(z.maxLength(64)), name: Name }),
  keyColumn: Name,
  /** The date the data speaks of, as YYYY-MM-DD; null if not stated. */
  dataDate: z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  /** Language of the sheets, chosen apart from the pane's. */
  sheetLanguage: z.enum(["en", "zh"]),
  segmentations: z.array(AbcSegmentation).check(z.minLength(1), z.maxLength(20)),
});
export type Plan = z.infer<typeof Plan>;
export type Segmentation = Plan["segmentations"][number];
