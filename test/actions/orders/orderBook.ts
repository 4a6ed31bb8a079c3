import type { Book, CellValue } from "../../../src/host/model/book";
import { newBook } from "../../../src/host/model/newBook";
import { plainSettings } from "../../../src/plan/plainSettings";
import { planVersion, type Plan } from "../../../src/plan/plan";
import { type SegmentationBy } from "../../../src/segmentations/plans";
import { addTableSheet } from "../../../src/workbench/sample/addTableSheet";
import { openTestOffice, type TestOffice } from "../../host/openTestOffice";
import type { HostOptions } from "../../../src/host/host";

export type Rfm = SegmentationBy<"rfm">;
export type OrdersSource = Extract<Rfm["source"], { kind: "transactions" }>;

/** Ids as numbers, and one of text that begins with zeros. */
export const customerRows: readonly (readonly CellValue[])[] = [
  [1, "Ada", "North"],
  [2, "Ben", "North"],
  [3, "Cem", "South"],
  ["007", "Dora", "South"],
  [5, "Eve", "West"],
];

/** 1 October 2026 as Excel's serial. */
export const october = 46_296;

/** Customer, order, date, amount, kind. */
export const orderRows: readonly (readonly CellValue[])[] = [
  [1, "A1", october, 100, "web"],
  [1, "A1", october, 20.5, "web"],
  [1, "A2", october + 3.75, 30, "shop"],
  ["2", "A3", october - 40, 10, "web"],
  [2, "A3", october - 39, -4, "web"],
  ["007", "A4", october - 1, 80, "shop"],
  [3, "A5", october - 200, 60, "shop"],
  [3, "A6", october, 999, "staff"],
  [7, "A7", october, 1, "web"],
  [null, "A8", october, 2, "web"],
  [1, "A9", "soon", 3, "web"],
  [1, "A10", october, "n/a", "web"],
  [1, null, october, 5, "web"],
];

/** A workbook with the table Customers on the sheet Customers and the table Orders, two rows down, on Orders. */
export async function openOrders(
  rows: readonly (readonly CellValue[])[] = orderRows,
  options: HostOptions = {},
): Promise<TestOffice> {
  const book = newBook("Notes");
  fillOrders(book, rows);
  return openTestOffice(book, options);
}

/** Adds the two sheets to a workbook. */
export function fillOrders(book: Book, rows: readonly (readonly CellValue[])[] = orderRows): void {
  const named = (...headers: string[]): { header: string }[] => headers.map((header) => ({ header }));
  addTableSheet(book, {
    sheet: "Customers",
    table: "Customers",
    columns: named("Id", "Name", "Region"),
    rows: customerRows,
  });
  addTableSheet(book, {
    sheet: "Orders",
    table: "Orders",
    above: ["Orders of the shop"],
    columns: named("Customer", "Order", "Ordered", "Paid", "Kind"),
    rows,
  });
}

export const ordersSource: OrdersSource = {
  kind: "transactions",
  table: { id: "", name: "Orders" },
  customerColumn: "Customer",
  dateColumn: "Ordered",
  amountColumn: "Paid",
  orderColumn: "Order",
  mergeDays: false,
  windowMonths: null,
  leaveOut: [{ column: "Kind", values: ["staff"] }],
  monetary: "total",
};

/** High and low by limits of our own: up to 30 days, from 2 orders, from 50. */
export function rfm(source: Partial<OrdersSource> = {}, more: Partial<Rfm> = {}): Rfm {
  const any: [number, number] = [1, 2];
  return {
    method: "rfm",
    id: "rfm",
    name: "RFM segment",
    valueColumn: "Spent",
    source: { ...ordersSource, ...source },
    scoring: {
      recency: { by: "limits", limits: [30] },
      frequency: { by: "limits", limits: [2] },
      monetary: { by: "limits", limits: [50] },
    },
    segments: [
      { id: "best", name: "Best" },
      { id: "recent", name: "Recent" },
      { id: "asleep", name: "Asleep" },
    ],
    map: [
      { segment: "best", recency: [2, 2], frequency: any, monetary: [2, 2] },
      { segment: "recent", recency: [2, 2], frequency: any, monetary: [1, 1] },
      { segment: "asleep", recency: [1, 1], frequency: any, monetary: any },
    ],
    ...more,
  };
}

export function rfmPlan(segmentation: Rfm = rfm(), more: Partial<Plan> = {}): Plan {
  return {
    version: planVersion,
    template: "retail",
    ...plainSettings,
    table: { id: "", name: "Customers" },
    keyColumn: "Id",
    dataDate: "2026-10-05",
    sheetLanguage: "en",
    segmentations: [segmentation],
    ...more,
  };
}
