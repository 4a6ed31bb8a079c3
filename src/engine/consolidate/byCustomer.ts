import type { Plan } from "../../plan/plan";
import { noCustomer, type CustomerTable } from "../../table/customerTable";
import type { Outcome } from "../outcome";
import { combineColumn, customersIn, keysOf } from "./consolidate";
import { markedKeys } from "./markedKeys";

/** An outcome and its table with one row per customer. */
export interface ByCustomer {
  readonly outcome: Outcome;
  /** The value columns and the keys; before the name of a client group stands a character that no key begins with. */
  readonly table: CustomerTable;
}

/**
 * The labels and values of customers: what comparing with the run before, and keeping labels for the next one, go by.
 * Where each row is a customer that is the outcome and its table; rows that are left out are nobody's.
 */
export function byCustomer(plan: Plan, outcome: Outcome, table: CustomerTable): ByCustomer {
  const customers = customersIn(plan, table);
  if (!customers) return { outcome, table };
  const { of, count } = customers;
  const keys = markedKeys(customers);
  const names = new Set(plan.segmentations.map(({ valueColumn }) => valueColumn));
  names.delete(plan.keyColumn);
  const values = Array.from(names, (name) => combineColumn(plan, table, customers, name).column);
  return {
    outcome: {
      ...outcome,
      segmentations: outcome.segmentations.map((result) => {
        const labels = new Uint16Array(count);
        of.forEach((customer, row) => {
          if (customer !== noCustomer) labels[customer] = result.labels[row]!;
        });
        return { ...result, labels };
      }),
    },
    table: { name: table.name, rows: count, columns: [...values, keysOf(plan.keyColumn, { count, keys })] },
  };
}
