import { contentText } from "./contentText";
import type { Column } from "./customerTable";
import { groupText } from "./groupText";
import { keyText } from "./keyText";
import { readDate, type DateReading } from "./readDate";
import { readNumber } from "./readNumber";
import { readNumberText, type NumberStyle } from "./readNumberText";
import { LineState, type Transactions } from "./transactions";

/** The columns of a table of orders, and what is known of its customers. */
export interface OrderColumns {
  /** The name of the table. */
  readonly name: string;
  readonly lines: number;
  readonly customer: Column;
  readonly date: Column;
  readonly amount: Column;
  /** Null where every line is an order. */
  readonly order: Column | null;
  /** Columns with the values of lines that do not count, written as `groupText` writes them. */
  readonly leaveOut: readonly { readonly column: Column; readonly values: ReadonlySet<string> }[];
  readonly dates: DateReading;
  /** How amounts that are text are written; null where nothing is declared: then they are no numbers. */
  readonly numbers: NumberStyle | null;
  /** By the text of its key the customer's row, or its number where a customer has several rows. */
  readonly customerOf: ReadonlyMap<string, number>;
}

/** A line that cannot be used, and the cell that is why. */
export interface UnusableLine {
  /** Counted from zero, in the order of the sheet. */
  readonly line: number;
  readonly state: LineState;
  readonly column: string;
  /** The cell's content as text, shortened to 40 characters. */
  readonly content: string;
}

/** Lines that cannot be used and are remembered one by one; all of them are counted. */
export const mostUnusable = 100;

/** Reads lines of orders one by one, so that whoever reads may pause. */
export interface OrderLinesReader {
  /** Reads one line. Call it once for each, in their order. */
  add(line: number): void;
  /** What was read. Call once, after the last line. */
  finish(): { readonly transactions: Transactions; readonly unusable: readonly UnusableLine[] };
}

export function orderLinesReader(columns: OrderColumns): OrderLinesReader {
  const { name, lines, customer, date, amount, order, leaveOut, dates, numbers, customerOf } = columns;
  const states = new Uint8Array(lines);
  const customers = new Int32Array(lines).fill(-1);
  const orders = order === null ? null : new Int32Array(lines).fill(-1);
  const days = new Int32Array(lines);
  const amounts = new Float64Array(lines).fill(NaN);
  const orderNumbers = new Map<string, number>();
  const unusable: UnusableLine[] = [];

  const readLine = (line: number): LineState => {
    const money = readAmount(amount, line, numbers);
    if (money !== null) amounts[line] = money;
    const day = readDate(date, line, dates);
    if (typeof day === "number") days[line] = day;
    const whose = keyText(customer, line);
    customers[line] = customerOf.get(whose) ?? -1;
    if (leaveOut.some(({ column, values }) => values.has(groupText(column, line) ?? ""))) return LineState.leftOut;
    if (whose === "") return LineState.noCustomer;
    if (customers[line] === -1) return LineState.unknownCustomer;
    if (typeof day !== "number") return LineState.noDate;
    if (money === null) return LineState.noAmount;
    if (order === null || orders === null) return LineState.counts;
    const id = keyText(order, line);
    if (id === "") return LineState.noOrder;
    let number = orderNumbers.get(id);
    if (number === undefined) orderNumbers.set(id, (number = orderNumbers.size));
    orders[line] = number;
    return LineState.counts;
  };

  return {
    add(line) {
      const state = readLine(line);
      states[line] = state;
      if (unusable.length >= mostUnusable) return;
      const column = columnAtFault(columns, state);
      if (column) unusable.push({ line, state, column: column.name, content: contentText(column, line) });
    },
    finish: () => ({
      transactions: { name, lines, states, customers, orders, orderCount: orderNumbers.size, days, amounts },
      unusable,
    }),
  };
}

/** Null for what is no number, also not a text that is one in the declared style. */
function readAmount(column: Column, line: number, style: NumberStyle | null): number | null {
  const number = readNumber(column, line);
  if (typeof number === "number") return number;
  const read = number === "text" && style !== null ? readNumberText(column.texts[line] ?? "", style) : null;
  return typeof read === "number" ? read : null;
}

/** Null for a line that is used, or that the plan leaves out. */
function columnAtFault({ customer, date, amount, order }: OrderColumns, state: LineState): Column | null {
  switch (state) {
    case LineState.counts:
    case LineState.leftOut:
      return null;
    case LineState.noCustomer:
    case LineState.unknownCustomer:
      return customer;
    case LineState.noDate:
      return date;
    case LineState.noAmount:
      return amount;
    case LineState.noOrder:
      return order;
    default:
      return state satisfies never;
  }
}
