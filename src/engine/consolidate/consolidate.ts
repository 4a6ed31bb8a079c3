import { dateReading } from "../../segmentations/shared/dateReading";
import { combinationFor } from "../../plan/combinationFor";
import { daysTested, foundAmounts, columnsOf } from "../../plan/usedColumns";
import type { Plan } from "../../plan/plan";
import { columnNamed } from "../../table/columnNamed";
import { customerRows } from "../../table/customerRows";
import { CellKind, type Column, type CustomerRows, type CustomerTable } from "../../table/customerTable";
import { readDate } from "../../table/readDate";
import { combinedCells, type CombinedCells, type CombinedColumn } from "./combinedCells";
import { combineNumbers, type Combine } from "./combineNumbers";
import { combineValues } from "./combineValues";
import { membersOf, type Members } from "./membersOf";
import { scaleFor } from "./scaleFor";
import { valueCodes } from "./valueCodes";

/** A table with several rows per customer, brought to one. */
export interface Consolidated {
  /** One row per customer: the columns that the segmentations read, and the keys. */
  readonly table: CustomerTable;
  readonly customers: CustomerRows;
  /** By name the columns that the segmentations read. */
  readonly combined: ReadonlyMap<string, CombinedColumn>;
}

/** Whose the rows are; null where each row is a customer, and none is left out. */
export function customersIn({ keyColumn, rows }: Plan, table: CustomerTable): CustomerRows | null {
  if (table.customers) return table.customers;
  if (rows.perCustomer === "one") return null;
  const groups = rows.groupColumn === null ? null : columnNamed(table, rows.groupColumn);
  return customerRows(columnNamed(table, keyColumn), groups);
}

/** Brings the rows of each customer to one, column by column as the plan says. The order of the rows does not matter. */
export function consolidate(plan: Plan, table: CustomerTable, customers: CustomerRows): Consolidated {
  const members = membersOf(customers);
  const written = foundAmounts(plan).filter((name) => table.columns.some((column) => column.name === name));
  const names = [...new Set([...plan.segmentations.flatMap(columnsOf), ...written])];
  const combined = new Map(names.map((name) => [name, combineColumn(plan, table, customers, name, members)]));
  const columns = [...combined.values()].map(({ column }) => column);
  if (!combined.has(plan.keyColumn)) columns.push(keysOf(plan.keyColumn, customers));
  const { name, transactions, from1904 } = table;
  return { table: { name, rows: customers.count, columns, transactions, from1904 }, customers, combined };
}

/** One column with one cell per customer. */
export function combineColumn(
  plan: Plan,
  table: CustomerTable,
  customers: CustomerRows,
  name: string,
  members: Members = membersOf(customers),
): CombinedColumn {
  const source = columnNamed(table, name);
  const cells = combinedCells(source, customers.count);
  const combine = combineBy(plan, table, source, members, cells);
  const { starts, rows } = members;
  for (let customer = 0; customer < customers.count; customer++) {
    const first = starts[customer]!;
    const end = starts[customer + 1]!;
    if (end === first + 1) cells.take(customer, rows[first]!);
    else combine(customer, first, end);
  }
  // Nobody can say what a customer is worth whose group is not known.
  for (const { customer } of customers.torn) cells.column.kinds[customer] = CellKind.error;
  return cells;
}

function combineBy(plan: Plan, table: CustomerTable, source: Column, members: Members, cells: CombinedCells): Combine {
  const by = combinationFor(plan, source.name);
  const { dateColumn } = plan.rows;
  switch (by) {
    case "sum":
    case "max":
    case "min":
      return combineNumbers(by, source, members, cells);
    case "earliest": {
      const reading = dateReading(plan.reading, table.from1904 ?? false);
      const day = (column: Column, row: number): number | string => readDate(column, row, reading);
      return combineNumbers("min", source, members, cells, daysTested(plan).has(source.name) ? day : undefined);
    }
    case "worst":
    case "latest":
    case "agree": {
      const { codes, values } = valueCodes(source);
      const scale = by === "worst" ? scaleFor(plan, source.name, values) : null;
      const ranks = scale && Float64Array.from(values, (value) => ranked(scale, value));
      const dates = dateColumn === null ? null : columnNamed(table, dateColumn);
      // A class that is on no scale has no worst.
      const rule = { by: by === "worst" && !ranks ? "agree" : by, codes, ranks, dates } as const;
      return combineValues(rule, source, members, cells);
    }
    default:
      return by satisfies never;
  }
}

function ranked(scale: readonly string[], value: string): number {
  const rank = scale.indexOf(value);
  return rank < 0 ? Infinity : rank;
}

/** The keys of the customers as a column. */
export function keysOf(name: string, { count, keys }: Pick<CustomerRows, "count" | "keys">): Column {
  const texts = Array.from({ length: count }, (_, customer) => keys[customer] ?? "");
  return { name, kinds: new Uint8Array(count).fill(CellKind.text), numbers: new Float64Array(count).fill(NaN), texts };
}
