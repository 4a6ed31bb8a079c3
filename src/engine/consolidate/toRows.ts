import type { Plan, Segmentation } from "../../plan/plan";
import { columnsOf } from "../../plan/usedColumns";
import { columnNamed } from "../../table/columnNamed";
import { contentText } from "../../table/contentText";
import { CellKind, type CustomerTable } from "../../table/customerTable";
import type { ListedRow, SegmentationOutcome } from "../outcome";
import type { Consolidated } from "./consolidate";

/** The result of one segmentation of customers as that of their rows: every row has the label of its customer. */
export function toRows(
  result: SegmentationOutcome,
  segmentation: Segmentation,
  plan: Plan,
  table: CustomerTable,
  consolidated: Consolidated,
): SegmentationOutcome {
  const { of, keys, torn } = consolidated.customers;
  const tornAt = new Map(torn.map((each) => [each.customer, each]));
  const listed = (row: number, reason: ListedRow["reason"], column: string): ListedRow => {
    const content = contentText(columnNamed(table, column), row);
    return { row, key: keys[of[row]!] ?? "", reason, column, content };
  };
  /** A listed customer as the row to name. */
  const named = (it: ListedRow): ListedRow => {
    const without = tornAt.get(it.row);
    if (without) return listed(without.row, without.reason, plan.rows.groupColumn ?? plan.keyColumn);
    const combined = consolidated.combined.get(it.column);
    if (!combined) return it;
    const { rowOf, undecided, column } = combined;
    const row = listed(rowOf[it.row]!, undecided.get(it.row) ?? it.reason, it.column);
    // A sum is in none of its cells.
    return column.kinds[it.row] === CellKind.number ? { ...row, content: it.content } : row;
  };
  // Two columns may miss the same date.
  const passedOver = new Map(
    columnsOf(segmentation)
      .flatMap((name) => consolidated.combined.get(name)?.passedOver ?? [])
      .filter(({ row }) => result.labels[of[row]!] !== result.groups.length)
      .map((each) => [`${each.row} ${each.column}`, each]),
  );
  return {
    ...result,
    labels: Uint16Array.from(of, (customer) => result.labels[customer]!),
    notClassified: result.notClassified.map(named),
    remarks: [
      ...result.remarks.map(named),
      ...Array.from(passedOver.values(), ({ row, reason, column }) => listed(row, reason, column)),
    ],
  };
}
