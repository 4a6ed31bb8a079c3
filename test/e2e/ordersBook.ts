import { tablesBook } from "../bench/tablesBook";

/** How many customers `ordersBook` has. */
export const buyers = 100;
const december = 45_657; // 31 December 2024 as Excel's serial
const orders = Array.from({ length: buyers }, (_, i) =>
  Array.from({ length: i % 2 === 0 ? 1 : 2 + (i % 5) }, (_, k) => [`K${i}`, december - i * 4 - k * 20, 10 + i + k]),
).flat();

/** Every second customer ordered once, the others up to six times; the last orders lie up to 400 days back. */
export const ordersBook = tablesBook([
  {
    sheet: "Customers",
    name: "Customers",
    columns: [{ header: "Customer" }, { header: "City" }],
    rows: buyers,
    cells: (i) => [`K${i}`, i % 3 === 0 ? "Bonn" : "Kiel"],
  },
  {
    sheet: "Orders",
    name: "Orders",
    columns: [{ header: "Customer" }, { header: "Ordered", date: true }, { header: "Amount" }],
    rows: orders.length,
    cells: (i) => orders[i] ?? [],
  },
]);
