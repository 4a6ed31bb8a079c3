import { contentText } from "./contentText";
import type { Column } from "./customerTable";
import { groupText } from "./groupText";
import { idNumbers, noId, type IdNumbers } from "./idNumbers";
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
  /** By its key the customer's row, or its number where a customer has several rows. */
  readonly customerOf: Pick<IdNumbers, "find">;
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
  const customers = new Int32Array(lines);
  const orders = order === null ? null : new Int32Array(lines).fill(-1);
  const days = new Int32Array(lines);
  const amounts = new Float64Array(lines);
  const orderNumbers = order === null ? null : idNumbers(order);
  let orderCount = 0;
  const unusable: UnusableLine[] = [];

  const readLine = (line: number): LineState => {
    const money = readAmount(amount, line, numbers);
    amounts[line] = money ?? NaN;
    const day = readDate(date, line, dates);
    if (typeof day === "number") days[line] = day;
    const whose = customerOf.find(customer, line);
    customers[line] = Math.max(-1, whose);
    if (leaveOut.length > 0 && isLeftOut(leaveOut, line)) return LineState.leftOut;
    if (whose < 0) return whose === noId ? LineState.noCustomer : LineState.unknownCustomer;
    if (typeof day !== "number") return LineState.noDate;
    if (money === null) return LineState.noAmount;
    if (order === null || orders === null || orderNumbers === null) return LineState.counts;
    const number = orderNumbers.add(order, line, orderCount);
    if (number < 0) return LineState.noOrder;
    if (number === orderCount) orderCount++;
    orders[line] = number;
    return LineState.counts;
  };

  return {
    add(line) {
      const state = readLine(line);
      if (state === LineState.counts) return;
      states[line] = state;
      if (unusable.length >= mostUnusable) return;
      const column = columnAtFault(columns, state);
      if (column) unusable.push({ line, state, column: column.name, content: contentText(column, line) });
    },
    finish: () => ({
      transactions: { name, lines, states, customers, orders, orderCount, days, amounts },
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

function isLeftOut(leaveOut: OrderColumns["leaveOut"], line: number): boolean {
  return leaveOut.some(({ column, values }) => values.has(groupText(column, line) ?? ""));
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
