import { combinationFor } from "../../plan/combinationFor";
import type { Plan } from "../../plan/plan";
import type { Segmentation } from "../../segmentations/plans";
import { columnsOf } from "../../plan/usedColumns";
import type { SheetWords } from "../../text/sheet/en";
import type { SegmentationOutcome } from "../../engine/outcome";
import { leavesOut, leftOutCounts } from "../../engine/leftOutCounts";
import type { ReportContext } from "../reportContext";
import { someNegative } from "./segmentsTable";

/** Which rows were left out, and how those of a customer come to one, for the columns of a segmentation. */
export function rowSentences(
  segmentation: Segmentation,
  result: SegmentationOutcome,
  { plan }: ReportContext,
  { rows: words }: SheetWords,
): readonly string[] {
  const { hidden, totals } = leftOutCounts(result);
  const without = leavesOut(result) ? [words.withoutRows(hidden, totals)] : [];
  return [...without, ...severalSentences(segmentation, result, plan, words)];
}

/** Nothing where each row is a customer. */
function severalSentences(
  segmentation: Segmentation,
  result: SegmentationOutcome,
  plan: Plan,
  words: SheetWords["rows"],
): readonly string[] {
  const { perCustomer, dateColumn, groupColumn } = plan.rows;
  if (perCustomer === "one") return [];
  const { valueColumn } = segmentation;
  const parts = columnsOf(segmentation).map((column) =>
    words.combined[combinationFor(plan, column)](column, dateColumn),
  );
  return [
    words.several(plan.keyColumn, parts),
    ...(groupColumn === null ? [] : [words.group(groupColumn)]),
    words.leftOut,
    ...(combinationFor(plan, valueColumn) === "sum"
      ? [words.shares, ...(someNegative(result) ? [words.sharesAtRun] : [])]
      : [words.atRun(valueColumn)]),
  ];
}

/** Of when the labels and the figures of the sheet are. */
export function segmentsAsOf({ plan, runAt }: ReportContext, words: SheetWords): string {
  const { perCustomer } = plan.rows;
  if (perCustomer === "one") return words.segments.asOf(plan.dataDate, runAt);
  return words.rows.asOf(words.moment(runAt), plan.dataDate === null ? null : words.day(plan.dataDate));
}
