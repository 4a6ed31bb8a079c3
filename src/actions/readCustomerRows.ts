import type { Plan } from "../plan/plan";
import { columnNamed } from "../table/columnNamed";
import { customerRowsBuilder } from "../table/customerRows";
import { LeftOut, type CustomerRows, type CustomerTable } from "../table/customerTable";
import { hiddenRows } from "../workbook/hiddenRows";
import type { Session } from "../workbook/inExcel";
import { inTurns } from "../workbook/inTurns";
import type { TableFacts } from "../workbook/tableFacts";
import { totalRows } from "./totalRows";

/**
 * Per row why a plan leaves it out, hidden rows and those that look like totals as far as a person said so; null where
 * all rows count.
 */
export async function leftOutRows(session: Session, facts: TableFacts, { reading }: Plan): Promise<Uint8Array | null> {
  const leftOut = new Uint8Array(facts.rows);
  if (reading.subtotals === "leave-out") {
    for (const row of await totalRows(session, facts)) leftOut[row] = LeftOut.total;
  }
  if (reading.hiddenRows === "leave-out") {
    const body = { ...facts.place, row: facts.firstRow, rows: facts.rows };
    for (const row of await hiddenRows(session, facts.sheet, body)) leftOut[row] = LeftOut.hidden;
  }
  return leftOut.every((why) => why === LeftOut.counts) ? null : leftOut;
}

/** Whose the rows are; absent where each row is a customer, and none is left out. */
export async function customerRowsOf(
  { keyColumn, rows }: Plan,
  table: CustomerTable,
  leftOut: Uint8Array | null,
): Promise<CustomerRows | undefined> {
  const several = rows.perCustomer === "several";
  if (!several && leftOut === null) return undefined;
  const groups = several && rows.groupColumn !== null ? columnNamed(table, rows.groupColumn) : null;
  const builder = customerRowsBuilder(columnNamed(table, keyColumn), groups, leftOut);
  await inTurns(table.rows, builder.add);
  return builder.finish();
}
