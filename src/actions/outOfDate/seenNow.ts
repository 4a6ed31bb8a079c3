import { seenBuilder, seenWidth, type SeenCells } from "../../engine/seenCells";
import type { Plan } from "../../plan/plan";
import { usedColumns } from "../../plan/usedColumns";
import { columnNamed } from "../../table/columnNamed";
import { noCustomer, type CustomerTable } from "../../table/customerTable";
import { inTurns } from "../../workbook/inTurns";

/** The columns that decide about labels. Where clients are taken together, so does which of them there are. */
export function seenColumns(plan: Plan): readonly string[] {
  const { perCustomer, groupColumn } = plan.rows;
  return [...usedColumns(plan), ...(perCustomer === "several" && groupColumn !== null ? [plan.keyColumn] : [])];
}

/** The column by whose dates it is told which of a customer's rows count; null for none. */
export function seenDates({ rows }: Plan): string | null {
  return rows.perCustomer === "several" ? rows.dateColumn : null;
}

/**
 * What the cells hold by which a plan classifies.
 *
 * @param keys - the marks of the customers' keys
 * @param width - characters per mark, to compare with what was seen before
 */
export async function seenNow(
  plan: Plan,
  table: CustomerTable,
  keys: readonly string[],
  width?: number,
): Promise<SeenCells> {
  const columns = seenColumns(plan).map((name) => columnNamed(table, name));
  const dates = seenDates(plan);
  const builder = seenBuilder({
    columns,
    keys,
    of: table.customers?.of ?? null,
    dates: dates === null ? null : columnNamed(table, dates),
    width: width ?? seenWidth(keys.length, columns.length),
  });
  await inTurns(table.rows, (row) => {
    if (table.customers?.of[row] !== noCustomer) builder.add(row);
  });
  return builder.finish();
}
