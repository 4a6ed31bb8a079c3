import ExcelJS from "exceljs";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dayNumber } from "../../src/table/dayNumber";
import type { ResultFile } from "../../src/workbench/headless/runResult";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import { rfm, rfmPlan } from "../actions/orders/orderBook";
import { tablesBook } from "../bench/tablesBook";
import { expected, records } from "../golden/goldenData";
import { knownScores } from "../golden/rfmData";
import { vignetteRules } from "../golden/rfmRules";

/** The convention that is ours: cuts by type 7, and a value on a cut in the lower bin. */
interface Expected {
  readonly edges_type7: Readonly<Record<"R" | "F" | "M", readonly number[]>>;
  readonly quantile_edges_ties_low: { readonly segments_vignette_rules: Readonly<Record<string, number>> };
}

describe("a workbook of 995 customers with their 4,906 orders on another sheet", () => {
  const folder = mkdtempSync(join(tmpdir(), "rfm-orders-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);
  const known = knownScores("rfm_data_orders", "customer_id");
  let result: ResultFile;
  let rows: readonly (readonly unknown[])[] = [];

  beforeAll(async () => {
    const names = [...known.keys()];
    const orders = records("rfm_data_orders.csv.gz");
    const book = tablesBook([
      {
        sheet: "Customers",
        name: "Customers",
        columns: [{ header: "Id" }],
        rows: names.length,
        cells: (row) => [names[row] ?? ""],
      },
      {
        sheet: "Orders",
        name: "Orders",
        columns: [{ header: "Customer" }, { header: "Ordered", date: true }, { header: "Paid" }],
        rows: orders.length,
        cells: (row) => {
          const { customer_id = "", order_date = "", revenue = "" } = orders[row] ?? {};
          const [year = 0, month = 0, day = 0] = order_date.split("-").map(Number);
          return [customer_id, dayNumber(year, month, day) ?? 0, Number(revenue)];
        },
      },
    ]);
    writeFileSync(path("book.xlsx"), book);
    const quintiles = { by: "quintiles" } as const;
    const segmentation = rfm(
      { orderColumn: null, leaveOut: [] },
      { ...vignetteRules, scoring: { recency: quintiles, frequency: quintiles, monetary: quintiles } },
    );
    writeFileSync(path("plan.json"), JSON.stringify(rfmPlan(segmentation, { dataDate: "2006-12-31" })));
    let said = "";
    const args = [path("book.xlsx"), "--plan", path("plan.json"), "--result", path("result.json")];
    const code = await segmentCommand([...args, "--out", path("out.xlsx")], {
      out: () => undefined,
      error: (text) => (said += text),
    });
    expect([code, said]).toEqual([0, ""]);
    result = JSON.parse(readFileSync(path("result.json"), "utf8")) as ResultFile;
    const saved = new ExcelJS.Workbook();
    await saved.xlsx.readFile(path("out.xlsx"));
    const sheet = saved.getWorksheet("Customers");
    const cells: unknown[][] = [];
    sheet?.eachRow((row) => cells.push((row.values as unknown[]).slice(1)));
    rows = cells;
  }, 300_000);

  test("the labels in the saved file have the counts that were published rules' by our convention", () => {
    const counts: Record<string, number> = {};
    for (const [, label] of rows.slice(1)) counts[String(label)] = (counts[String(label)] ?? 0) + 1;
    const { quantile_edges_ties_low: ours } = expected<Expected>("rfm_data_orders");
    expect(counts).toEqual(ours.segments_vignette_rules);
  });

  test("beside each label stand the last order, the orders, the amount and the scores that were found elsewhere", () => {
    expect(rows[0]).toEqual(["Id", "RFM segment", "Last order", "Orders", "Spent", "RFM score"]);
    for (const [id, , lastOrder, orders, spent, score] of rows.slice(1)) {
      const told = known.get(id as string)!;
      const ours = (letter: string): string => told[`quantile_edges_ties_low_${letter}`] ?? "";
      expect([(lastOrder as Date).toISOString().slice(0, 10), orders, spent, score]).toEqual([
        told["last"],
        Number(told["F"]),
        Number(told["M"]),
        `${ours("R")}${ours("F")}${ours("M")}`,
      ]);
    }
  });

  test("RESULT.json says by which cuts and days, and accounts for every line", () => {
    const { edges_type7: edges } = expected<Expected>("rfm_data_orders");
    const [segmentation] = result.segmentations;
    expect(segmentation?.parameters).toMatchObject({
      dataDate: "2006-12-31",
      from: null,
      scores: { recency: { cuts: edges.R }, frequency: { cuts: edges.F }, monetary: { cuts: edges.M } },
    });
    expect(segmentation?.measureColumns).toEqual({
      lastOrder: "Last order",
      orders: "Orders",
      amount: "Spent",
      score: "RFM score",
    });
    expect(segmentation?.orders).toMatchObject({
      table: "Orders",
      read: 4906,
      counted: 4906,
      unused: [],
      notUsable: [],
    });
    expect([segmentation?.tableValue, segmentation?.valueUnaccounted]).toEqual([464_158, 0]);
  });
});
