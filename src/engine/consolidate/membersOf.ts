import { noCustomer, type CustomerRows } from "../../table/customerTable";

/** The rows of each customer, one after the other; those of none are left aside. */
export interface Members {
  /** Per customer where its rows begin, and one more: where the last one's end. */
  readonly starts: Int32Array;
  /** Rows, customer by customer, each in the order of the table. */
  readonly rows: Int32Array;
}

/** The rows of each customer. */
export function membersOf({ count, of }: Pick<CustomerRows, "count" | "of">): Members {
  const starts = new Int32Array(count + 1);
  for (const customer of of) if (customer !== noCustomer) starts[customer + 1]!++;
  for (let customer = 0; customer < count; customer++) starts[customer + 1]! += starts[customer]!;
  const next = starts.slice(0, count);
  const rows = new Int32Array(starts[count]!);
  for (let row = 0; row < of.length; row++) if (of[row] !== noCustomer) rows[next[of[row]!]!++] = row;
  return { starts, rows };
}
