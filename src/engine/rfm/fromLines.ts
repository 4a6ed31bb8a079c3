import { aggregateOrders } from "../../methods/rfm/aggregateOrders";
import { noDay } from "../../methods/rfm/orderLines";
import { sumOf } from "../../methods/statistics/sumOf";
import type { Plan, SegmentationBy } from "../../plan/plan";
import { dayText } from "../../table/dayText";
import { LineState, type Transactions } from "../../table/transactions";
import { dataDay, dayBeforeWindow } from "./dataDay";
import { Standing, type Measured } from "./measured";
import { mostLaterLines, type RfmLines, type UnusedReason } from "./rfmResult";

type Source = Extract<SegmentationBy<"rfm">["source"], { kind: "transactions" }>;

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
  const usable = lines.days.slice();
  for (let i = 0; i < usable.length; i++) if (lines.states[i] !== LineState.counts) usable[i] = 0;
  const day = dataDay(plan.dataDate, usable);
  const before = day === null || source.windowMonths === null ? null : dayBeforeWindow(day, source.windowMonths);
  const reasons = reasonsOf(lines, before ?? 0, day ?? 0);
  const customers = lines.customers.slice();
  for (let i = 0; i < reasons.length; i++) if (reasons[i] !== 0) customers[i] = -1;
  const { days, amounts, orders } = lines;
  const bought = aggregateOrders(
    { customers, days, amounts, orders },
    customerCount,
    lines.orderCount,
    source.mergeDays,
  );
  const isNone = (last: number): boolean => last === noDay;
  return {
    dataDate: day === null ? null : dayText(day),
    from: before === null ? null : dayText(before + 1),
    days: Float64Array.from(bought.lastDays, (last) => (isNone(last) ? NaN : (day ?? 0) - last)),
    lastDays: Float64Array.from(bought.lastDays, (last) => (isNone(last) ? NaN : last)),
    orders: Float64Array.from(bought.orders),
    amounts: bought.amounts,
    monetary:
      source.monetary === "total" ? bought.amounts : bought.amounts.map((amount, i) => amount / bought.orders[i]!),
    standings: Uint8Array.from(bought.lastDays, (last, i) => {
      if (isNone(last)) return Standing.noOrder;
      return bought.amounts[i]! > 0 ? Standing.scored : Standing.noNetSpend;
    }),
    notClassified: [],
    lines: linesOf(lines, reasons),
  };
}

/** Per line the index into `reasonOf`. */
function reasonsOf({ states, days }: Transactions, before: number, day: number): Uint8Array {
  const reasons = states.slice();
  for (let i = 0; i < reasons.length; i++) {
    if (reasons[i] !== LineState.counts) continue;
    if (days[i]! > day) reasons[i] = afterDataDate;
    else if (days[i]! <= before) reasons[i] = beforeWindow;
  }
  return reasons;
}

function linesOf({ lines, amounts }: Transactions, reasons: Uint8Array): RfmLines {
  const counts = new Int32Array(reasonOf.length);
  const unused = reasonOf.map((): number[] => []);
  const later: number[] = [];
  let returns = 0;
  for (let i = 0; i < reasons.length; i++) {
    const reason = reasons[i]!;
    counts[reason]!++;
    if (reason === LineState.counts) {
      if (amounts[i]! < 0) returns++;
      continue;
    }
    if (!Number.isNaN(amounts[i])) unused[reason]!.push(amounts[i]!);
    if (reason === afterDataDate && later.length < mostLaterLines) later.push(i);
  }
  return {
    all: lines,
    counted: counts[LineState.counts]!,
    returns,
    unused: reasonOf.flatMap((reason, i) => {
      if (reason === null || counts[i] === 0) return [];
      return [{ reason, lines: counts[i]!, amount: sumOf(Float64Array.from(unused[i]!).sort()) }];
    }),
    later,
  };
}
