import * as z from "zod/mini";
import { Day, Id, Kept, Name, Share, Tier } from "./parts";
import { QuantilesSegmentation } from "./quantilesSegmentation";
import { RfmSegmentation } from "./rfmSegmentation";
import { RulesSegmentation } from "./rulesSegmentation";

/** Bumped whenever a saved plan would no longer parse; every bump adds one file to `upgrades/`. */
export const planVersion = 4;

/** The most groups that a plan takes by the values of a column. */
export const mostGroups = 30;

/** The most axes of a policy matrix, and the most cells that map one of their combinations to a class. */
export const mostAxes = 4;
export const mostCells = 2000;

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
  /** Amounts at which the tiers meet, falling, kept from an earlier run; where absent they follow from the shares. */
  kept: z.optional(Kept),
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

/** A column of numbers that is cut into bands, as `CutoffsSegmentation` cuts it. */
const BandAxis = z.strictObject({
  kind: z.literal("bands"),
  column: Name,
  direction: z.enum(["high-first", "low-first"]),
  cutoffs: z.array(z.number()).check(z.minLength(1), z.maxLength(9)),
  bands: z.array(Tier).check(z.minLength(2), z.maxLength(10)),
});

/** A column whose values are the positions, in the declared order; blank cells are one more, after them. */
const ValueAxis = z.strictObject({
  kind: z.literal("values"),
  column: Name,
  values: z.array(z.strictObject({ value: Name, name: Name })).check(z.minLength(1), z.maxLength(mostGroups)),
});

/** One combination of positions, and the class that holds there. */
const Cell = z.strictObject({
  /** Per axis, in their order, the band's id or the value; "" for the blank cells of a column of values. */
  at: z.array(z.string().check(z.maxLength(255))).check(z.maxLength(mostAxes)),
  class: Id,
  /** What the policy says here in so many words. */
  text: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
});

/**
 * Policy matrix: every combination of positions on the axes that a cell names is in that cell's class; all others have
 * no policy, which is a group of its own. The classes are the segments.
 */
const MatrixSegmentation = z.strictObject({
  method: z.literal("matrix"),
  id: Id,
  name: Name,
  /** The column that is summed per class. */
  valueColumn: Name,
  axes: z.array(z.discriminatedUnion("kind", [BandAxis, ValueAxis])).check(z.maxLength(mostAxes)),
  classes: z.array(Tier).check(z.minLength(2), z.maxLength(10)),
  cells: z.array(Cell).check(z.maxLength(mostCells)),
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
  "currency",
  "orders",
  "margin",
  "rate",
  "term",
] as const;

/**
 * How the rows of one customer become one value of a column: "worst" by the column's scale, "latest" by the date of the
 * row, "earliest" among the column's own dates; "agree": they must all say the same. See `combinationFor` for columns of which a plan says nothing.
 */
export const combinations = ["sum", "max", "min", "worst", "latest", "earliest", "agree"] as const;

/** One row per customer, or several that are taken together before anything is classified. */
const Rows = z.strictObject({
  perCustomer: z.enum(["one", "several"]),
  combine: z.array(z.strictObject({ column: Name, by: z.enum(combinations) })).check(z.maxLength(100)),
  /** The column that says which row is the latest; null where none is needed. */
  dateColumn: z.nullable(Name),
  /** Customers with the same value here are taken together as one; null for every customer by itself. */
  groupColumn: z.nullable(Name),
});

/** What stands between thousands and before decimals in numbers that are text: 1,234.5 or 1.234,5 or 1 234,5. */
const NumberStyle = z.enum(["comma-point", "point-comma", "space-comma"]);
/** The order of day, month and year in dates that are text. */
const DateOrder = z.enum(["ymd", "dmy", "mdy"]);
/** Words that mean blank, such as "n/a". */
const Blanks = z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.maxLength(40));

/** How cells are read that do not hold what they say. Null: nobody was asked yet, and such cells are listed. */
const Reading = z.strictObject({
  numbers: z.nullable(NumberStyle),
  dates: z.nullable(DateOrder),
  /** Rows that a person or a filter hides. */
  hiddenRows: z.nullable(z.enum(["read", "leave-out"])),
  /** Rows that add up others. */
  subtotals: z.nullable(z.enum(["read", "leave-out"])),
  /** Columns that are written otherwise than the rest. */
  columns: z.optional(
    z
      .array(
        z.strictObject({
          column: Name,
          numbers: z.optional(NumberStyle),
          dates: z.optional(DateOrder),
          blanks: z.optional(Blanks),
        }),
      )
      .check(z.maxLength(200)),
  ),
  /** Words that mean blank among numbers and dates; those that only programs write, such as NULL, mean it anywhere. */
  blanks: z.optional(Blanks),
  /** Text of a cell that is merged down stands in each of its rows; left out: nobody said so, and such a list is refused. */
  mergedCells: z.optional(z.literal("fill")),
  /** Where the header of a list stands: its first row as the sheet counts rows, and how many rows; left out: it is found. */
  header: z.optional(
    z.strictObject({
      row: z.int().check(z.gte(1), z.lte(1_048_576)),
      rows: z.optional(z.int().check(z.gte(1), z.lte(10))),
    }),
  ),
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
  dataDate: z.nullable(Day),
  /** Language of the sheets, chosen apart from the pane's. */
  sheetLanguage: z.enum(["en", "zh"]),
  /** Whose words, questions and summary columns. */
  template: z.enum(["lending", "retail"]),
  /** The unit of all amounts, as the sheets state it once; null if not stated. */
  unit: z.nullable(z.string().check(z.minLength(1), z.maxLength(40))),
  roles: z.partialRecord(z.enum(roleNames), Name),
  scales: z.array(Scale).check(z.maxLength(20)),
  rows: Rows,
  reading: Reading,
  /** Runs are added to the history of customers only where somebody asks; left out: each is, once its table stands. */
  history: z.optional(z.literal("on-request")),
  segmentations: z
    .array(
      z.discriminatedUnion("method", [
        AbcSegmentation,
        CutoffsSegmentation,
        GroupsSegmentation,
        MatrixSegmentation,
        RfmSegmentation,
        QuantilesSegmentation,
        RulesSegmentation,
      ]),
    )
    .check(z.minLength(1), z.maxLength(20)),
});
export type Plan = z.infer<typeof Plan>;
export type Role = (typeof roleNames)[number];
export type Segmentation = Plan["segmentations"][number];
/** The segmentation of one method. */
export type SegmentationBy<Method extends Segmentation["method"]> = Extract<Segmentation, { method: Method }>;
export type MatrixAxis = SegmentationBy<"matrix">["axes"][number];
export type MatrixCell = SegmentationBy<"matrix">["cells"][number];
