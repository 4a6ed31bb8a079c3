import { leavesOut } from "../../engine/leftOutCounts";
import type { SegmentationOutcome } from "../../engine/outcome";
import type { Plan } from "../../plan/plan";

/**
 * What the cells of a segmentation's table on the Segments sheet must show right after a run, below its header and right
 * of the names; null for a cell that shows nothing of the outcome. The columns are those of `segmentsTable`.
 */
export function segmentsFigures(
  result: SegmentationOutcome,
  { rows }: Pick<Plan, "rows">,
): readonly (readonly (number | null)[])[] {
  const { groups, unclassified, labels, notClassified, classified, totalValue } = result;
  const several = rows.perCustomer === "several";
  const without = leavesOut(result);
  const counted = new Array<number>(groups.length + 1).fill(0);
  if (several) for (const label of labels) counted[label] = (counted[label] ?? 0) + 1;
  const rowsOf = (label: number): readonly number[] => (several ? [counted[label] ?? 0] : []);
  const all = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);
  const whole = (of: "shareOfCustomers" | "shareOfValue"): number => all(groups.map((it) => it[of])) + unclassified[of];
  let held = 0;
  return [
    ...groups.map(({ customers, shareOfCustomers, value, shareOfValue }, i) => {
      held += shareOfValue;
      return [customers, shareOfCustomers, ...rowsOf(i), value, shareOfValue, held];
    }),
    [
      without || several ? notClassified.length : unclassified.customers,
      unclassified.shareOfCustomers,
      ...rowsOf(groups.length),
      // What rows that were left out hold is nobody's.
      without ? null : unclassified.value,
      unclassified.shareOfValue,
      whole("shareOfValue"),
    ],
    [
      without ? classified : classified + unclassified.customers,
      whole("shareOfCustomers"),
      ...(several ? [without ? all(counted.slice(0, -1)) : all(counted)] : []),
      without ? totalValue : totalValue + unclassified.value,
      whole("shareOfValue"),
    ],
  ];
}
