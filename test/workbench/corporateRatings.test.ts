import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plainSettings } from "../../src/plan/plainSettings";
import { planVersion, type Plan } from "../../src/plan/plan";
import type { ResultFile } from "../../src/workbench/headless/runResult";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import { expected, records } from "../golden/goldenData";
import { writeBookFile } from "./bookFile";

type Counts = Readonly<Record<string, number>>;
/** Counted by another program over the same lines. */
const told = expected<{
  readonly rows: number;
  readonly companies: number;
  readonly sectors: number;
  readonly latest: Counts;
  readonly worst: Counts;
  readonly worst_of_sectors: Counts;
  readonly largest_debt_bands: readonly number[];
}>("ratings");

/** Standard and Poor's letters, the best first. */
const scale = ["AAA", "AA", "A", "BBB", "BB", "B", "CCC", "CC", "C", "D"];

describe("2,029 ratings of 593 companies", () => {
  const folder = mkdtempSync(join(tmpdir(), "corporate-ratings-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);

  /** As Excel holds them: dates as serials, and the rating a second time, to be combined in another way. */
  const columns = ["Symbol", "Sector", "Date", "Rating", "Lowest rating", "Ratings", "debtRatio"] as const;
  const rows = records("ratings.csv.gz").map((line) => [
    line["Symbol"]!,
    line["Sector"]!,
    Math.round(Date.parse(`${line["Date"]!} UTC`) / 86_400_000) + 25_569,
    line["Rating"]!,
    line["Rating"]!,
    1,
    Number(line["debtRatio"]),
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
    expect([result.rowsRead, result.customersRead]).toEqual([told.rows, told.companies]);
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

  test("the latest rating of each company wins, as counted elsewhere", () => {
    expect(countsOf(result, "latest")).toEqual(told.latest);
    expect(result.segmentations[0]?.exceptions).toEqual([]);
  });

  test("the worst rating of each company, as counted elsewhere", () => {
    expect(countsOf(result, "worst")).toEqual(told.worst);
  });

  test("sums are those of all rows, and the largest debt ratio decides the band", () => {
    const latest = result.segmentations.find(({ id }) => id === "latest");
    expect(latest?.groups.reduce((sum, { value }) => sum + value, 0)).toBe(2029);
    expect(result.segmentations[2]?.groups.map(({ customers }) => customers)).toEqual(told.largest_debt_bands);
  });

  test("the order of the rows changes nothing", async () => {
    write("turned.xlsx", [...rows].reverse());
    const turned = await run(plan, "turned.xlsx", "turned-out.xlsx");
    const essence = ({ segmentations }: ResultFile): unknown =>
      segmentations.map(({ id, groups: made, parameters }) => ({ id, made, parameters }));
    expect(essence(turned)).toEqual(essence(result));
  }, 120_000);

  test("sectors taken for client groups are the customers", async () => {
    const grouped = await run({ ...plan, rows: { ...plan.rows, groupColumn: "Sector" } }, "ratings.xlsx", "g.xlsx");
    expect(grouped.customersRead).toBe(told.sectors);
    expect(countsOf(grouped, "worst")).toEqual(told.worst_of_sectors);
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
