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
  /** The amount of a line, or its price where there is a quantity; null without amounts. */
  readonly amount: Column | null;
  readonly quantity?: Column | null;
  /** Null where every line is an order. */
  readonly order: Column | null;
  readonly leaveOut: readonly LeaveOut[];
  readonly dates: DateReading;
  /** How amounts that are text are written; null where nothing is declared: then they are no numbers. */
  readonly numbers: NumberStyle | null;
  /** By its key the customer's row, or its number where a customer has several rows. */
  readonly customerOf: Pick<IdNumbers, "find">;
}

/** A column by which lines do not count. */
export interface LeaveOut {
  readonly column: Column;
  /** Written as `groupText` writes them. */
  readonly values: ReadonlySet<string>;
  /** Beginnings of such texts, in any case. */
  readonly prefixes?: readonly string[];
  /** Numbers in [from, below); null for an open end, and where no number is left out. */
  readonly range?: { readonly from: number | null; readonly below: number | null } | null;
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
  const { name, lines, customer, date, amount, quantity = null, order, dates, numbers, customerOf } = columns;
  const leaveOut = columns.leaveOut.map((each) => ({ ...each, prefixes: each.prefixes?.map(inAnyCase) ?? [] }));
  const states = new Uint8Array(lines);
  const customers = new Int32Array(lines);
  const orders = order === null ? null : new Int32Array(lines).fill(-1);
  const days = new Int32Array(lines);
  const amounts = new Float64Array(lines);
  const orderNumbers = order === null ? null : idNumbers(order);
  let orderCount = 0;
  const unusable: UnusableLine[] = [];

  const readLine = (line: number): LineState => {
    const money = amount === null ? 0 : amountOf(amount, quantity, line, numbers);
    amounts[line] = money ?? NaN;
    const day = readDate(date, line, dates);
    if (typeof day === "number") days[line] = day;
    const whose = customerOf.find(customer, line);
    customers[line] = Math.max(-1, whose);
    if (leaveOut.length > 0 && isLeftOut(leaveOut, line, numbers)) return LineState.leftOut;
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
      const column = columnAtFault(columns, state, line);
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

/** A price times a quantity, in the fifteen digits that Excel shows of it. */
function amountOf(amount: Column, quantity: Column | null, line: number, style: NumberStyle | null): number | null {
  const money = readAmount(amount, line, style);
  if (quantity === null || money === null) return money;
  const pieces = readAmount(quantity, line, style);
  return pieces === null ? null : Number((money * pieces).toPrecision(15));
}

function isLeftOut(leaveOut: OrderColumns["leaveOut"], line: number, style: NumberStyle | null): boolean {
  return leaveOut.some(({ column, values, prefixes = [], range = null }) => {
    const text = groupText(column, line) ?? "";
    if (values.has(text)) return true;
    if (prefixes.length > 0 && text !== "" && prefixes.some((prefix) => inAnyCase(text).startsWith(prefix)))
      return true;
    const number = range && readAmount(column, line, style);
    if (!range || number === null) return false;
    return (range.from === null || number >= range.from) && (range.below === null || number < range.below);
  });
}

function inAnyCase(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

/** Null for a line that is used, or that the plan leaves out. */
function columnAtFault(
  { customer, date, amount, quantity = null, order, numbers }: OrderColumns,
  state: LineState,
  line: number,
): Column | null {
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
      return quantity !== null && amount !== null && readAmount(amount, line, numbers) !== null ? quantity : amount;
    case LineState.noOrder:
      return order;
    default:
      return state satisfies never;
  }
}
