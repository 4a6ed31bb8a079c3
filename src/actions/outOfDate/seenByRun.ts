import type { SeenCells } from "../../engine/seenCells";
import type { Plan } from "../../plan/plan";
import type { Session } from "../../workbook/inExcel";
import { marksOf } from "../../workbook/keyMarks";
import { restlessColumns } from "../../workbook/restlessColumns";
import type { TableFacts } from "../../workbook/tableFacts";
import type { RestlessOrders } from "../orders/requireSameOrders";
import type { Customers } from "../readCustomers";
import { seenColumns, seenNow } from "./seenNow";
import { seenOrders } from "./seenOrders";

export interface RunInputs {
  readonly plan: Plan;
  readonly customers: Customers;
  /** The marks of the customers' keys, as kept. */
  readonly keys: string;
  readonly orders: RestlessOrders;
}

/** What a run classified by, with the columns whose formulas never rest: their labels hold for the run's moment. */
export async function seenByRun(
  session: Session,
  facts: TableFacts,
  { plan, customers, keys, orders }: RunInputs,
): Promise<SeenCells> {
  const restless = await restlessColumns(session, facts, seenColumns(plan));
  const seen = await seenNow(plan, customers.table, marksOf(keys));
  const lines = await seenOrders(customers.orderLines, orders);
  const columns = seen.columns.map((column) =>
    restless.includes(column.name) ? { ...column, restless: true as const } : column,
  );
  return { ...seen, columns, ...(lines.length > 0 ? { orders: lines } : {}) };
}
