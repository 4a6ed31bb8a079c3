import { sumOf } from "../methods/statistics/sumOf";
import type { Plan } from "../plan/plan";
import { columnNamed } from "../table/columnNamed";
import type { Column, CustomerTable } from "../table/customerTable";
import { readNumber } from "../table/readNumber";
import { firstCode, type KeptLabels } from "./keptLabels";
import type { Outcome, SegmentationOutcome } from "./outcome";

/** Who moved from where to where since the run before, in one segmentation. */
export interface Moves {
  readonly id: string;
  /** Names of the segments at the run before, and now. Not classified, entered and left are not among them. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /**
   * Customers by former and present segment. Below the former segments stand those that were not classified, then
   * those that entered; right of the present ones those that are not, then those that left.
   */
  readonly customers: readonly (readonly number[])[];
  /** Values of now in the same order, without those that left: what they were worth is not kept. */
  readonly values: readonly (readonly number[])[];
  readonly stayed: number;
  /** In both runs, in different segments. */
  readonly moved: number;
  readonly entered: number;
  readonly left: number;
}

/** Counts the moves of one segmentation, row by row, so that whoever looks may pause. */
export interface MovesCounter {
  /** Looks at one customer of now. Call it once for each. */
  add(row: number): void;
  /** The moves. Call once, after the last row. */
  finish(): Moves;
}

/**
 * Compares an outcome with the labels of the run before, customer by customer and by key: the order of rows does not
 * matter. Segments are the same if their ids are, whatever they are called.
 *
 * @param rows - per row of the table its row at the run before, see `formerRowsFinder`
 * @returns per segmentation what counts its moves; one that the run before did not have is left out
 */
export function compareRuns(
  former: KeptLabels,
  plan: Plan,
  outcome: Outcome,
  table: CustomerTable,
  rows: Int32Array,
): readonly MovesCounter[] {
  return plan.segmentations.flatMap(({ id, valueColumn }) => {
    const before = former.segmentations.find((candidate) => candidate.id === id);
    const result = outcome.segmentations.find((candidate) => candidate.id === id);
    return before && result ? [movesCounter(before, result, rows, columnNamed(table, valueColumn))] : [];
  });
}

function movesCounter(
  before: KeptLabels["segmentations"][number],
  result: SegmentationOutcome,
  formerRow: Int32Array,
  column: Column,
): MovesCounter {
  const from = before.groups.length;
  const to = result.groups.length;
  const customers = Array.from({ length: from + 2 }, () => new Array<number>(to + 2).fill(0));
  const values = Array.from({ length: from + 2 }, () => Array.from({ length: to + 1 }, (): number[] => []));
  const found = new Uint8Array(before.codes.length);
  return {
    add(row) {
      const former = formerRow[row] as number;
      if (former >= 0) found[former] = 1;
      const a = former < 0 ? from + 1 : before.codes.charCodeAt(former) - firstCode;
      const b = result.labels[row] as number;
      customers[a]![b]!++;
      const value = readNumber(column, row);
      if (typeof value === "number") values[a]![b]!.push(value);
    },
    finish() {
      for (let row = 0; row < found.length; row++) {
        if (found[row] === 0) customers[before.codes.charCodeAt(row) - firstCode]![to + 1]!++;
      }
      // Sorted as plain numbers, because comparing them one by one takes ten times as long.
      const sums = values.map((cells) => cells.map((numbers) => sumOf(Float64Array.from(numbers).sort())));
      return movesOf(before, result, customers, sums);
    },
  };
}

function movesOf(
  before: KeptLabels["segmentations"][number],
  result: SegmentationOutcome,
  customers: Moves["customers"],
  values: Moves["values"],
): Moves {
  const from = before.groups.length;
  const to = result.groups.length;
  const present = customers.slice(0, from + 1).map((cells) => cells.slice(0, to + 1));
  const stayed = total([
    present[from]![to]!,
    ...before.groups.map(({ id }, a) => present[a]![result.groups.findIndex((group) => group.id === id)] ?? 0),
  ]);
  return {
    id: result.id,
    from: before.groups.map(({ name }) => name),
    to: result.groups.map(({ name }) => name),
    customers,
    values,
    stayed,
    moved: total(present.flat()) - stayed,
    entered: total(customers[from + 1]!),
    left: total(customers.map((cells) => cells[to + 1]!)),
  };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
