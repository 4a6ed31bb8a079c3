import * as z from "zod/mini";
import { AnySegmentation } from "../segmentations/plans";
import { Day, Name } from "../segmentations/shared/parts";

/** Bumped whenever a saved plan would no longer parse; every bump adds one file to `upgrades/`. */
export const planVersion = 4;

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
  segmentations: z.array(AnySegmentation).check(z.minLength(1), z.maxLength(20)),
});
export type Plan = z.infer<typeof Plan>;
export type Role = (typeof roleNames)[number];
