import type { ChangedCustomer, ChangedList, ChangedSegmentation } from "../../actions/changes/readChanges";

/** Customers who changed segment and have the same content in a column. */
export interface Concerned {
  /** What the column holds; "" for a blank cell. */
  readonly value: string;
  readonly customers: number;
  /** The sum of their values of now. */
  readonly amount: number;
}

/** What a customer's row holds in one of the two columns that were read; null for any other column. */
export function contentOf({ columns }: ChangedList, by: string): ((customer: ChangedCustomer) => string) | null {
  if (by === columns.manager) return ({ manager }) => manager;
  return by === columns.branch ? ({ branch }) => branch : null;
}

/** How many customers are concerned by the content of a column, most first. */
export function concernedBy(
  { customers }: ChangedSegmentation,
  content: (customer: ChangedCustomer) => string,
): readonly Concerned[] {
  const found = new Map<string, { customers: number; amount: number }>();
  for (const customer of customers) {
    const value = content(customer);
    const sum = found.get(value) ?? { customers: 0, amount: 0 };
    found.set(value, { customers: sum.customers + 1, amount: sum.amount + (customer.value ?? 0) });
  }
  return [...found]
    .map(([value, sum]) => ({ value, ...sum }))
    .sort((a, b) => b.customers - a.customers || b.amount - a.amount || (a.value < b.value ? -1 : 1));
}
