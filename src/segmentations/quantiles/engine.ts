import type { Plan } from "../../plan/plan";
import { Failure } from "../../failure";
import { quantileLimits } from "../../methods/tiers/quantileLimits";
import { tierByLimits } from "../../methods/tiers/tierByLimits";
import type { SegmentationBy } from "../plans";
import { columnNamed } from "../../table/columnNamed";
import type { CustomerTable } from "../../table/customerTable";
import { readValues } from "../shared/readValues";
import { rowLister } from "../shared/rowLister";
import { summedGroups } from "../shared/summedGroups";
import type { Classified } from "../../engine/withShares";
import { readNumber } from "../../table/readNumber";
import { changed, whyNoNumber, type Asked, type EngineKind } from "../shared/engineKind";
import { whyBand } from "../shared/whyBand";
import type { Why } from "../../engine/why";

/** Parameters as used, for RESULT.json and the run log. */
export interface QuantilesUsed extends Pick<
  SegmentationBy<"quantiles">,
  "column" | "valueColumn" | "direction" | "cutoffs"
> {
  readonly limits: readonly number[];
  readonly quantileType: 7;
  /** The date of the data in which kept limits were found; null where they follow from this data. */
  readonly kept: { readonly dataDate: string | null } | null;
  readonly emptyTiers: readonly string[];
}

/** Tiers by shares of the customers, or by limits kept from an earlier run; what is no number is listed and gets no tier. */
function classifyQuantiles(
  segmentation: SegmentationBy<"quantiles">,
  { keyColumn }: Plan,
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

/** Kept limits are at hand; those of the run were not stored, so that the place in the order of then is all there is. */
function whyRank({ column, cutoffs, direction, kept }: SegmentationBy<"quantiles">, asked: Asked): Why {
  const { to } = asked;
  if (kept) return whyBand({ column, direction, cutoffs: kept.limits }, asked, direction === "low-first");
  const value = readNumber(columnNamed(asked.table, column), asked.row);
  if (typeof value === "string") return whyNoNumber(asked, value, column);
  if (to === null) return changed(asked, column);
  const [from, end] = [cutoffs[to - 1] ?? 0, cutoffs[to] ?? 1];
  return { kind: "rank", column, value, highFirst: direction === "high-first", from, to: end };
}

export const quantiles: EngineKind<SegmentationBy<"quantiles">> = {
  classify: classifyQuantiles,
  why: whyRank,
  limitsFound: (_segmentation, { limits = [] }) => ({ value: limits }),
};
