import { classify } from "../../../src/engine/classify";
import type { SegmentationOutcome } from "../../../src/engine/outcome";
import { reconcile } from "../../../src/engine/reconcile";
import { withAmounts } from "../../../src/engine/withAmounts";
import { defaultPlan } from "../../../src/plan/defaultPlan";
import type { Plan } from "../../../src/plan/plan";
import type { SegmentationBy } from "../../../src/segmentations/plans";
import { columnOf, type Content } from "../../../src/table/columns";
import type { CustomerTable } from "../../../src/table/customerTable";
import { idNumbers, type IdNumbers } from "../../../src/table/idNumbers";
import { orderLinesReader, type OrderColumns } from "../../../src/table/orderLines";
import type { Transactions } from "../../../src/table/transactions";

export type Rfm = SegmentationBy<"rfm">;
type Orders = Extract<Rfm["source"], { kind: "transactions" }>;
type Columns = Extract<Rfm["source"], { kind: "columns" }>;

/** Serial numbers of days: 1 January 2024, and so on. */
export const january = 45_292;

/** Lines of orders: customer, day, amount, and the order's number. */
export type Line = readonly [customer: Content, day: Content, amount: Content, order?: Content];

export const fromOrders: Orders = {
  kind: "transactions",
  table: { id: "", name: "Orders" },
  customerColumn: "Customer",
  dateColumn: "Day",
  amountColumn: "Amount",
  orderColumn: null,
  mergeDays: false,
  windowMonths: null,
  leaveOut: [],
  monetary: "total",
};

export const fromColumns: Columns = {
  kind: "columns",
  recency: { column: "Last", as: "days" },
  frequencyColumn: "Orders",
  monetaryColumn: "Spent",
};

const quintiles = { by: "quintiles" } as const;
const any: [number, number] = [1, 5];

/** Two segments: the best of everything, and all others with at least a middling recency. */
export function rfm(source: Orders | Columns, more: Partial<Rfm> = {}): Rfm {
  return {
    method: "rfm",
    id: "rfm",
    name: "RFM",
    valueColumn: source.kind === "columns" ? "Spent" : "Net spend",
    source,
    scoring: { recency: quintiles, frequency: quintiles, monetary: quintiles },
    segments: [
      { id: "best", name: "Best" },
      { id: "warm", name: "Warm" },
    ],
    map: [
      { segment: "best", recency: [5, 5], frequency: [5, 5], monetary: [5, 5] },
      { segment: "warm", recency: [3, 5], frequency: any, monetary: any },
    ],
    ...more,
  };
}

export function planOf(segmentation: Rfm, dataDate: string | null): Plan {
  const plan = defaultPlan({
    table: { id: "", name: "Customers" },
    keyColumn: "Customer",
    valueColumn: "Spent",
    template: "retail",
    sheetLanguage: "en",
    dataDate,
  });
  return { ...plan, segmentations: [segmentation] };
}

/** Customers by their keys, one row each, and lines of orders read as from a workbook. */
export function tableOf(
  customers: readonly string[],
  lines: readonly Line[],
  more: Partial<OrderColumns> = {},
): CustomerTable {
  const name = "Customers";
  const columns = [columnOf("Customer", customers)];
  const customerOf = numbersOf(customers);
  return { name, rows: customers.length, columns, transactions: { rfm: read(lines, { customerOf, ...more }) } };
}

/** The numbers of keys in their order. */
export function numbersOf(keys: readonly string[]): IdNumbers {
  const column = columnOf("Customer", keys);
  const numbers = idNumbers(column);
  keys.forEach((_, row) => numbers.add(column, row, row));
  return numbers;
}

export function read(lines: readonly Line[], more: Partial<OrderColumns>): Transactions {
  const cells = (i: number): readonly Content[] => lines.map((line) => line[i] ?? null);
  const reader = orderLinesReader({
    name: "Orders",
    lines: lines.length,
    customer: columnOf("Customer", cells(0)),
    date: columnOf("Day", cells(1)),
    amount: columnOf("Amount", cells(2)),
    order: lines.some((line) => line.length > 3) ? columnOf("Order", cells(3)) : null,
    leaveOut: [],
    dates: { order: null, from1904: false },
    numbers: null,
    customerOf: idNumbers(columnOf("Customer", [])),
    ...more,
  });
  lines.forEach((_, i) => reader.add(i));
  return reader.finish().transactions;
}

/** The outcome of one segmentation, whose sums are checked against the table. */
export function run(segmentation: Rfm, dataDate: string | null, table: CustomerTable): SegmentationOutcome {
  const plan = planOf(segmentation, dataDate);
  const outcome = classify(plan, table);
  const [sums] = reconcile(plan, outcome, withAmounts(plan, outcome, table));
  expect(sums).toMatchObject({ valueOpen: 0, rowsClassified: outcome.rows - sums!.rowsNotClassified });
  return outcome.segmentations[0]!;
}

/** The name of each row's group; null for a row that is not classified. */
export const namesOf = ({ groups, labels }: SegmentationOutcome): (string | null)[] =>
  Array.from(labels, (label) => groups[label]?.name ?? null);

/** The three scores of each customer on end. */
export const scoresOf = ({ rfm: result }: SegmentationOutcome): string[] =>
  Array.from(result!.days, (_, i) =>
    [result!.scores.recency, result!.scores.frequency, result!.scores.monetary].map((scores) => scores[i]).join(""),
  );
