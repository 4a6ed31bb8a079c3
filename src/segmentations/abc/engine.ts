import { Failure } from "../../failure";
import { groupStatistics } from "../../methods/statistics/groupStatistics";
import { shareLimits, shareTolerance } from "../../methods/tiers/shareLimits";
import { tierByLimits } from "../../methods/tiers/tierByLimits";
import type { SegmentationBy } from "../plans";
import { columnNamed } from "../../table/columnNamed";
import type { Column, CustomerTable } from "../../table/customerTable";
import type { ListedRow } from "../../engine/outcome";
import { readValues } from "../shared/readValues";
import { rowLister, type RowLister } from "../shared/rowLister";
import type { Classified, GroupSums } from "../../engine/withShares";
import type { Plan } from "../../plan/plan";
import { readNumber } from "../../table/readNumber";
import { changed, whyNoNumber, type Asked, type EngineKind } from "../shared/engineKind";
import type { Why } from "../../engine/why";

/** Parameters as used, for RESULT.json and the run log. */
export interface AbcUsed extends Pick<SegmentationBy<"abc">, "valueColumn" | "cutoffs"> {
  readonly limits: readonly number[];
  /** The date of the data in which kept limits were found; null where they follow from this data. */
  readonly kept: { readonly dataDate: string | null } | null;
  readonly shareTolerance: number;
}

/**
 * Tiers by cumulative share of the value column, or by the amounts at which they met in an earlier run; what is no number
 * is listed and gets no tier.
 */
function classifyAbc(segmentation: SegmentationBy<"abc">, { keyColumn }: Plan, table: CustomerTable): Classified {
  const column = columnNamed(table, segmentation.valueColumn);
  const listed = rowLister(column, columnNamed(table, keyColumn));
  const { rows, values, notNumbers } = readValues(column, table.rows, listed);
  const remarks = listNotPositive(rows, values, listed);
  const { cutoffs, tiers, kept } = segmentation;
  // Also where limits are kept there must be something to hold a share of.
  const found = inColumn(column, values, () => shareLimits(values, cutoffs));
  const limits = kept?.limits ?? found;
  const tierOf = inColumn(column, values, () => tierByLimits(values, limits, "high-first"));

  const labels = new Uint16Array(table.rows).fill(tiers.length);
  for (let i = 0; i < rows.length; i++) labels[rows[i]!] = tierOf[i]!;
  const statistics = groupStatistics(values, tierOf, tiers.length);
  const groups = tiers.map((tier, i): GroupSums => {
    const { count, sum, positiveSum, median } = statistics[i]!;
    const id = `${segmentation.id}/${tier.id}`;
    return { id, name: tier.name, customers: count, value: sum, positive: positiveSum, median };
  });
  return {
    id: segmentation.id,
    name: segmentation.name,
    method: "abc",
    used: {
      valueColumn: segmentation.valueColumn,
      cutoffs,
      limits,
      kept: kept ? { dataDate: kept.dataDate } : null,
      shareTolerance,
    },
    limits,
    groups,
    labels,
    classified: values.length,
    notClassified: notNumbers,
    remarks,
    totalValue: statistics.reduce((sum, group) => sum + group.sum, 0),
    // Who has no tier has no number either, but for a day, which the sheets' formulas add up.
    openAmounts: Float64Array.from(
      notNumbers.filter(({ reason }) => reason === "date"),
      ({ row }) => column.numbers[row] ?? 0,
    ),
    ranked: values,
  };
}

function listNotPositive(rows: Uint32Array, values: Float64Array, listed: RowLister): readonly ListedRow[] {
  const found: ListedRow[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (values[i]! <= 0) found.push(listed(rows[i]!, values[i] === 0 ? "zero" : "negative"));
  }
  return found;
}

/** Says which column a method's refusal is about. */
function inColumn<T>(column: Column, values: Float64Array, compute: () => T): T {
  if (values.length === 0) {
    throw new Failure("not-a-number", "classifyAbc requires a number in the value column", { subject: column.name });
  }
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(error.code, error.message, { subject: column.name, cause: error });
  }
}

function whyShare({ valueColumn: column, cutoffs }: SegmentationBy<"abc">, asked: Asked): Why {
  const { to } = asked;
  const value = readNumber(columnNamed(asked.table, column), asked.row);
  if (typeof value === "string") return whyNoNumber(asked, value, column);
  if (to === null) return changed(asked, column);
  if (value > 0) return { kind: "share", column, value, from: cutoffs[to - 1] ?? 0, to: cutoffs[to] ?? null };
  return to === cutoffs.length ? { kind: "nothing", column, value } : changed(asked, column);
}

export const abc: EngineKind<SegmentationBy<"abc">> = {
  classify: classifyAbc,
  why: whyShare,
  limitsFound: (_segmentation, { limits = [] }) => ({ value: limits }),
};
