import { concentrationCurve } from "../methods/tiers/concentrationCurve";
import { sumOf } from "../methods/statistics/sumOf";
import type { Group, SegmentationOutcome } from "./outcome";

/** A group before anybody knows what it is a share of. */
export type GroupSums = Omit<Group, "shareOfCustomers" | "shareOfValue"> & {
  /** Sum of the values above zero. */
  readonly positive: number;
};

/** The result of a method for customers, before shares. */
export type Classified = Omit<SegmentationOutcome, "groups" | "positiveValue" | "unclassified" | "curve"> & {
  readonly groups: readonly GroupSums[];
  /** What the customers without a label hold, as far as it is known. */
  readonly openAmounts: Float64Array;
  /** Of tiers by cumulative share alone: what the classified hold, for the curve. */
  readonly ranked?: Float64Array;
};

/**
 * Every share of a segmentation, with one denominator: all customers of the table, and all that those hold who hold more
 * than nothing, whether they have a label or not. So the shares of the groups and of the customers not classified add up
 * to one, also where somebody is negative.
 *
 * @param hidden - amounts of customers without a label that the method did not see
 */
export function withShares(
  { openAmounts, ranked, ...found }: Classified,
  hidden: Float64Array = new Float64Array(),
): SegmentationOutcome {
  const open = new Float64Array(openAmounts.length + hidden.length);
  open.set(openAmounts);
  open.set(hidden, openAmounts.length);
  open.sort();
  const openPositive = sumOf(open.filter((amount) => amount > 0));
  const positiveValue = found.groups.reduce((sum, { positive }) => sum + positive, 0) + openPositive;
  const customers = found.labels.length;
  const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
  const openCustomers = customers - found.classified;
  return {
    ...found,
    groups: found.groups.map(({ id, name, customers: count, value, positive, median }) => ({
      id,
      name,
      customers: count,
      value,
      shareOfCustomers: share(count, customers),
      shareOfValue: share(positive, positiveValue),
      median,
    })),
    unclassified: {
      customers: openCustomers,
      value: sumOf(open),
      shareOfCustomers: share(openCustomers, customers),
      shareOfValue: share(openPositive, positiveValue),
    },
    positiveValue,
    curve: ranked ? concentrationCurve(heldByAll(ranked, open, customers)) : [],
  };
}

/** Customers of whom nothing is known hold nothing. */
function heldByAll(ranked: Float64Array, open: Float64Array, customers: number): Float64Array {
  const all = new Float64Array(Math.max(customers, ranked.length + open.length));
  all.set(ranked);
  all.set(open, ranked.length);
  return all;
}
