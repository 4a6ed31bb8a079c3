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
import { knownScores, withOthers, type ExpectedRfm } from "../golden/rfmData";
import { vignetteRules } from "../golden/rfmRules";

describe("a workbook of 995 customers with their 4,906 orders on another sheet", () => {
  const folder = mkdtempSync(join(tmpdir(), "rfm-orders-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);
  const known = knownScores("orders", "customer");
  let result: ResultFile;
  let rows: readonly (readonly unknown[])[] = [];

  beforeAll(async () => {
    const names = [...known.keys()];
    const orders = records("orders.csv.gz");
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
          const { customer = "", day: ordered = "", paid = "" } = orders[row] ?? {};
          const [year = 0, month = 0, day = 0] = ordered.split("-").map(Number);
          return [customer, dayNumber(year, month, day) ?? 0, Number(paid)];
        },
      },
    ]);
    writeFileSync(path("book.xlsx"), book);
    const quintiles = { by: "quintiles" } as const;
    const segmentation = rfm(
      { orderColumn: null, leaveOut: [] },
      { ...vignetteRules, scoring: { recency: quintiles, frequency: quintiles, monetary: quintiles } },
    );
    writeFileSync(path("plan.json"), JSON.stringify(rfmPlan(segmentation, { dataDate: "2025-12-31" })));
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

  test("the labels in the saved file have the counts of the rules by our convention", () => {
    const counts: Record<string, number> = {};
    for (const [, label] of rows.slice(1)) counts[String(label)] = (counts[String(label)] ?? 0) + 1;
    const { quantile_edges_ties_low: ours } = expected<ExpectedRfm>("orders");
    expect(withOthers(counts)).toEqual(ours.segments_vignette_rules);
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
    const { edges_type7: edges, total } = expected<ExpectedRfm & { readonly total: number }>("orders");
    // The cuts lie between two values, where exact fractions and doubles part in the last digit.
    const near = (cuts: readonly number[]): unknown => cuts.map((cut): unknown => expect.closeTo(cut, 9));
    const [segmentation] = result.segmentations;
    expect(segmentation?.parameters).toMatchObject({
      dataDate: "2025-12-31",
      from: null,
      scores: {
        recency: { cuts: near(edges.R) },
        frequency: { cuts: near(edges.F) },
        monetary: { cuts: near(edges.M) },
      },
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
    expect([segmentation?.tableValue, segmentation?.valueUnaccounted]).toEqual([total, 0]);
  });
});
