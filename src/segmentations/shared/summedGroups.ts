import { Failure } from "../../failure";
import { groupStatistics } from "../../methods/statistics/groupStatistics";
import type { Column } from "../../table/customerTable";
import type { ListedRow } from "../../engine/outcome";
import { readValues } from "./readValues";
import type { RowLister } from "./rowLister";
import type { Classified, GroupSums } from "../../engine/withShares";

/** What is known of the groups once every row has one. */
export type Summed = Pick<Classified, "groups" | "classified" | "remarks" | "totalValue" | "openAmounts">;

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
  const read = readValues(amounts, labels.length, listed);
  const { notNumbers } = read;
  // A day is listed, but the sheets' formulas add it up like any number.
  const days = notNumbers.filter(({ reason }) => reason === "date").map(({ row }) => row);
  const rows = days.length === 0 ? read.rows : Uint32Array.from([...read.rows, ...days]);
  const values = days.length === 0 ? read.values : Float64Array.from(rows, (row) => amounts.numbers[row] ?? 0);
  if (rows.length === 0) {
    throw new Failure("not-a-number", "summedGroups requires a number in the value column", { subject: amounts.name });
  }
  const counts = new Uint32Array(named.length + 1);
  for (const label of labels) counts[label]!++;
  const groupOf = new Uint16Array(rows.length);
  for (let i = 0; i < rows.length; i++) groupOf[i] = labels[rows[i]!]!;
  const statistics = groupStatistics(values, groupOf, named.length + 1);
  const classified = labels.length - counts[named.length]!;
  const groups = named.map(({ id, name }, i): GroupSums => {
    const { sum, positiveSum, median } = statistics[i]!;
    return { id, name, customers: counts[i]!, value: sum, positive: positiveSum, median };
  });
  const totalValue = groups.reduce((sum, group) => sum + group.value, 0);
  const remarks: readonly ListedRow[] = notNumbers.filter(({ row }) => labels[row] !== named.length);
  return { groups, classified, remarks, totalValue, openAmounts: values.filter((_, i) => groupOf[i] === named.length) };
}
