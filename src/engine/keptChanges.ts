import type { Plan } from "../plan/plan";
import { columnNamed } from "../table/columnNamed";
import type { Column, CustomerTable } from "../table/customerTable";
import { changedCustomers, largestFirst } from "./changedCustomers";
import { firstCode, type KeptLabels } from "./keptLabels";
import type { Outcome, SegmentationOutcome } from "./outcome";

/** The customers of one segmentation who changed segment with a run, as the workbook keeps them until the next one. */
export interface KeptChanges {
  readonly id: string;
  /** The marks of their keys on end, the largest values first. */
  readonly marks: string;
  /**
   * One character per customer, from `firstCode` on: the index of the former segment, or the number of former segments
   * for not classified, and one more for who entered.
   */
  readonly from: string;
  /** Likewise the index of the present segment, or the number of segments for not classified. */
  readonly to: string;
  /** How many more changed than are kept. */
  readonly more: number;
}

/** The most customers that are kept by name for a segmentation; the others are counted. */
export const mostChanges = 5000;

/**
 * Who is in another segment than at the run before, or new in the table. Who left the table is not among them: nobody
 * could tell their names any more.
 *
 * @param rows - per row of the table its row at the run before, see `formerRowsFinder`
 * @param keys - marks of the keys of the table's rows
 */
export function keptChanges(
  former: KeptLabels,
  plan: Plan,
  outcome: Outcome,
  table: CustomerTable,
  rows: Int32Array,
  keys: readonly string[],
): readonly KeptChanges[] {
  return plan.segmentations.flatMap(({ id, valueColumn }) => {
    const before = former.segmentations.find((candidate) => candidate.id === id);
    const result = outcome.segmentations.find((candidate) => candidate.id === id);
    return before && result ? [changesOf(before, result, rows, columnNamed(table, valueColumn), keys)] : [];
  });
}

function changesOf(
  before: KeptLabels["segmentations"][number],
  result: SegmentationOutcome,
  formerRow: Int32Array,
  column: Column,
  keys: readonly string[],
): KeptChanges {
  const { rows, from } = changedCustomers(before, result, formerRow);
  const kept = largestFirst(rows, column, keys, mostChanges);
  const text = (codes: Uint16Array): string =>
    kept.map((row) => String.fromCharCode(firstCode + (codes[row] ?? 0))).join("");
  return {
    id: result.id,
    marks: kept.map((row) => keys[row]).join(""),
    from: text(from),
    to: text(result.labels),
    more: rows.length - kept.length,
  };
}
