import type { Column } from "../table/customerTable";
import { readNumber } from "../table/readNumber";
import { firstCode, type KeptLabels } from "./keptLabels";
import type { SegmentationOutcome } from "./outcome";

/** Who is in another segment of one segmentation than at the run before, or new in the table. */
export interface ChangedCustomers {
  /** Their rows, in table order. */
  readonly rows: readonly number[];
  /**
   * For every row of the table the index of the former segment, or the number of former segments for not classified, and
   * one more for who entered.
   */
  readonly from: Uint16Array;
}

/** @param formerRow - per row of the table its row at the run before, see `formerRowsFinder` */
export function changedCustomers(
  before: KeptLabels["segmentations"][number],
  result: SegmentationOutcome,
  formerRow: Int32Array,
): ChangedCustomers {
  const same = before.groups.map(({ id }) => result.groups.findIndex((group) => group.id === id));
  same.push(result.groups.length);
  const from = Uint16Array.from(formerRow, (row) =>
    row < 0 ? before.groups.length + 1 : before.codes.charCodeAt(row) - firstCode,
  );
  const rows: number[] = [];
  for (let row = 0; row < from.length; row++) {
    if (same[from[row]!] !== result.labels[row]) rows.push(row);
  }
  return { rows, from };
}

/**
 * The rows with the largest values, largest first; equal ones by mark, so that the order of the table says nothing.
 *
 * @param most - how many at most
 */
export function largestFirst(
  rows: readonly number[],
  column: Column,
  keys: readonly string[],
  most: number,
): readonly number[] {
  const valueOf = (row: number): number => {
    const value = readNumber(column, row);
    return typeof value === "number" ? value : -Infinity;
  };
  const values = Float64Array.from(rows, valueOf).sort();
  const least = values[values.length - most] ?? -Infinity;
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .filter(({ value }) => value >= least)
    .sort((a, b) => (a.value === b.value ? ((keys[a.row] ?? "") < (keys[b.row] ?? "") ? -1 : 1) : b.value - a.value))
    .slice(0, most)
    .map(({ row }) => row);
}
