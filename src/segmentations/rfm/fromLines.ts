import { aggregateOrders, type Bought } from "../../methods/rfm/aggregateOrders";
import { noDay } from "../../methods/rfm/orderLines";
import { sumOf } from "../../methods/statistics/sumOf";
import type { Plan } from "../../plan/plan";
import type { SegmentationBy } from "../plans";
import { dayText } from "../../table/dayText";
import { LineState, type Transactions } from "../../table/transactions";
import { dataDay, dayBeforeWindow, laterThan } from "./dataDay";
import { Standing, type Measured } from "./measured";
import { mostLaterLines, type RfmLines, type UnusedReason } from "./rfmResult";

type Source = Extract<SegmentationBy<"rfm">["source"], { kind: "transactions" }>;

/** By the number of a line's state, and two more; null for a line that counts. */
const reasonOf = [
  null,
  "left-out",
  "no-customer",
  "unknown-customer",
  "no-date",
  "no-amount",
  "no-order",
  "before-window",
  "after-data-date",
] as const satisfies readonly (UnusedReason | null)[];
const beforeWindow = reasonOf.indexOf("before-window");
const afterDataDate = reasonOf.indexOf("after-data-date");

/**
 * The measures from lines of orders. The window ends with the data date, which belongs to it, and begins on the day
 * after that many months before it. Every customer of the table has a standing: who has no order in the window, and who
 * spent nothing net of returns, are told apart from all others.
 *
 * @param customerCount - rows of the table, or customers where one has several rows
 */
export function fromLines(source: Source, plan: Plan, lines: Transactions, customerCount: number): Measured {
  const usable = plan.dataDate === null ? usableDays(lines) : lines.days;
  const { day, monthEnd } = dataDay(plan.dataDate, usable);
  const before = day === null || source.windowMonths === null ? null : dayBeforeWindow(day, source.windowMonths);
  const { customers, told } = sortedOut(lines, before ?? 0, day ?? 0);
  const { days, amounts, orders, orderCount } = lines;
  const bought = aggregateOrders({ customers, days, amounts, orders }, customerCount, orderCount, source.mergeDays);
  return {
    dataDate: day === null ? null : dayText(day),
    monthEnd: laterThan(monthEnd, usable, day),
    from: before === null ? null : dayText(before + 1),
    ...measuresOf(source.amountColumn === null ? withoutAmounts(bought) : bought, day ?? 0, source),
    notClassified: [],
    lines: told,
  };
}

type Measures = Pick<Measured, "days" | "lastDays" | "orders" | "amounts" | "monetary" | "standings">;

/** Without amounts the number of orders stands in their place. */
function withoutAmounts(bought: Bought): Bought {
  return { ...bought, amounts: Float64Array.from(bought.orders) };
}

function measuresOf(
  { lastDays: last, orders: counts, amounts }: Bought,
  day: number,
  { amountColumn, monetary: by }: Source,
): Measures {
  const days = new Float64Array(last.length).fill(NaN);
  const lastDays = new Float64Array(last.length).fill(NaN);
  const standings = new Uint8Array(last.length).fill(Standing.noOrder);
  const isTotal = by === "total" || amountColumn === null;
  const monetary = isTotal ? amounts : new Float64Array(last.length);
  for (let i = 0; i < last.length; i++) {
    if (!isTotal) monetary[i] = amounts[i]! / counts[i]!;
    if (last[i] === noDay) continue;
    days[i] = day - last[i]!;
    lastDays[i] = last[i]!;
    standings[i] = amounts[i]! > 0 ? Standing.scored : Standing.noNetSpend;
  }
  return { days, lastDays, orders: Float64Array.from(counts), amounts, monetary, standings };
}

/** The days of the lines that count, and 0 for all others. */
function usableDays({ days, states }: Transactions): Int32Array {
  const usable = days.slice();
  for (let i = 0; i < usable.length; i++) if (states[i] !== LineState.counts) usable[i] = 0;
  return usable;
}

/** The customers of the lines that count, -1 for all others, and what became of all lines. */
function sortedOut(
  { lines, states, days, amounts, customers: of }: Transactions,
  before: number,
  day: number,
): { readonly customers: Int32Array; readonly told: RfmLines } {
  const customers = of.slice();
  const counts = new Int32Array(reasonOf.length);
  const unused = reasonOf.map((): number[] => []);
  const later: number[] = [];
  let returns = 0;
  for (let i = 0; i < lines; i++) {
    let reason = states[i]!;
    if (reason === 0 && days[i]! > day) reason = afterDataDate;
    else if (reason === 0 && days[i]! <= before) reason = beforeWindow;
    if (reason === 0) {
      if (amounts[i]! < 0) returns++;
      continue;
    }
    customers[i] = -1;
    counts[reason]!++;
    if (!Number.isNaN(amounts[i])) unused[reason]!.push(amounts[i]!);
    if (reason === afterDataDate && later.length < mostLaterLines) later.push(i);
  }
  const told = {
    all: lines,
    counted: counts.reduce((left, count) => left - count, lines),
    returns,
    unused: reasonOf.flatMap((reason, i) => {
      if (reason === null || counts[i] === 0) return [];
      return [{ reason, lines: counts[i]!, amount: sumOf(Float64Array.from(unused[i]!).sort()) }];
    }),
    later,
  };
  return { customers, told };
}
