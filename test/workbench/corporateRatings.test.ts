import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { plainSettings } from "../../src/plan/plainSettings";
import { planVersion, type Plan } from "../../src/plan/plan";
import type { ResultFile } from "../../src/workbench/headless/runResult";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import { csvLines, writeBookFile } from "./bookFile";
import { latestPerKey, worstPerKey } from "./ratingCounts";

const file = resolve(__dirname, "../../../shared/data/open/loans/corporate_rating.csv");

/** Standard and Poor's letters, the best first. */
const scale = ["AAA", "AA", "A", "BBB", "BB", "B", "CCC", "CC", "C", "D"];

describe("2,029 ratings of 593 companies", () => {
  if (!existsSync(file)) {
    process.stdout.write("skipped: no shared data\n");
    test.skip("needs shared data", () => undefined);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "corporate-ratings-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);
  const [headers = [], ...lines] = csvLines(readFileSync(file, "utf8"));
  const cellOf = (line: readonly string[], name: string): string => line[headers.indexOf(name)] ?? "";

  /** As Excel holds them: dates as serials, and the rating a second time, to be combined in another way. */
  const columns = ["Symbol", "Sector", "Date", "Rating", "Lowest rating", "Ratings", "debtRatio"] as const;
  const rows = lines.map((line) => [
    cellOf(line, "Symbol"),
    cellOf(line, "Sector"),
    Math.round(Date.parse(`${cellOf(line, "Date")} UTC`) / 86_400_000) + 25_569,
    cellOf(line, "Rating"),
    cellOf(line, "Rating"),
    1,
    Number(cellOf(line, "debtRatio")),
  ]);
  const groups = scale.map((value) => ({ value, name: value }));
  const plan: Plan = {
    version: planVersion,
    template: "lending",
    ...plainSettings,
    table: { id: "", name: "Ratings" },
    keyColumn: "Symbol",
    dataDate: null,
    sheetLanguage: "en",
    scales: ["Rating", "Lowest rating"].map((column) => ({ column, values: scale })),
    rows: {
      perCustomer: "several",
      combine: [
        { column: "Rating", by: "latest" },
        { column: "Lowest rating", by: "worst" },
        { column: "debtRatio", by: "max" },
      ],
      dateColumn: "Date",
      groupColumn: null,
    },
    segmentations: [
      { method: "groups", id: "latest", name: "Rated now", column: "Rating", valueColumn: "Ratings", groups },
      { method: "groups", id: "worst", name: "Rated worst", column: "Lowest rating", valueColumn: "Ratings", groups },
      {
        method: "cutoffs",
        id: "debt",
        name: "Debt",
        column: "debtRatio",
        valueColumn: "debtRatio",
        direction: "low-first",
        cutoffs: [0.5, 1],
        tiers: ["Low", "Middle", "High"].map((name, i) => ({ id: `d${i}`, name })),
      },
    ],
  };

  async function run(wanted: Plan, book: string, out: string): Promise<ResultFile> {
    writeFileSync(path("plan.json"), JSON.stringify(wanted));
    let said = "";
    const args = [path(book), "--plan", path("plan.json"), "--out", path(out), "--result", path("result.json")];
    const code = await segmentCommand(args, { out: () => undefined, error: (text) => (said += text) });
    expect([code, said]).toEqual([0, ""]);
    return JSON.parse(readFileSync(path("result.json"), "utf8")) as ResultFile;
  }

  function countsOf(result: ResultFile, id: string): Readonly<Record<string, number>> {
    const found = result.segmentations.find((each) => each.id === id)?.groups ?? [];
    return Object.fromEntries(found.flatMap(({ name, customers }) => (customers > 0 ? [[name, customers]] : [])));
  }

  const write = (name: string, wanted: typeof rows): void =>
    writeBookFile(path(name), { sheet: "Ratings", table: "Ratings", headers: columns, rows: wanted });
  let result: ResultFile;

  beforeAll(async () => {
    write("ratings.xlsx", rows);
    result = await run(plan, "ratings.xlsx", "out-0.xlsx");
  }, 300_000);

  test("rows and companies are told apart, and both are all accounted for", () => {
    expect([result.rowsRead, result.customersRead]).toEqual([2029, 593]);
    for (const each of result.segmentations) {
      expect(each.rowsClassified + each.rowsNotClassified).toBe(2029);
      expect(each.customersClassified + each.customersNotClassified).toBe(593);
      expect(each.valueUnaccounted).toBe(0);
    }
    expect(result.rows).toEqual({
      dateColumn: "Date",
      groupColumn: null,
      combined: { Rating: "latest", "Lowest rating": "worst", Ratings: "sum", debtRatio: "max" },
    });
  });

  test("the latest rating of each company wins, as counted by a script of its own", () => {
    expect(countsOf(result, "latest")).toEqual(latestPerKey(file));
    expect(result.segmentations[0]?.exceptions).toEqual([]);
  });

  test("the worst rating of each company, as counted by a script of its own", () => {
    expect(countsOf(result, "worst")).toEqual(worstPerKey(file, scale));
  });

  test("sums are those of all rows, and the largest debt ratio decides the band", () => {
    const latest = result.segmentations.find(({ id }) => id === "latest");
    expect(latest?.groups.reduce((sum, { value }) => sum + value, 0)).toBe(2029);
    const largest = new Map<string, number>();
    for (const line of lines) {
      const [symbol, ratio] = [cellOf(line, "Symbol"), Number(cellOf(line, "debtRatio"))];
      largest.set(symbol, Math.max(largest.get(symbol) ?? -Infinity, ratio));
    }
    const within = (from: number, below: number): number =>
      [...largest.values()].filter((ratio) => ratio >= from && ratio < below).length;
    const counts = [within(-Infinity, 0.5), within(0.5, 1), within(1, Infinity)];
    expect(result.segmentations[2]?.groups.map(({ customers }) => customers)).toEqual(counts);
  });

  test("the order of the rows changes nothing", async () => {
    write("turned.xlsx", [...rows].reverse());
    const turned = await run(plan, "turned.xlsx", "turned-out.xlsx");
    const essence = ({ segmentations }: ResultFile): unknown =>
      segmentations.map(({ id, groups: made, parameters }) => ({ id, made, parameters }));
    expect(essence(turned)).toEqual(essence(result));
  }, 120_000);

  test("sectors taken for client groups are the customers", async () => {
    const sectors = new Set(lines.map((line) => cellOf(line, "Sector")));
    const grouped = await run({ ...plan, rows: { ...plan.rows, groupColumn: "Sector" } }, "ratings.xlsx", "g.xlsx");
    expect(grouped.customersRead).toBe(sectors.size);
    expect(countsOf(grouped, "worst")).toEqual(worstPerKey(file, scale, "Sector"));
  }, 120_000);

  test("ten runs more change nothing", async () => {
    for (let i = 0; i < 10; i++) {
      const again = await run(plan, `out-${i}.xlsx`, `out-${i + 1}.xlsx`);
      const { segmentations, ...others } = again;
      expect({ ...others, run: null }).toEqual({ ...result, run: null, segmentations: undefined });
      segmentations.forEach(({ moves, ...each }, k) => {
        expect(each).toEqual({ ...result.segmentations[k], moves: undefined });
        expect([moves?.stayed, moves?.moved, moves?.entered, moves?.left]).toEqual([593, 0, 0, 0]);
      });
    }
  }, 300_000);
});
