import type { Plan } from "../../plan/plan";
import { columnNamed } from "../../table/columnNamed";
import { noCustomer, type CustomerTable } from "../../table/customerTable";
import { readNumber } from "../../table/readNumber";
import { combineColumn, customersIn } from "./consolidate";

/** By row, what the row's customer has in a column; null where no cell of it is a number. A row of none speaks for itself. */
export function customerAmounts(plan: Plan, table: CustomerTable, name: string): (row: number) => number | null {
  const customers = customersIn(plan, table);
  const own = columnNamed(table, name);
  // The amounts of a customer are known also where nobody knows its client group.
  const column = customers ? combineColumn(plan, table, { ...customers, torn: [] }, name).column : own;
  return (row) => {
    const customer = customers ? (customers.of[row] ?? 0) : row;
    const value = customer === noCustomer ? readNumber(own, row) : readNumber(column, customer);
    return typeof value === "number" ? value : null;
  };
}
