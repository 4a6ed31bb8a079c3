import type { Plan } from "../../src/plan/plan";
import type { SegmentationBy } from "../../src/segmentations/plans";
import { rfmMap } from "../../src/segmentations/rfm/rfmMaps";
import { dayNumber } from "../../src/table/dayNumber";
import { rfm, rfmPlan, type OrdersSource } from "../actions/orders/orderBook";
import { tablesBook, type BookTable } from "../bench/tablesBook";
import { records } from "../golden/goldenData";

/** A data set as a workbook, and a plan for it. */
export interface RfmBook {
  readonly bytes: Uint8Array;
  readonly plan: Plan;
}

type Cell = string | number;
const sheetOf = (name: string, columns: BookTable["columns"], rows: readonly (readonly Cell[])[]): BookTable => {
  return { sheet: name, name, columns, rows: rows.length, cells: (row) => rows[row] ?? [] };
};
const headers = (...names: string[]): { header: string }[] => names.map((header) => ({ header }));

/** Customers on one sheet and their orders on another. */
function ordersBookOf(
  orders: readonly (readonly Cell[])[],
  columns: BookTable["columns"],
  names: ReadonlyMap<Cell, string> = new Map(),
): Uint8Array {
  const customers = [...new Set(orders.map(([customer = ""]) => customer))].map((id) => [id, names.get(id) ?? `${id}`]);
  return tablesBook([sheetOf("Customers", headers("Id", "Name"), customers), sheetOf("Orders", columns, orders)]);
}

const source: Partial<OrdersSource> = { orderColumn: null, leaveOut: [] };
const eleven = rfmMap("eleven", "en");

/** 10,194 lines of 5,149 orders whose dates are text, day first. */
export function stores(): RfmBook {
  const lines = records("store_lines.csv.gz");
  const orders = lines.map((line) => [
    ...[line["Customer ID"] ?? "", line["Order ID"] ?? "", line["Order Date"] ?? ""],
    Number(line["Sales"]),
    line["Segment"] ?? "",
  ]);
  const names = new Map<Cell, string>(lines.map((line) => [line["Customer ID"] ?? "", line["Customer Name"] ?? ""]));
  const plan = rfmPlan(rfm({ leaveOut: [] }, eleven), { dataDate: "2022-12-31" });
  return {
    bytes: ordersBookOf(orders, headers("Customer", "Order", "Ordered", "Paid", "Kind"), names),
    plan: { ...plan, reading: { ...plan.reading, dates: "dmy" } },
  };
}

/** 412 invoices of 59 customers, who all bought seven times but one; the sheets in Chinese, with the eight classes. */
export function invoices(): RfmBook {
  const lines = records("invoices.csv");
  const orders = lines.map((line) => [
    ...[Number(line["customer"]), Number(line["invoice"]), (line["day"] ?? "").slice(0, 10)],
    Number(line["total"]),
  ]);
  const names = new Map<Cell, string>(lines.map((line) => [Number(line["customer"]), line["name"] ?? ""]));
  const segmentation = rfm({ leaveOut: [] }, { ...rfmMap("eight", "zh"), name: "RFM 客群", valueColumn: "消费金额" });
  const plan = rfmPlan(segmentation, { dataDate: "2025-12-31", sheetLanguage: "zh" });
  return {
    bytes: ordersBookOf(orders, headers("Customer", "Order", "Ordered", "Paid"), names),
    plan: { ...plan, reading: { ...plan.reading, dates: "ymd" } },
  };
}

/** 6,919 orders of 2,357 customers, many of whom bought once; orders of one day are one. */
export function oneTimeBuyers(): RfmBook {
  const orders = records("one_time_buyers.csv.gz").map((order) => [
    order["customer"] ?? "",
    serialOf(order["day"] ?? ""),
    Number(order["paid"]),
  ]);
  return {
    bytes: ordersBookOf(orders, [{ header: "Customer" }, { header: "Ordered", date: true }, { header: "Paid" }]),
    plan: rfmPlan(rfm({ ...source, mergeDays: true }, eleven), { dataDate: "1998-06-30" }),
  };
}

/** 39,999 customers whose last visit, orders and revenue are columns. */
export function manyCustomers(): RfmBook {
  const rows = records("customers.csv.gz").map((row) => [
    ...[Number(row["customer"]), `Customer ${row["customer"] ?? ""}`],
    ...[serialOf((row["last_visit"] ?? "").replaceAll("-", "")), Number(row["visits"])],
    Number(row["revenue"]),
  ]);
  const byColumns: SegmentationBy<"rfm">["source"] = {
    kind: "columns",
    recency: { column: "Visit", as: "date" },
    frequencyColumn: "Visits",
    monetaryColumn: "Revenue",
  };
  const [id, name, visits, revenue] = headers("Id", "Name", "Visits", "Revenue");
  const columns = [id!, name!, { header: "Visit", date: true as const }, visits!, revenue!];
  return {
    bytes: tablesBook([sheetOf("Customers", columns, rows)]),
    plan: rfmPlan(rfm({}, { ...eleven, source: byColumns, valueColumn: "Revenue" }), { dataDate: "2026-01-01" }),
  };
}

/** @param day - as YYYYMMDD */
function serialOf(day: string): number {
  return dayNumber(Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6, 8))) ?? 0;
}
