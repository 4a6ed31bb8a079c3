import type { Outcome } from "../../engine/outcome";
import type { RfmLines, UnusedReason } from "../../segmentations/rfm/rfmResult";
import { sumOf } from "../../methods/statistics/sumOf";
import type { Plan } from "../../plan/plan";
import type { SegmentationBy } from "../../segmentations/plans";
import type { ListedLine, OrdersAccount } from "../../reports/ordersAccount";
import { dayText } from "../../table/dayText";
import { LineState, type Transactions } from "../../table/transactions";
import type { Customers } from "../readCustomers";
import type { OrdersPlace } from "./readOrders";

/** The states of lines that cannot be used, as the engine calls them. */
const reasons: Readonly<Partial<Record<LineState, UnusedReason>>> = {
  [LineState.noCustomer]: "no-customer",
  [LineState.unknownCustomer]: "unknown-customer",
  [LineState.noDate]: "no-date",
  [LineState.noAmount]: "no-amount",
  [LineState.noOrder]: "no-order",
};

/** What became of the lines of each table of orders, by the segmentations that go by one. */
export function ordersAccounts(
  { segmentations }: Plan,
  outcome: Outcome,
  { table, orders }: Pick<Customers, "table" | "orders">,
): readonly OrdersAccount[] {
  return segmentations.flatMap((segmentation) => {
    if (segmentation.method !== "rfm" || segmentation.source.kind !== "transactions") return [];
    const { id, name, source } = segmentation;
    const rfm = outcome.segmentations.find((result) => result.id === id)?.rfm;
    const place = orders[id];
    const read = table.transactions?.[id];
    if (!rfm?.lines || !place || !read) return [];
    const { from, dataDate, lines } = rfm;
    return [
      {
        ...{ segmentation: { id, name }, table: place.table, from, dataDate },
        ...{ totals: place.totals.lines, hidden: place.hidden },
        ...{ read: lines.all, counted: lines.counted, returns: lines.returns, unused: lines.unused },
        amountCounted: sumOf(rfm.amounts.slice().sort()),
        listed: listedLines(place, source, read, lines),
      },
    ];
  });
}

function listedLines(
  place: OrdersPlace,
  { dateColumn }: Extract<SegmentationBy<"rfm">["source"], { kind: "transactions" }>,
  { days }: Transactions,
  { later }: RfmLines,
): readonly ListedLine[] {
  const cellOf = (line: number, column: string): Pick<ListedLine, "sheet" | "cell"> => {
    return { sheet: place.sheet, cell: `${place.letters.get(column) ?? ""}${place.firstRow + line}` };
  };
  return [
    ...place.unusable.flatMap(({ line, state, column, content }) => {
      const reason = reasons[state];
      return reason ? [{ reason, ...cellOf(line, column), content }] : [];
    }),
    ...place.totals.first.map(({ line, column, content }): ListedLine => {
      return { reason: "looks-total", ...cellOf(line, column), content };
    }),
    ...later.map((line): ListedLine => {
      return { reason: "after-data-date", ...cellOf(line, dateColumn), content: dayText(days[line] ?? 0) };
    }),
  ];
}
