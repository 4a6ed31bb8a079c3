import { Failure } from "../failure";
import { groupStatistics } from "../methods/statistics/groupStatistics";
import type { Column } from "../table/customerTable";
import type { Group, ListedRow, SegmentationOutcome } from "./outcome";
import { readValues } from "./readValues";
import type { RowLister } from "./rowLister";

/** What is known of the groups once every row has one. */
export type Summed = Pick<
  SegmentationOutcome,
  "groups" | "classified" | "remarks" | "totalValue" | "positiveValue" | "curve"
>;

/**
 * Counts the rows of every group and sums a column over them. A classified row whose cell in that column is no number
 * stays in its group, adds nothing to the sums, and is listed.
 *
 * @param labels - per row the index into `named`, or its length for not classified
 * @throws {Failure} `not-a-number` if no cell of the summed column is a number
 */
export function summedGroups(
  named: readonly { readonly id: string; readonly name: string }[],
  labels: Uint16Array,
  amounts: Column,
  listed: RowLister,
): Summed {
  const { rows, values, notNumbers } = readValues(amounts, labels.length, listed);
  if (rows.length === 0) {
    throw new Failure("not-a-number", "summedGroups requires a number in the value column", { subject: amounts.name });
  }
  const counts = new Uint32Array(named.length + 1);
  for (const label of labels) counts[label]!++;
  const groupOf = new Uint16Array(rows.length);
  for (let i = 0; i < rows.length; i++) groupOf[i] = labels[rows[i]!]!;
  const statistics = groupStatistics(values, groupOf, named.length + 1);
  const classified = labels.length - counts[named.length]!;
  const totalOf = (part: "sum" | "positiveSum"): number =>
    statistics.slice(0, named.length).reduce((sum, group) => sum + group[part], 0);
  const positiveValue = totalOf("positiveSum");
  const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
  const groups = named.map(({ id, name }, i): Group => {
    const { sum, positiveSum, median } = statistics[i]!;
    return {
      id,
      name,
      customers: counts[i]!,
      value: sum,
      shareOfCustomers: share(counts[i]!, classified),
      shareOfValue: share(positiveSum, positiveValue),
      median,
    };
  });
  const remarks: readonly ListedRow[] = notNumbers.filter(({ row }) => labels[row] !== named.length);
  return { groups, classified, remarks, totalValue: totalOf("sum"), positiveValue, curve: [] };
}
