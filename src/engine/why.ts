import { compareAsExcel } from "../methods/statistics/compareAsExcel";
import { dateReading } from "../plan/dateReading";
import { plainSettings } from "../plan/plainSettings";
import type { Plan } from "../plan/plan";
import type { Segmentation, SegmentationBy } from "../segmentations/plans";
import type { RuleTest } from "../segmentations/rules/plan";
import { columnNamed } from "../table/columnNamed";
import { contentText } from "../table/contentText";
import { CellKind, type CustomerTable } from "../table/customerTable";
import { dayText } from "../table/dayText";
import { groupText } from "../table/groupText";
import { readDate, type DateReading } from "../table/readDate";
import { readNumber } from "../table/readNumber";
import type { RowReason } from "./outcome";
import { decideByRules } from "./rules/decideByRules";

/** Why a customer is in a segment, from the cells as they are now. */
export type Why =
  /** Between two cumulative shares; `to` is null for the last tier. */
  | {
      readonly kind: "share";
      readonly column: string;
      readonly value: number;
      readonly from: number;
      readonly to: number | null;
    }
  /** A value of zero or less, which is in the last tier. */
  | { readonly kind: "nothing"; readonly column: string; readonly value: number }
  /** Between two cumulative shares of the customers, counted from the highest or the lowest. */
  | {
      readonly kind: "rank";
      readonly column: string;
      readonly value: number;
      readonly highFirst: boolean;
      readonly from: number;
      readonly to: number;
    }
  /** In a band [from, below), or (from, below] where a limit belongs to the lower side; null where it has no such end. */
  | {
      readonly kind: "band";
      readonly column: string;
      readonly value: number;
      readonly from: number | null;
      readonly below: number | null;
      readonly lower: boolean;
    }
  /** By the tests of the rule that decided, which counts from one. */
  | { readonly kind: "rule"; readonly rule: number; readonly tests: readonly RuleTest[] }
  /** No rule holds. */
  | { readonly kind: "no-rule" }
  /** The rules lead elsewhere by now. */
  | { readonly kind: "other-rule" }
  /** By the scores of recency, frequency and amount; null for a segment that is gone. */
  | {
      readonly kind: "scores";
      readonly scores: readonly [number, number, number];
      readonly segment: string | null;
      readonly measures: readonly { readonly column: string; readonly content: string }[];
    }
  /** By what these cells hold; "" for a blank one. */
  | { readonly kind: "contents"; readonly cells: readonly { readonly column: string; readonly content: string }[] }
  | {
      readonly kind: "not-classified";
      readonly column: string;
      readonly reason: RowReason;
      readonly content: string;
    }
  /** The cell has changed since the run and no longer leads there. */
  | { readonly kind: "changed"; readonly column: string; readonly content: string };

/** What RFM found of a customer. */
export interface ScoredCustomer {
  /** Of recency, frequency and amount; null for a customer without scores. */
  readonly scores: readonly [number, number, number] | null;
  /** By the columns that a run writes; none where the measures are columns of the table. */
  readonly measures: readonly { readonly column: string; readonly content: string }[];
}

/** Why a customer of RFM is where a run put it, by what it found; as `why` says it where there are no scores. */
export function whyScored(
  segmentation: SegmentationBy<"rfm">,
  to: number | null,
  { scores, measures }: ScoredCustomer,
  table: CustomerTable,
  row: number,
): Why {
  const plain = whyScores(segmentation, table, row);
  const cells = measures.length > 0 ? measures : plain.cells;
  if (scores === null) return { ...plain, cells };
  return { kind: "scores", scores, segment: segmentation.segments[to ?? -1]?.name ?? null, measures: cells };
}

/**
 * Why the customer of a row is where the last run put it.
 *
 * @param to - the index of the segment; null for not classified
 * @param reading - how the plan reads dates that are text; null where nobody said
 */
export function why(
  segmentation: Segmentation,
  to: number | null,
  table: CustomerTable,
  row: number,
  reading: Plan["reading"] | null,
): Why {
  switch (segmentation.method) {
    case "abc":
      return whyShare(segmentation, to, table, row);
    case "quantiles":
      return whyRank(segmentation, to, table, row);
    case "cutoffs":
      return whyBand(segmentation, to, table, row);
    case "groups":
      return whyGroup(segmentation, to, table, row);
    case "matrix": {
      const columns = [...new Set(segmentation.axes.map(({ column }) => column))];
      return { kind: "contents", cells: columns.map((column) => ({ column, content: contentAt(table, column, row) })) };
    }
    case "rules":
      return whyRule(
        segmentation,
        to,
        table,
        row,
        dateReading(reading ?? plainSettings.reading, table.from1904 ?? false),
      );
    case "rfm":
      return whyScores(segmentation, table, row);
    default:
      return segmentation satisfies never;
  }
}

function contentAt(table: CustomerTable, column: string, row: number): string {
  return contentText(columnNamed(table, column), row);
}

function changed(table: CustomerTable, column: string, row: number): Why {
  return { kind: "changed", column, content: contentAt(table, column, row) };
}

function whyNoNumber(reason: RowReason, column: string, to: number | null, table: CustomerTable, row: number): Why {
  if (to !== null) return changed(table, column, row);
  return { kind: "not-classified", column, reason, content: contentAt(table, column, row) };
}

function whyShare(
  { valueColumn: column, cutoffs }: SegmentationBy<"abc">,
  to: number | null,
  table: CustomerTable,
  row: number,
): Why {
  const value = readNumber(columnNamed(table, column), row);
  if (typeof value === "string") return whyNoNumber(value, column, to, table, row);
  if (to === null) return changed(table, column, row);
  if (value > 0) return { kind: "share", column, value, from: cutoffs[to - 1] ?? 0, to: cutoffs[to] ?? null };
  return to === cutoffs.length ? { kind: "nothing", column, value } : changed(table, column, row);
}

/** Kept limits are at hand; those of the run were not stored, so that the place in the order of then is all there is. */
function whyRank(
  { column, cutoffs, direction, kept }: SegmentationBy<"quantiles">,
  to: number | null,
  table: CustomerTable,
  row: number,
): Why {
  if (kept) return whyBand({ column, direction, cutoffs: kept.limits }, to, table, row, direction === "low-first");
  const value = readNumber(columnNamed(table, column), row);
  if (typeof value === "string") return whyNoNumber(value, column, to, table, row);
  if (to === null) return changed(table, column, row);
  const [from, end] = [cutoffs[to - 1] ?? 0, cutoffs[to] ?? 1];
  return { kind: "rank", column, value, highFirst: direction === "high-first", from, to: end };
}

/** @param lower - whether a value on a limit is below it, as in tiers by rank that begin with the lowest */
function whyBand(
  { column, cutoffs, direction }: Pick<SegmentationBy<"cutoffs">, "column" | "cutoffs" | "direction">,
  to: number | null,
  table: CustomerTable,
  row: number,
  lower = false,
): Why {
  const value = readNumber(columnNamed(table, column), row);
  if (typeof value === "string") return whyNoNumber(value, column, to, table, row);
  if (to === null) return changed(table, column, row);
  const [before = null, after = null] = [cutoffs[to - 1], cutoffs[to]];
  const [from, below] = direction === "high-first" ? [after, before] : [before, after];
  const beyond = (limit: number): boolean => {
    const order = compareAsExcel(value, limit);
    return lower ? order > 0 : order >= 0;
  };
  const fits = (from === null || beyond(from)) && (below === null || !beyond(below));
  return fits ? { kind: "band", column, value, from, below, lower } : changed(table, column, row);
}

/** Limits that follow from all customers are not at hand here, so that the three measures speak for themselves. */
function whyScores(
  { source, valueColumn }: SegmentationBy<"rfm">,
  table: CustomerTable,
  row: number,
): Extract<Why, { kind: "contents" }> {
  const columns =
    source.kind === "columns"
      ? [...new Set([source.recency.column, source.frequencyColumn, source.monetaryColumn ?? source.frequencyColumn])]
      : [valueColumn];
  // A column that a run wrote may be gone by now.
  const there = columns.filter((name) => table.columns.some((column) => column.name === name));
  const date = source.kind === "columns" && source.recency.as === "date" ? source.recency.column : null;
  const content = (column: string): string =>
    (column === date ? dayAt(table, column, row) : null) ?? contentAt(table, column, row);
  return { kind: "contents", cells: there.map((column) => ({ column, content: content(column) })) };
}

/** A date that stands in its cell as a number; null for any other content. */
function dayAt(table: CustomerTable, name: string, row: number): string | null {
  const column = columnNamed(table, name);
  if (column.kinds[row] !== CellKind.number) return null;
  const day = readDate(column, row, { order: null, from1904: table.from1904 ?? false });
  return typeof day === "number" ? dayText(day) : null;
}

function whyRule(
  { rules, segments }: SegmentationBy<"rules">,
  to: number | null,
  table: CustomerTable,
  row: number,
  dates: DateReading,
): Why {
  const decided = decideByRules(rules, table, row, dates);
  switch (decided.kind) {
    case "rule": {
      const { rule, tests } = decided;
      const now = segments.findIndex(({ id }) => id === rules[rule]?.segment);
      return now === to ? { kind: "rule", rule: rule + 1, tests } : { kind: "other-rule" };
    }
    case "otherwise":
      return to === segments.length ? { kind: "no-rule" } : { kind: "other-rule" };
    case "open":
      return whyNoNumber(decided.reason, decided.column, to, table, row);
    default:
      return decided satisfies never;
  }
}

function whyGroup(
  { column, groups }: SegmentationBy<"groups">,
  to: number | null,
  table: CustomerTable,
  row: number,
): Why {
  const text = groupText(columnNamed(table, column), row);
  const content = contentAt(table, column, row);
  const declared = groups.findIndex(({ value }) => value === text);
  // The group of the blank cells follows those that are declared.
  const now = declared >= 0 ? declared : text === "" ? groups.length : null;
  if (now !== to) return changed(table, column, row);
  if (now !== null) return { kind: "contents", cells: [{ column, content }] };
  return { kind: "not-classified", column, reason: text === null ? "error" : "undeclared", content };
}
