import type { FoundTable } from "../../../actions/findTables";
import type { InspectedColumn, TableInspection } from "../../../actions/inspectTable";
import type { PlanForm, RfmForm } from "../planForm";

export type ColumnSource = Extract<RfmForm["source"], { kind: "columns" }>;
export type OrderSource = Extract<RfmForm["source"], { kind: "transactions" }>;

/** All history would make everybody better year by year; two years hold what a customer does now. */
export const usualWindow = 24;

const lastName = /last|latest|recent|最近|上次|末次|最后/iu;
const daysName = /\bdays?\b|[_\s-]days?|天数|距今/iu;
const ordersName =
  /\b(number|count|no\.?|total)[\s_-]*(of[\s_-]*)?(orders|purchases|transactions|visits)|orders|purchases|transactions|frequency|次数|笔数|订单数/iu;
const customerName = /cust|client|member|buyer|user|account|客户|会员|用户|买家|编号/iu;
const orderName = /order|invoice|receipt|transaction|bill|订单|单号|发票|流水/iu;
const amountName = /amount|sales|revenue|total|value|spend|金额|销售|收入|合计|实付/iu;

/** The columns of the customer table that hold the three measures; null where one of them is not to be seen. */
export function guessColumnSource(
  { columns, valueCandidates }: TableInspection,
  roles: PlanForm["settings"]["roles"],
): ColumnSource | null {
  const last = columns.filter(({ name }) => lastName.test(name));
  const date = last.find(isDate);
  const isDays = ({ name, spread }: InspectedColumn): boolean =>
    spread !== null && daysName.test(name) && /recency|since|last|距|最近/iu.test(name);
  const days = columns.find(isDays);
  const recency = date ?? days ?? columns.find(({ name, spread }) => spread !== null && /recency/iu.test(name));
  const orders = columns.find(
    ({ name, spread }) => name === roles.orders || (spread !== null && ordersName.test(name) && name !== recency?.name),
  );
  const amount = valueCandidates.find((name) => name !== orders?.name && name !== recency?.name);
  if (recency === undefined || orders === undefined || amount === undefined) return null;
  return {
    kind: "columns",
    recency: { column: recency.name, as: recency === date ? "date" : "days" },
    frequencyColumn: orders.name,
    monetaryColumn: amount,
  };
}

function isDate({ looksLike }: Pick<InspectedColumn, "looksLike">): boolean {
  return looksLike === "date";
}

/** A table with a customer, a date and an amount in every line: that of the customers itself, where each has several. */
export function guessOrderSource(form: PlanForm, tables: readonly FoundTable[]): OrderSource | null {
  const several = form.settings.rows.perCustomer === "several";
  const offered = orderTables(form, tables);
  const found = offered.flatMap((table) => {
    const source = orderSourceIn(table, form.keyColumn);
    return source === null ? [] : [{ source, own: table.id === form.table.id, rows: table.rows }];
  });
  const [best] = found.sort((a, b) => Number(several && b.own) - Number(several && a.own) || b.rows - a.rows);
  return best?.source ?? null;
}

/** The tables that may hold orders: all but Tierbook's own, and but the customers where each has one row. */
export function orderTables(form: PlanForm, tables: readonly FoundTable[]): readonly FoundTable[] {
  const several = form.settings.rows.perCustomer === "several";
  return tables.filter(({ id, reason }) => {
    if (reason === "ours" || reason === "empty" || reason === "no-header") return false;
    return several || id !== form.table.id;
  });
}

/** How a table would be read as one of orders; null where it has no customer, no date or no amount. */
export function orderSourceIn({ id, name, columns }: FoundTable, keyColumn: string): OrderSource | null {
  const customer =
    columns.find((column) => fold(column.name) === fold(keyColumn)) ??
    columns.find((column) => customerName.test(column.name) && column.looksLike !== "value");
  const dates = columns.filter(
    (column) => column.looksLike === "date" || (/date|日期|时间/iu.test(column.name) && column !== customer),
  );
  const date = dates.find((column) => orderName.test(column.name)) ?? dates[0];
  const values = columns.filter(({ looksLike }) => looksLike === "value");
  const amount = values.find((column) => amountName.test(column.name)) ?? values[0];
  if (customer === undefined || date === undefined || amount === undefined) return null;
  const order = columns.find(
    (column) => orderName.test(column.name) && ![customer, date, amount].includes(column) && isId(column),
  );
  return {
    kind: "transactions",
    table: { id, name },
    customerColumn: customer.name,
    dateColumn: date.name,
    amountColumn: amount.name,
    orderColumn: order?.name ?? null,
    mergeDays: false,
    windowMonths: usualWindow,
    leaveOut: [],
    monetary: "total",
  };
}

/** An order stands in several lines, so that its id need not differ from line to line. */
function isId({ name, looksLike }: FoundTable["columns"][number]): boolean {
  return looksLike === "key" || /id$|no\.?$|number|单号|编号|发票|流水/iu.test(name);
}

function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]/gu, "");
}
