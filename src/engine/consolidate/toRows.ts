import type { Plan } from "../../plan/plan";
import type { Segmentation } from "../../segmentations/plans";
import { columnsOf } from "../../plan/usedColumns";
import { columnNamed } from "../../table/columnNamed";
import { contentText } from "../../table/contentText";
import { CellKind, LeftOut, noCustomer, type CustomerTable } from "../../table/customerTable";
import { keyText } from "../../table/keyText";
import type { ListedRow, SegmentationOutcome } from "../outcome";
import type { Consolidated } from "./consolidate";

/**
 * The result of one segmentation of customers as that of their rows: every row has the label of its customer. Rows that
 * are left out by choice are listed one by one, after the customers that could not be classified.
 */
export function toRows(
  result: SegmentationOutcome,
  segmentation: Segmentation,
  plan: Plan,
  table: CustomerTable,
  consolidated: Consolidated,
): SegmentationOutcome {
  const { of, keys, torn, leftOut } = consolidated.customers;
  const without = result.groups.length;
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
      .filter(({ row }) => result.labels[of[row]!] !== without)
      .map((each) => [`${each.row} ${each.column}`, each]),
  );
  return {
    ...result,
    labels: Uint16Array.from(of, (customer) => (customer === noCustomer ? without : result.labels[customer]!)),
    notClassified: [...result.notClassified.map(named), ...(leftOut ? rowsLeftOut(leftOut, plan, table) : [])],
    remarks: [
      ...result.remarks.map(named),
      ...Array.from(passedOver.values(), ({ row, reason, column }) => listed(row, reason, column)),
    ],
  };
}

/** By the cell of the key, because no cell of such a row is at fault. */
function rowsLeftOut(leftOut: Uint8Array, { keyColumn }: Plan, table: CustomerTable): readonly ListedRow[] {
  const keys = columnNamed(table, keyColumn);
  const listed: ListedRow[] = [];
  leftOut.forEach((why, row) => {
    if (why === LeftOut.counts) return;
    const reason = why === LeftOut.hidden ? "hidden-row" : "total-row";
    listed.push({ row, key: keyText(keys, row), reason, column: keyColumn, content: contentText(keys, row) });
  });
  return listed;
}
