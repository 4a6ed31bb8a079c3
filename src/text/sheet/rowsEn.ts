import { figures } from "../figures";

const { count } = figures("en");

/** The words of the sheets where a customer has several rows, in English. */
export const rowsEn = {
  asOf: (run: string, data: string | null): string =>
    `Labels and customers as of the run of ${run}${data === null ? "" : `, data as of ${data}`}. Rows, values and shares are formulas over the customer table: they show the amounts of now.`,
  headers: {
    customers: "Customers at the run",
    rows: "Rows",
    value: "Value at the run",
    customersClassified: "Customers classified",
    customersNotClassified: "Customers not classified",
    customersOpen: "Customers unaccounted for",
    rowsClassified: "Rows classified",
    rowsNotClassified: "Rows not classified",
  },
  customersRead: "Customers",
  read: "Read",
  rowsAndCustomers: (rows: number, customers: number): string =>
    `${count(rows)} rows of ${count(customers)} ${customers === 1 ? "customer" : "customers"}`,
  customersClassified: "Customers classified",
  customersNotClassified: "Customers not classified",
  several: (key: string, parts: readonly string[]): string =>
    `Rows of one ${key} are one customer: ${parts.join("; ")}.`,
  group: (column: string): string => `Customers of one ${column} are taken together as one.`,
  /** By how the rows of a column are combined. */
  combined: {
    sum: (column: string): string => `${column}: added up`,
    max: (column: string): string => `${column}: the largest`,
    min: (column: string): string => `${column}: the smallest`,
    worst: (column: string): string => `${column}: the worst`,
    latest: (column: string, date: string | null): string => `${column}: the latest by ${date ?? ""}`,
    earliest: (column: string): string => `${column}: the earliest`,
    agree: (column: string, date: string | null): string =>
      `${column}: ${date === null ? "must be the same" : `the same, or else the latest by ${date}`}`,
  },
  /** What a person chose about hidden rows and rows that look like totals, with how many were left out. */
  hiddenRows: {
    read: (_: number): string => "Hidden rows count like all others, by choice.",
    "leave-out": (n: number): string => `Hidden rows are left out, by choice: ${count(n)}.`,
  },
  subtotals: {
    read: (_: number): string => "Rows that look like totals count as customers, by choice.",
    "leave-out": (n: number): string => `Rows that look like totals are left out, by choice: ${count(n)}.`,
  },
  withoutRows: (hidden: number, totals: number): string =>
    `Left out by choice: ${count(hidden)} hidden, ${count(totals)} that look like totals. They are listed with those not classified, and are no part of the shares and the total.`,
  totalClassified: "Total classified",
  leftOut: "A cell that cannot be read is left out and listed; the customer's other rows count.",
  shares: "Rows of a customer are added up before its share is taken.",
  sharesAtRun:
    "Some customers come to less than zero: shares of value are those of the run, and count them as nothing.",
  atRun: (column: string): string => `${column} is not added up: its values and shares are those of the run.`,
  listFirst: (shown: number, all: number): string =>
    `${shown === all ? `${count(all)} ${all === 1 ? "line" : "lines"}` : `The first ${count(shown)} of ${count(all)} lines`}: a customer with several rows may have more than one. Amounts are those of the customer.`,
};

/** The words of the sheets where a customer has several rows, in one language. */
export type RowsWords = typeof rowsEn;
