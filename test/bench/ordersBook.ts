import { seeded } from "./seeded";
import { tablesBook } from "./tablesBook";

const products = ["Bread & butter", "Coffee", "Cheese", "Fruit", "Paper", "Soap", "Tea", "Wine"];
const regions = ["North", "South", "East", "West", "Coast"];

/** The first and the last day of the orders, as serials: 2024-11-01 to 2026-10-31. */
const [firstDay, lastDay] = [45_597, 46_326];

/**
 * A workbook as Excel saves it: the table "Customers" on the sheet "Customers", and the lines of their orders, two on
 * average, in the table "Orders" on the sheet "Orders".
 *
 * The same rows on every machine: the numbers come from a seeded generator.
 */
export function ordersBook(customers: number, lines: number): Uint8Array {
  const random = seeded(20_261_031);
  const pick = (values: readonly string[]): string => values[Math.floor(random() * values.length)] ?? "";
  let order = 0;
  let customer = 0;
  let day = firstDay;
  const line = (): readonly (string | number)[] => {
    if (order === 0 || random() < 0.5) {
      order++;
      // A few customers order often, most of them rarely, and some never.
      customer = Math.floor(customers * random() ** 2);
      day = firstDay + Math.floor((lastDay - firstDay + 1) * random() ** 0.7);
    }
    const amount = Math.round(200 / (random() + 0.02)) / 100;
    return [
      customerId(customer),
      1_000_000 + order,
      day,
      random() < 0.03 ? -amount : amount,
      pick(products),
      pick(regions),
    ];
  };
  return tablesBook([
    {
      sheet: "Customers",
      name: "Customers",
      columns: ["Customer ID", "Customer", "Region", "Points"].map((header) => ({ header })),
      rows: customers,
      cells: (row) => [customerId(row), `Customer ${row + 1}`, pick(regions), Math.floor(1000 * random())],
    },
    {
      sheet: "Orders",
      name: "Orders",
      columns: [
        { header: "Customer ID" },
        { header: "Order" },
        { header: "Date", date: true },
        { header: "Amount" },
        { header: "Product" },
        { header: "Region" },
      ],
      rows: lines,
      cells: line,
    },
  ]);
}

const customerId = (customer: number): string => `C${String(customer + 1).padStart(6, "0")}`;
