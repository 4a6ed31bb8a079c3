import * as z from "zod/mini";
import { Id, Kept, Name, Tier } from "../shared/parts";
import { writtenMeasures, type LimitsKind, type PlanKind } from "../shared/planKind";
import { cutoffProblems } from "../shared/positionProblems";
import { nameProblems, problem, repeated, type PlanProblem } from "../shared/problem";
import { noNetSpendName, noOrderName, noSegmentName, reservedNames } from "../shared/reservedNames";

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
const RfmSegmentation = z.strictObject({
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
type Rfm = z.infer<typeof RfmSegmentation>;

/** How one measure becomes a score. */
export type RfmScoring = Rfm["scoring"][RfmMeasure];

/** How many scores a measure can have: from one to this. */
export function scoreCount(scoring: RfmScoring): number {
  if (scoring.by === "limits") return scoring.limits.length + 1;
  return scoring.by === "mean" ? 2 : highestScore;
}

/**
 * The columns of the customer table that it reads. Where orders are found in a table of their own there are none: the
 * columns of what is found there are written by the run itself.
 */
function columnsOf({ source, valueColumn }: Rfm): ReturnType<PlanKind<Rfm>["columns"]> {
  if (source.kind === "transactions") return [];
  const { recency, frequencyColumn, monetaryColumn } = source;
  return [
    { path: "source.recency.column", column: recency.column },
    { path: "source.frequencyColumn", column: frequencyColumn },
    ...(monetaryColumn === null ? [] : [{ path: "source.monetaryColumn", column: monetaryColumn }]),
    { path: "valueColumn", column: valueColumn },
  ];
}

/** The limits of each measure that is scored by limits found in the data. */
const limits: LimitsKind<Rfm> = {
  found: ({ scoring }) => rfmMeasures.some((of) => scoring[of].by !== "limits"),
  keep: (segmentation, wanted) => {
    const { scoring } = segmentation;
    const kept = (of: RfmMeasure): RfmScoring => {
      const one = scoring[of];
      if (one.by === "limits") return one;
      const found = wanted(of, null, one.kept);
      return found ? { by: one.by, kept: found } : { by: one.by };
    };
    return {
      ...segmentation,
      scoring: { recency: kept("recency"), frequency: kept("frequency"), monetary: kept("monetary") },
    };
  },
};

export const rfm: PlanKind<Rfm> = {
  schema: RfmSegmentation,
  columns: columnsOf,
  /** A date of a last order is no number. */
  measured: (segmentation) => {
    const { source } = segmentation;
    const date = source.kind === "columns" && source.recency.as === "date" ? source.recency.column : null;
    return columnsOf(segmentation)
      .map(({ column }) => column)
      .filter((column) => column !== date);
  },
  problems: rfmProblems,
  limits,
  amountsWritten: ({ source, valueColumn }) => (source.kind === "transactions" ? valueColumn : null),
  measuresBeside: ({ source }) => {
    if (source.kind === "columns") return ["score"];
    // Without amounts their column holds the numbers of orders.
    return source.amountColumn === null ? writtenMeasures.filter((measure) => measure !== "orders") : writtenMeasures;
  },
};

const namesOfOthers = [
  ...reservedNames,
  ...[noSegmentName, noNetSpendName, noOrderName].flatMap((names) => Object.values(names)),
];

/** All that keeps an RFM segmentation from being run. */
function rfmProblems({ source, scoring, segments, map }: Rfm, path: string): PlanProblem[] {
  const known = new Set(segments.map(({ id }) => id));
  return [
    ...rfmMeasures.flatMap((measure) => scoringProblems(scoring[measure], `${path}.scoring.${measure}`)),
    ...(source.kind === "transactions" ? orderProblems(source, `${path}.source`) : []),
    ...repeated(segments, `${path}.segments`),
    ...nameProblems(segments, `${path}.segments`, namesOfOthers),
    ...map.flatMap((line, i) => [
      ...(known.has(line.segment) ? [] : [problem("unknown-segment", `${path}.map[${i}].segment`, line.segment)]),
      ...rfmMeasures.flatMap((measure): PlanProblem[] => {
        const [from, to] = line[measure];
        const here = `${path}.map[${i}].${measure}`;
        if (from > to) return [problem("scores-out-of-order", here, `${from}, ${to}`)];
        // "4 to 5" is "4 and above" where there is no 5; a line that begins there could hold nobody.
        return from > scoreCount(scoring[measure]) ? [problem("score-beyond", here, String(from))] : [];
      }),
    ]),
  ];
}

/** A quantity needs a price, and what is left out by nothing would be everything or nobody knows what. */
function orderProblems(
  { amountColumn, quantityColumn, leaveOut }: Extract<Rfm["source"], { kind: "transactions" }>,
  path: string,
): PlanProblem[] {
  return [
    ...(quantityColumn !== undefined && amountColumn === null
      ? [problem("bad-test", `${path}.quantityColumn`, quantityColumn)]
      : []),
    ...leaveOut.flatMap(({ column, values = [], prefixes = [], range }, i): PlanProblem[] => {
      const here = `${path}.leaveOut[${i}]`;
      if (values.length + prefixes.length === 0 && !range) return [problem("bad-test", here, column)];
      if (prefixes.some((prefix) => prefix.trim() === "")) return [problem("bad-test", `${here}.prefixes`, column)];
      if (!range) return [];
      const { from, below } = range;
      const isOpen = from === null && below === null;
      const isCrossed = from !== null && below !== null && from >= below;
      return isOpen || isCrossed ? [problem("bad-test", `${here}.range`, column)] : [];
    }),
  ];
}

function scoringProblems(scoring: RfmScoring, path: string): PlanProblem[] {
  if (scoring.by === "limits") return cutoffProblems(scoring.limits, false, `${path}.limits`);
  if (scoring.kept === undefined) return [];
  const { limits } = scoring.kept;
  const rising = limits.every((limit, i) => i === 0 || limit >= (limits[i - 1] ?? limit));
  return [
    ...(rising ? [] : [problem("cutoffs-out-of-order", `${path}.kept.limits`, limits.join(", "))]),
    ...(limits.length === scoreCount(scoring) - 1
      ? []
      : [problem("tiers-not-one-more", `${path}.kept.limits`, String(limits.length))]),
  ];
}
