import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { classify } from "../../src/engine/classify";
import type { Outcome } from "../../src/engine/outcome";
import { defaultPlan } from "../../src/plan/defaultPlan";
import type { Plan } from "../../src/plan/plan";
import { rfmMap } from "../../src/segmentations/rfm/rfmMaps";
import { CellKind, type Column, type CustomerTable } from "../../src/table/customerTable";
import { idNumbers } from "../../src/table/idNumbers";
import { orderLinesReader } from "../../src/table/orderLines";
import { seeded } from "./seeded";

/** How customers are told apart. */
export type IdKind = "numbers" | "text";

export const lineCount = 1_000_000;
export const customerCount = 100_000;
const firstId = 1_000_000;
/** The last day of 2023 as a serial number, and two years before it. */
const lastDay = 45_291;
const days = 730;

/** Seeded lines: some customers buy far more often than others, small amounts are more common, and 3 % are returns. */
export function rfmLines(): { readonly ids: Int32Array; readonly days: Int32Array; readonly amounts: Float64Array } {
  const draw = seeded(20_261_121);
  const lines = {
    ids: new Int32Array(lineCount),
    days: new Int32Array(lineCount),
    amounts: new Float64Array(lineCount),
  };
  for (let i = 0; i < lineCount; i++) {
    lines.ids[i] = firstId + Math.floor(customerCount * draw() ** 1.6);
    lines.days[i] = lastDay - Math.floor(days * draw());
    const amount = (1 + Math.round(10_000 * draw() ** 3)) / 100;
    lines.amounts[i] = draw() < 0.03 ? -amount : amount;
  }
  return lines;
}

/** Writes the lines as three files of binary numbers, for peers that are not written in JavaScript. */
export function writeRfmLines(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, { buffer }] of Object.entries(rfmLines())) writeFileSync(join(folder, name), Buffer.from(buffer));
}

export const rfmPlan: Plan = {
  ...defaultPlan({
    table: { id: "", name: "Customers" },
    keyColumn: "Customer",
    valueColumn: "Spent",
    template: "retail",
    sheetLanguage: "en",
    dataDate: "2023-12-31",
  }),
  segmentations: [
    {
      method: "rfm",
      id: "rfm",
      name: "RFM",
      valueColumn: "Spent",
      source: {
        kind: "transactions",
        table: { id: "", name: "Orders" },
        customerColumn: "Customer",
        dateColumn: "Day",
        amountColumn: "Amount",
        orderColumn: null,
        mergeDays: false,
        windowMonths: 24,
        leaveOut: [],
        monetary: "total",
      },
      ...rfmMap("eleven", "en"),
    },
  ],
};

/** Columns as they were read from a workbook. */
export interface ReadColumns {
  readonly keys: Column;
  readonly customer: Column;
  readonly date: Column;
  readonly amount: Column;
}

export function readColumns(kind: IdKind): ReadColumns {
  const lines = rfmLines();
  const idColumn = (ids: ArrayLike<number>): Column => {
    if (kind === "numbers") return numbers("Customer", ids);
    // Through JSON, as texts come from Excel: each is a text of its own.
    const texts = JSON.parse(JSON.stringify(Array.from(ids, (id) => `CUST-${id}`))) as string[];
    const { length } = texts;
    return { name: "Customer", kinds: new Uint8Array(length).fill(CellKind.text), numbers: nothing(length), texts };
  };
  return {
    keys: idColumn(Int32Array.from({ length: customerCount }, (_, i) => firstId + i)),
    customer: idColumn(lines.ids),
    date: numbers("Day", lines.days),
    amount: numbers("Amount", lines.amounts),
  };
}

function numbers(name: string, values: ArrayLike<number>): Column {
  const { length } = values;
  const texts = new Array<null>(length).fill(null);
  return { name, kinds: new Uint8Array(length).fill(CellKind.number), numbers: Float64Array.from(values), texts };
}

const nothing = (length: number): Float64Array => new Float64Array(length).fill(NaN);

/** The customers with their lines: every id looked up, every date and amount looked at. */
export function tableOf({ keys, customer, date, amount }: ReadColumns): CustomerTable {
  const customerOf = idNumbers(keys);
  for (let row = 0; row < customerCount; row++) customerOf.add(keys, row, row);
  const dates = { order: null, from1904: false };
  const columns = { customer, date, amount, order: null, leaveOut: [], dates, numbers: null, customerOf };
  const reader = orderLinesReader({ name: "Orders", lines: lineCount, ...columns });
  for (let line = 0; line < lineCount; line++) reader.add(line);
  const { transactions } = reader.finish();
  return { name: "Customers", rows: customerCount, columns: [keys], transactions: { rfm: transactions } };
}

/** From columns as read to segments. */
export function rfmOf(columns: ReadColumns): Outcome {
  return classify(rfmPlan, tableOf(columns));
}
