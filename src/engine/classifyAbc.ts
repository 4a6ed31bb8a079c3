import { Failure } from "../failure";
import { groupStatistics } from "../methods/statistics/groupStatistics";
import { concentrationCurve } from "../methods/tiers/concentrationCurve";
import { shareTolerance, tierByShare } from "../methods/tiers/tierByShare";
import type { Segmentation } from "../plan/plan";
import { columnNamed } from "../table/columnNamed";
import { contentText } from "../table/contentText";
import type { Column, CustomerTable } from "../table/customerTable";
import { keyText } from "../table/keyText";
import { readNumber } from "../table/readNumber";
import type { Group, ListedRow, RowReason, SegmentationOutcome } from "./outcome";

/** Tiers by cumulative share of the value column; what is no number is listed and gets no tier. */
export function classifyAbc(
  segmentation: Extract<Segmentation, { method: "abc" }>,
  keyColumn: string,
  table: CustomerTable,
): SegmentationOutcome {
  const column = columnNamed(table, segmentation.valueColumn);
  const listed = rowLister(column, columnNamed(table, keyColumn));
  const { rows, values, notClassified, remarks } = readValues(column, table.rows, listed);
  const { cutoffs, tiers } = segmentation;
  const tierOf = inColumn(column, values, () => tierByShare(values, cutoffs));

  const labels = new Uint16Array(table.rows).fill(tiers.length);
  for (let i = 0; i < rows.length; i++) labels[rows[i]!] = tierOf[i]!;
  const statistics = groupStatistics(values, tierOf, tiers.length);
  const positiveValue = statistics.reduce((sum, group) => sum + group.positiveSum, 0);
  const groups = tiers.map((tier, i): Group => {
    const { count, sum, positiveSum, median } = statistics[i]!;
    return {
      id: `${segmentation.id}/${tier.id}`,
      name: tier.name,
      customers: count,
      value: sum,
      shareOfCustomers: count / values.length,
      shareOfValue: positiveSum / positiveValue,
      median,
    };
  });
  return {
    id: segmentation.id,
    name: segmentation.name,
    method: "abc",
    used: { valueColumn: segmentation.valueColumn, cutoffs, shareTolerance },
    groups,
    labels,
    classified: values.length,
    notClassified,
    remarks,
    totalValue: statistics.reduce((sum, group) => sum + group.sum, 0),
    positiveValue,
    curve: concentrationCurve(values),
  };
}

interface ReadValues {
  /** Rows that hold a number, in table order, and their numbers. */
  readonly rows: Uint32Array;
  readonly values: Float64Array;
  readonly notClassified: readonly ListedRow[];
  readonly remarks: readonly ListedRow[];
}

type RowLister = (row: number, reason: RowReason) => ListedRow;

function rowLister(column: Column, keys: Column): RowLister {
  return (row, reason) => ({
    row,
    key: keyText(keys, row),
    reason,
    column: column.name,
    content: contentText(column, row),
  });
}

function readValues(column: Column, tableRows: number, listed: RowLister): ReadValues {
  const rows = new Uint32Array(tableRows);
  const values = new Float64Array(tableRows);
  const notClassified: ListedRow[] = [];
  const remarks: ListedRow[] = [];
  let count = 0;
  for (let row = 0; row < tableRows; row++) {
    const number = readNumber(column, row);
    if (typeof number === "string") {
      notClassified.push(listed(row, number));
      continue;
    }
    if (number <= 0) remarks.push(listed(row, number === 0 ? "zero" : "negative"));
    rows[count] = row;
    values[count] = number;
    count++;
  }
  return { rows: rows.subarray(0, count), values: values.subarray(0, count), notClassified, remarks };
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
