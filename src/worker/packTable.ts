import { customersIn } from "../engine/consolidate/consolidate";
import type { Plan } from "../plan/plan";
import { columnsOf, usedColumns } from "../plan/usedColumns";
import type { Column, CustomerRows, CustomerTable } from "../table/customerTable";
import type { Transactions } from "../table/transactions";
import type { PackedColumn, PackedTable } from "./protocol";

/** Copies what the plan's methods read, so that the caller keeps its table and the copy can be handed over whole. */
export function packTable(plan: Plan, table: CustomerTable): PackedTable {
  const { groupColumn } = plan.rows;
  const methods = new Set(plan.segmentations.flatMap(columnsOf));
  const read = new Set(usedColumns(plan).filter((name) => name !== groupColumn || methods.has(name)));
  const have = (name: string | null): name is string => table.columns.some((column) => column.name === name);
  const customers = customersIn(plan, table);
  return {
    name: table.name,
    rows: table.rows,
    from1904: table.from1904 ?? false,
    behind: [plan.keyColumn, groupColumn].filter(have).filter((name) => !read.has(name)),
    customers: customers && packCustomers(customers),
    columns: table.columns.filter(({ name }) => read.has(name)).map(packColumn),
    transactions: Object.fromEntries(
      plan.segmentations.flatMap(({ id }) => {
        const lines = table.transactions?.[id];
        return lines ? [[id, packLines(lines)]] : [];
      }),
    ),
  };
}

function packLines(lines: Transactions): Transactions {
  return {
    ...lines,
    states: lines.states.slice(),
    customers: lines.customers.slice(),
    orders: lines.orders?.slice() ?? null,
    days: lines.days.slice(),
    amounts: lines.amounts.slice(),
  };
}

function packCustomers({ count, of, leftOut, grouped, torn }: CustomerRows): PackedTable["customers"] {
  return { count, of: of.slice(), ...(leftOut ? { leftOut: leftOut.slice() } : {}), grouped: grouped.slice(), torn };
}

function packColumn({ name, kinds, numbers, texts, days }: Column): PackedColumn {
  const rows: number[] = [];
  const found: string[] = [];
  for (let row = 0; row < texts.length; row++) {
    const text = texts[row];
    if (typeof text !== "string") continue;
    rows.push(row);
    found.push(text);
  }
  const own = days && { days: days.slice() };
  return {
    name,
    ...own,
    kinds: kinds.slice(),
    numbers: numbers.slice(),
    textRows: Uint32Array.from(rows),
    texts: found,
  };
}

/** The table for the methods. The columns that stayed behind are blank throughout. */
export function unpackTable({ transactions, from1904, ...packed }: PackedTable): CustomerTable {
  const { name, rows, behind, customers, columns } = packed;
  const blank = behind.map((left): Column => {
    return { name: left, kinds: new Uint8Array(rows), numbers: new Float64Array(), texts: [] };
  });
  return {
    name,
    rows,
    columns: [...columns.map((column) => unpackColumn(column, rows)), ...blank],
    customers: customers ? { ...customers, keys: [] } : undefined,
    transactions,
    from1904,
  };
}

function unpackColumn({ textRows, texts, ...column }: PackedColumn, rows: number): Column {
  const all = new Array<string | null>(rows).fill(null);
  textRows.forEach((row, i) => (all[row] = texts[i] ?? null));
  return { ...column, texts: all };
}

/** The buffers of a packed table, to be handed over rather than copied. */
export function buffersOf({ columns, customers, transactions }: PackedTable): ArrayBufferLike[] {
  return [
    ...columns.flatMap(({ kinds, numbers, textRows }) => [kinds.buffer, numbers.buffer, textRows.buffer]),
    ...(customers ? [customers.of.buffer, customers.grouped.buffer] : []),
    ...(customers?.leftOut ? [customers.leftOut.buffer] : []),
    ...Object.values(transactions).flatMap(({ states, customers: of, orders, days, amounts }) => [
      ...[states.buffer, of.buffer, days.buffer, amounts.buffer],
      ...(orders ? [orders.buffer] : []),
    ]),
  ];
}
