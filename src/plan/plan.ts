import * as z from "zod/mini";

/** Bumped whenever a saved plan would no longer parse; every bump adds one file to `upgrades/`. */
export const planVersion = 3;

/** The most groups that a plan takes by the values of a column. */
export const mostGroups = 30;

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
  direction: z.enum(["high-first", "low-first"]),
  cutoffs: z.array(z.number()).check(z.minLength(1), z.maxLength(9)),
  /** The bands in that direction; one more than cut-offs. */
  tiers: z.array(Tier).check(z.minLength(2), z.maxLength(10)),
});

/** One group per value of a column, in the declared order. Blank cells are a group of their own after them. */
const GroupsSegmentation = z.strictObject({
  method: z.literal("groups"),
  id: Id,
  name: Name,
  /** The column whose values are the groups. */
  column: Name,
  /** The column that is summed per group. */
  valueColumn: Name,
  /** A value as the cells hold it, trimmed, in exact case; and what the group is called. */
  groups: z.array(z.strictObject({ value: Name, name: Name })).check(z.minLength(1), z.maxLength(mostGroups)),
});

/** What a column is for, beside being the key or what a segmentation goes by. */
export const roleNames = [
  "name",
  "group",
  "manager",
  "branch",
  "industry",
  "region",
  "size",
  "rating",
  "riskClass",
  "limit",
  "outstanding",
  "daysPastDue",
] as const;

/** How the rows of one customer become one value of a column. */
export const combinations = ["sum", "max", "min", "worst", "latest", "earliest"] as const;

/** One row per customer, or several that are taken together before anything is classified. */
const Rows = z.strictObject({
  perCustomer: z.enum(["one", "several"]),
  combine: z.array(z.strictObject({ column: Name, by: z.enum(combinations) })).check(z.maxLength(100)),
  /** The column that says which row is the latest; null where none is needed. */
  dateColumn: z.nullable(Name),
  /** Customers with the same value here are taken together as one; null for every customer by itself. */
  groupColumn: z.nullable(Name),
});

/** The values of a column in their order, the best first. */
const Scale = z.strictObject({ column: Name, values: z.array(Name).check(z.minLength(1), z.maxLength(100)) });

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
  /** Whose words, questions and summary columns. */
  template: z.enum(["lending", "retail"]),
  /** The unit of all amounts, as the sheets state it once; null if not stated. */
  unit: z.nullable(z.string().check(z.minLength(1), z.maxLength(40))),
  roles: z.partialRecord(z.enum(roleNames), Name),
  scales: z.array(Scale).check(z.maxLength(20)),
  rows: Rows,
  segmentations: z
    .array(z.discriminatedUnion("method", [AbcSegmentation, CutoffsSegmentation, GroupsSegmentation]))
    .check(z.minLength(1), z.maxLength(20)),
});
export type Plan = z.infer<typeof Plan>;
export type Role = (typeof roleNames)[number];
export type Segmentation = Plan["segmentations"][number];
/** The segmentation of one method. */
export type SegmentationBy<Method extends Segmentation["method"]> = Extract<Segmentation, { method: Method }>;
