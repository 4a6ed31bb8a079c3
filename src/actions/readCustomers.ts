import type { Plan } from "../plan/plan";
import type { CustomerTable } from "../table/customerTable";
import type { ActionOptions } from "./progress";

/** The customers with the columns that a plan uses, and where they stand, so that a row can be named as a cell. */
export interface Customers {
  readonly table: CustomerTable;
  readonly sheet: string;
  /** Row number on the sheet of the first customer, counted from one. */
  readonly firstRow: number;
  /** Column letters by column name. */
  readonly letters: ReadonlyMap<string, string>;
  /** SHA-256 of the column names, the number of rows and the keys in order, in hexadecimal. */
  readonly fingerprint: string;
}

/**
 * Reads the key column and the columns that a plan uses. Keep the result: a changed cut-off needs no second reading.
 *
 * @throws {Failure} `missing-table`, `empty-table`, `no-header`, `missing-column`, `same-column-names`,
 *   `blank-key`, `duplicate-key`, `digits-lost`, `cancelled`, `no-answer`
 */
export function readCustomers(plan: Plan, options?: ActionOptions): Promise<Customers> {
  throw new Error(`readCustomers is being written: ${plan.keyColumn} ${String(options)}`);
}
