import { sumOf } from "../methods/statistics/sumOf";
import { noCustomer, type CustomerTable } from "../table/customerTable";
import { columnNamed } from "../table/columnNamed";
import { summedNumber } from "../table/readNumber";
import type { SegmentationOutcome } from "./outcome";

/** The sum of one column in a segment, and how much of it the ten largest customers hold. */
export interface SegmentTotal {
  readonly total: number;
  /** Null where there is nothing to hold a share of. */
  readonly topShare: number | null;
}

/** The sums of one column over a segmentation, as the run found them. */
export interface SegmentTotals {
  readonly id: string;
  /** By the group's id. */
  readonly groups: ReadonlyMap<string, SegmentTotal>;
  readonly notClassified: SegmentTotal;
  readonly whole: SegmentTotal;
}

/** How many customers a top share counts. */
export const topCustomers = 10;

/**
 * Sums a column by segment, and finds the largest customers of each; a customer in several rows counts once. Rows that
 * are left out by choice add to what is not classified, as in the formulas, and then the whole is what is classified.
 */
export function segmentTotals(result: SegmentationOutcome, table: CustomerTable, column: string): SegmentTotals {
  const slots = result.groups.length + 1;
  const sorted = amountsBySlot(result, table, column, slots).map((amounts) => Float64Array.from(amounts).sort());
  const counted = table.customers?.leftOut ? sorted.slice(0, -1) : sorted;
  const whole = new Float64Array(counted.reduce((count, { length }) => count + length, 0));
  let next = 0;
  for (const amounts of counted) {
    whole.set(amounts, next);
    next += amounts.length;
  }
  return {
    id: result.id,
    groups: new Map(result.groups.map(({ id }, i) => [id, totalOf(sorted[i] ?? new Float64Array())])),
    notClassified: totalOf(sorted[slots - 1] ?? new Float64Array()),
    whole: totalOf(whole.sort()),
  };
}

/** Per group, and for the rows not classified, one amount per customer. */
function amountsBySlot(
  { labels }: SegmentationOutcome,
  table: CustomerTable,
  column: string,
  slots: number,
): readonly (readonly number[])[] {
  const amounts = columnNamed(table, column);
  const bySlot = Array.from({ length: slots }, (): number[] => []);
  const whose = table.customers?.of;
  const ofCustomer = new Map<number, { readonly slot: number; readonly amounts: number[] }>();
  for (let row = 0; row < table.rows; row++) {
    const amount = summedNumber(amounts, row);
    if (amount === null) continue;
    const slot = Math.min(labels[row] ?? slots, slots - 1);
    const customer = whose?.[row];
    if (customer === undefined || customer === noCustomer) bySlot[slot]?.push(amount);
    else {
      const known = ofCustomer.get(customer);
      if (known) known.amounts.push(amount);
      // All rows of a customer have one label.
      else ofCustomer.set(customer, { slot, amounts: [amount] });
    }
  }
  // Sorted before they are added up, so that the order of the rows does not show.
  for (const { slot, amounts: own } of ofCustomer.values()) {
    bySlot[slot]?.push(own.length === 1 ? (own[0] ?? 0) : sumOf(Float64Array.from(own).sort()));
  }
  return bySlot;
}

/** @param sorted - rising */
function totalOf(sorted: Float64Array): SegmentTotal {
  const total = sumOf(sorted);
  const top = sumOf(sorted.subarray(Math.max(0, sorted.length - topCustomers)));
  return { total, topShare: total > 0 ? Math.min(1, top / total) : null };
}
