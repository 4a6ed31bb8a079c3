import { seeded } from "./seeded";
import { tablesBook } from "./tablesBook";

const headers = [
  ...["Client ID", "Client", "Industry", "Region", "Rating"],
  ...["Limit", "Outstanding", "Margin", "Days past due", "Data date"],
];
const industries = ["Steel & metal", "Retail", "Logistics", "Food", "Chemicals", "Textiles", "Machinery", "Energy"];
const regions = ["North", "South", "East", "West", "Coast"];
const ratings = ["AAA", "AA", "A", "BBB", "BB", "B"];

/**
 * A workbook as Excel saves it, with one table "Customers" of ten columns on the sheet "Data".
 *
 * The same rows on every machine: the numbers come from a seeded generator.
 *
 * @param rows - customers, at least one
 */
export function bigBook(rows: number): Uint8Array {
  const random = seeded(20_261_031);
  const pick = (values: readonly string[]): string => values[Math.floor(random() * values.length)] ?? "";
  const cells = (row: number): readonly (string | number)[] => {
    const id = String(row + 1).padStart(7, "0");
    // A long tail, as exposures have: a few clients carry most of the sum.
    const outstanding = Math.round(1000 / (random() + 0.0005) ** 1.2) / 100;
    return [
      `C${id}`,
      `Client ${id} Ltd.`,
      pick(industries),
      pick(regions),
      pick(ratings),
      Math.round(outstanding * (1 + random()) * 100) / 100,
      outstanding,
      Math.round(random() * 500) / 10_000,
      random() < 0.95 ? 0 : Math.floor(random() * 180),
      46_326,
    ];
  };
  return tablesBook([
    { sheet: "Data", name: "Customers", columns: headers.map((header) => ({ header })), rows, cells },
  ]);
}
