import * as z from "zod/mini";
import { Id, Kept, Name, Tier } from "./parts";

/** The highest score, which is also how many there are. */
export const highestScore = 5;

/** What a customer is scored by, in the order of the three letters. */
export const rfmMeasures = ["recency", "frequency", "monetary"] as const;
export type RfmMeasure = (typeof rfmMeasures)[number];

/** The most lines of the table that maps scores to segments: every combination of three scores by itself. */
export const mostScoreRanges = 125;

/** The three measures are columns of the customer table. */
const FromColumns = z.strictObject({
  kind: z.literal("columns"),
  /** When a customer last bought, or how many days ago. */
  recency: z.strictObject({ column: Name, as: z.enum(["date", "days"]) }),
  frequencyColumn: Name,
  /** Null without amounts: then the number of orders is scored in their place. */
  monetaryColumn: z.nullable(Name),
});

/** The most columns by which lines are left out, and the most entries or beginnings of each. */
export const mostLeftOut = 10;
export const mostLeftOutEntries = 100;

const Entries = z.array(Name).check(z.minLength(1), z.maxLength(mostLeftOutEntries));

/** Lines that do not count, by one column: any of what is stated here holds. */
const LeaveOut = z.strictObject({
  column: Name,
  /** One of these values, trimmed and in exact case as groups are. */
  values: z.optional(Entries),
  /** A text that begins with one of these, in any case. */
  prefixes: z.optional(Entries),
  /** A number in [from, below); null for an open end. */
  range: z.optional(z.strictObject({ from: z.nullable(z.number()), below: z.nullable(z.number()) })),
});

/**
 * The three measures are found in a table of orders or order lines. It may be the customer table itself, where a
 * customer has several rows.
 */
const FromTransactions = z.strictObject({
  kind: z.literal("transactions"),
  /** As the customer table: by Excel's id, and by name where the id is empty. */
  table: z.strictObject({ id: z.string().check(z.maxLength(64)), name: Name }),
  customerColumn: Name,
  dateColumn: Name,
  /** The amount of a line, or its price where a quantity is stated; null without amounts: orders are scored instead. */
  amountColumn: z.nullable(Name),
  /** Where stated, a line's amount is this times that. */
  quantityColumn: z.optional(Name),
  /** What tells an order from others; null where every line is an order. */
  orderColumn: z.nullable(Name),
  /** Whether all orders of a customer on one day count as one. */
  mergeDays: z.boolean(),
  /** The months before the data date that count; null for all. */
  windowMonths: z.nullable(z.int().check(z.gte(1), z.lte(600))),
  /** Lines that do not count, such as those of staff or guests, and cancelled orders. */
  leaveOut: z.array(LeaveOut).check(z.maxLength(mostLeftOut)),
  /** What a customer spent: all of it, or the average of an order. */
  monetary: z.enum(["total", "mean"]),
});

/**
 * How a measure becomes a score: by quintiles of type 7; by limits of one's own, rising, which give one score more than
 * there are limits (a value on a limit is beyond it; of days it is not, so that five days ago scores as at most five);
 * or high and low of the mean, as scores 2 and 1.
 */
const Scoring = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("quintiles"), kept: z.optional(Kept) }),
  z.strictObject({ by: z.literal("limits"), limits: z.array(z.number()).check(z.minLength(1), z.maxLength(4)) }),
  z.strictObject({ by: z.literal("mean"), kept: z.optional(Kept) }),
]);

const Score = z.int().check(z.gte(1), z.lte(highestScore));
/** From and to, both included. */
const Scores = z.tuple([Score, Score]);

/** Scores of recency, frequency and amount that lead to a segment. */
const ScoreRange = z.strictObject({ segment: Id, recency: Scores, frequency: Scores, monetary: Scores });

/**
 * RFM: customers by how recently, how often and for how much they bought. The first line of the map that holds a
 * customer's three scores says the segment; scores that no line holds are a group of their own.
 */
export const RfmSegmentation = z.strictObject({
  method: z.literal("rfm"),
  id: Id,
  name: Name,
  /**
   * The column that is summed per segment; with transactions, the name of the column that a run writes: of amounts, or of
   * numbers of orders where there are none.
   */
  valueColumn: Name,
  source: z.discriminatedUnion("kind", [FromColumns, FromTransactions]),
  scoring: z.strictObject({ recency: Scoring, frequency: Scoring, monetary: Scoring }),
  segments: z.array(Tier).check(z.minLength(2), z.maxLength(30)),
  map: z.array(ScoreRange).check(z.minLength(1), z.maxLength(mostScoreRanges)),
});
