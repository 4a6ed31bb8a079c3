import ExcelJS from "exceljs";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ResultFile } from "../../src/workbench/headless/runResult";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import { expected } from "../golden/goldenData";
import { knownScores } from "../golden/rfmData";
import { invoices, manyCustomers, oneTimeBuyers, stores, type RfmBook } from "./rfmBooks";

jest.setTimeout(300_000);

interface Run {
  readonly result: ResultFile;
  /** The cells of the customers in the saved file by their key and by header. */
  readonly cells: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** All that the Segments sheet says. */
  readonly says: string;
}

/** The cuts are ours: type 7, and a value on a cut in the lower bin. */
const ours = (known: Readonly<Record<string, string>>): string =>
  ["R", "F", "M"].map((letter) => known[`quantile_edges_ties_low_${letter}`] ?? "").join("");

describe("RFM of whole files from a workbook to the saved one", () => {
  const folder = mkdtempSync(join(tmpdir(), "rfm-books-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);

  async function run({ bytes, plan }: RfmBook): Promise<Run> {
    writeFileSync(path("book.xlsx"), bytes);
    writeFileSync(path("plan.json"), JSON.stringify(plan));
    let said = "";
    const args = [path("book.xlsx"), "--plan", path("plan.json"), "--result", path("result.json")];
    const output = { out: () => undefined, error: (text: string) => (said += text) };
    expect([await segmentCommand([...args, "--out", path("out.xlsx")], output), said]).toEqual([0, ""]);
    const saved = new ExcelJS.Workbook();
    await saved.xlsx.readFile(path("out.xlsx"));
    const rows: unknown[][] = [];
    saved.getWorksheet("Customers")?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
    const [headers = [], ...customers] = rows;
    const cells = customers.map((row) => {
      return [String(row[0]), Object.fromEntries(headers.map((header, i) => [String(header), row[i]]))] as const;
    });
    const texts: string[] = [];
    const sheet = saved.getWorksheet("Segments") ?? saved.getWorksheet("客户分层分群");
    sheet?.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
    const result = JSON.parse(readFileSync(path("result.json"), "utf8")) as ResultFile;
    return { result, cells: new Map(cells), says: texts.join("\n") };
  }

  test("10,194 lines of stores, whose dates are text: every measure and score is the one found elsewhere", async () => {
    const { result, cells } = await run(stores());
    const known = knownScores("store_lines", "Customer ID");
    expect(cells.size).toBe(known.size);
    for (const [id, told] of known) {
      const { "Last order": last, Orders: orders, Spent: spent, "RFM score": score } = cells.get(id) ?? {};
      expect([id, (last as Date).toISOString().slice(0, 10), orders, score]).toEqual([
        ...[id, told["last"], Number(told["F"]), ours(told)],
      ]);
      expect(spent).toBeCloseTo(Number(told["M"]), 6);
    }
    expect(result.segmentations[0]?.orders).toMatchObject({ read: 10_194, counted: 10_194, notUsable: [] });
  });

  test("412 invoices in Chinese: the eight classes, and no invoice is lost", async () => {
    const { result, cells, says } = await run(invoices());
    const known = knownScores("invoices", "customer");
    for (const [id, told] of known) {
      expect([id, cells.get(id)?.["订单数"]]).toEqual([id, Number(told["F"])]);
      expect(cells.get(id)?.["消费金额"]).toBeCloseTo(Number(told["M"]), 6);
    }
    const { orders, tableValue } = result.segmentations[0] ?? {};
    expect([orders?.read, orders?.counted, tableValue]).toEqual([
      412,
      412,
      expected<{ total: number }>("invoices").total,
    ]);
    expect(says).toContain("重要价值客户");
    expect(says).toContain("高于 6.98 为 2 分");
  });

  test("6,919 orders, half of their customers bought once: who spent nothing stands apart, and the sheet says which score is nobody's", async () => {
    const { result, says } = await run(oneTimeBuyers());
    const counts = Object.fromEntries(result.segmentations[0]?.groups.map((each) => [each.name, each.customers]) ?? []);
    const told = expected<{ no_net_spend: number; cannot_lose: number }>("one_time_buyers");
    expect(counts).toMatchObject({
      "No net spend": told.no_net_spend,
      "Cannot lose them": told.cannot_lose,
      "No segment": 0,
    });
    expect(result.segmentations[0]?.orders).toMatchObject({ read: 6_919, counted: 6_919 });
    expect(says.replaceAll("\n", " ")).toContain("5 above 4, 4 above 2, 3 above 1, 2 nobody, 1 the rest.");
  });

  test("39,999 customers whose measures are columns: every score is the one found elsewhere", async () => {
    const { cells } = await run(manyCustomers());
    const known = knownScores("customers", "customer");
    expect(cells.size).toBe(39_999);
    expect([...cells].map(([id, cell]) => [id, cell["RFM score"]])).toEqual(
      [...known].map(([id, told]) => [id, ours(told)]),
    );
  });
});
