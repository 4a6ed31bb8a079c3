import type { Plan } from "../plan/plan";
import { columnNamed } from "../table/columnNamed";
import type { Column, CustomerTable } from "../table/customerTable";
import { readNumber } from "../table/readNumber";
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
 * @param rows - per row of the table its row at the run before, see `formerRows`
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
  const same = before.groups.map(({ id }) => result.groups.findIndex((group) => group.id === id));
  same.push(result.groups.length);
  const from = Array.from(formerRow, (row) =>
    row < 0 ? before.groups.length + 1 : before.codes.charCodeAt(row) - firstCode,
  );
  const changed: number[] = [];
  from.forEach((code, row) => {
    if (same[code] !== result.labels[row]) changed.push(row);
  });
  const kept = largest(changed, column, keys);
  const text = (codeOf: (row: number) => number): string =>
    kept.map((row) => String.fromCharCode(firstCode + codeOf(row))).join("");
  return {
    id: result.id,
    marks: kept.map((row) => keys[row]).join(""),
    from: text((row) => from[row] as number),
    to: text((row) => result.labels[row] as number),
    more: changed.length - kept.length,
  };
}

/** The rows with the largest values, largest first; equal ones by mark, so that the order of the table says nothing. */
function largest(rows: readonly number[], column: Column, keys: readonly string[]): readonly number[] {
  const valueOf = (row: number): number => {
    const value = readNumber(column, row);
    return typeof value === "number" ? value : -Infinity;
  };
  const values = Float64Array.from(rows, valueOf).sort();
  const least = values[values.length - mostChanges] ?? -Infinity;
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .filter(({ value }) => value >= least)
    .sort((a, b) => (a.value === b.value ? ((keys[a.row] ?? "") < (keys[b.row] ?? "") ? -1 : 1) : b.value - a.value))
    .slice(0, mostChanges)
    .map(({ row }) => row);
}
