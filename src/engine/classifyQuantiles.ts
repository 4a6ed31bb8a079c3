import { Failure } from "../failure";
import { quantileLimits } from "../methods/tiers/quantileLimits";
import { tierByLimits } from "../methods/tiers/tierByLimits";
import type { SegmentationBy } from "../segmentations/plans";
import { columnNamed } from "../table/columnNamed";
import type { CustomerTable } from "../table/customerTable";
import { readValues } from "./readValues";
import { rowLister } from "./rowLister";
import { summedGroups } from "./summedGroups";
import type { Classified } from "./withShares";

/** Tiers by shares of the customers, or by limits kept from an earlier run; what is no number is listed and gets no tier. */
export function classifyQuantiles(
  segmentation: SegmentationBy<"quantiles">,
  keyColumn: string,
  table: CustomerTable,
): Classified {
  const { id, name, method, valueColumn, direction, cutoffs, tiers, kept } = segmentation;
  const keys = columnNamed(table, keyColumn);
  const column = columnNamed(table, segmentation.column);
  const amounts = columnNamed(table, valueColumn);
  const { rows, values, notNumbers } = readValues(column, table.rows, rowLister(column, keys));
  if (rows.length === 0) {
    throw new Failure("not-a-number", "classifyQuantiles requires a number in the column", { subject: column.name });
  }
  const limits = kept?.limits ?? quantileLimits(values, cutoffs, direction);
  const tierOf = tierByLimits(values, limits, direction);
  const labels = new Uint16Array(table.rows).fill(tiers.length);
  for (let i = 0; i < rows.length; i++) labels[rows[i]!] = tierOf[i]!;
  const named = tiers.map((tier) => ({ id: `${id}/${tier.id}`, name: tier.name }));
  const summed = summedGroups(named, labels, amounts, rowLister(amounts, keys));
  return {
    id,
    name,
    method,
    used: {
      column: column.name,
      valueColumn,
      direction,
      cutoffs,
      limits,
      quantileType: 7,
      kept: kept ? { dataDate: kept.dataDate } : null,
      emptyTiers: summed.groups.filter(({ customers }) => customers === 0).map((group) => group.name),
    },
    limits,
    labels,
    notClassified: notNumbers,
    ...summed,
  };
}
