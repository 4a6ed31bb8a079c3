import type { Plan } from "../../plan/plan";
import { columnNamed } from "../../table/columnNamed";
import type { CustomerTable } from "../../table/customerTable";
import { readNumber } from "../../table/readNumber";
import { combineColumn, customersIn } from "./consolidate";

/** By row, what the row's customer has in a column; null where no cell of it is a number. */
export function customerAmounts(plan: Plan, table: CustomerTable, name: string): (row: number) => number | null {
  const customers = customersIn(plan, table);
  // The amounts of a customer are known also where nobody knows its client group.
  const column = customers
    ? combineColumn(plan, table, { ...customers, torn: [] }, name).column
    : columnNamed(table, name);
  return (row) => {
    const value = readNumber(column, customers ? (customers.of[row] ?? 0) : row);
    return typeof value === "number" ? value : null;
  };
}
