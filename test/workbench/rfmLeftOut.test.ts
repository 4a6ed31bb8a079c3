import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plainSettings } from "../../src/plan/plainSettings";
import { planVersion, type Plan } from "../../src/plan/plan";
import { type SegmentationBy } from "../../src/segmentations/plans";
import { planProblems } from "../../src/plan/planProblems";
import { rfmMap } from "../../src/segmentations/rfm/rfmMaps";
import { valueAt } from "../../src/host/model/cells";
import { readXlsx } from "../../src/host/xlsx/readXlsx";
import type { SegmentResult } from "../../src/workbench/headless/segmentBook";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import { writeBookFile } from "./bookFile";

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), "rfmLeftOut-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);

type Rfm = SegmentationBy<"rfm">;
type Orders = Extract<Rfm["source"], { kind: "transactions" }>;

const day = 45_300;
/** Orders of three customers: some cancelled, some of postage, and one of which nobody knows the price. */
const lines: readonly (readonly (string | number | null)[])[] = [
  ["anna", "A1", day, 3, 0.1, "mug"],
  ["anna", "A1", day, 2, 10, "cup"],
  ["anna", "c2", day + 5, 1, 99, "cup"],
  ["ben", "B1", day + 9, 4, 2.5, "POSTAGE"],
  ["ben", "B2", day + 20, 10, 1.5, "mug"],
  ["ben", "C3", day + 30, 1, 500, "mug"],
  ["cleo", "D1", day + 40, 1, 2000, "bowl"],
  ["cleo", "D2", day + 41, 2, null, "bowl"],
];

const source: Orders = {
  kind: "transactions",
  table: { id: "", name: "Orders" },
  customerColumn: "Client",
  dateColumn: "Day",
  amountColumn: "Price",
  quantityColumn: "Pieces",
  orderColumn: "Order",
  mergeDays: false,
  windowMonths: null,
  leaveOut: [],
  monetary: "total",
};

function planOf(rfm: Partial<Rfm>): Plan {
  return {
    version: planVersion,
    ...plainSettings,
    rows: { ...plainSettings.rows, perCustomer: "several" },
    table: { id: "", name: "Orders" },
    keyColumn: "Client",
    dataDate: null,
    sheetLanguage: "en",
    template: "retail",
    segmentations: [
      { method: "rfm", id: "rfm", name: "RFM", valueColumn: "Spent", source, ...rfmMap("eleven", "en"), ...rfm },
    ],
  };
}

interface Ran {
  readonly result: SegmentResult;
  /** What a column holds, by the customer's first row. */
  readonly cells: (column: string) => Readonly<Record<string, unknown>>;
}

async function run(rfm: Partial<Rfm>): Promise<Ran> {
  const headers = ["Client", "Order", "Day", "Pieces", "Price", "What"];
  writeBookFile(path("book.xlsx"), { sheet: "Data", table: "Orders", headers, rows: lines });
  writeFileSync(path("plan.json"), JSON.stringify(planOf(rfm)));
  let errors = "";
  const args = [path("book.xlsx"), "--plan", path("plan.json"), "--out", path("out.xlsx"), "--result", path("r.json")];
  await segmentCommand(args, { out: () => undefined, error: (text) => (errors += text) });
  expect(errors).toBe("");
  const result = JSON.parse(readFileSync(path("r.json"), "utf8")) as SegmentResult;
  const sheet = readXlsx(readFileSync(path("out.xlsx"))).book.sheets.find(({ name }) => name === "Data")!;
  const table = sheet.tables[0]!;
  return {
    result,
    cells: (column) => {
      const at = table.columns.findIndex(({ name }) => name === column);
      expect(at).toBeGreaterThanOrEqual(0);
      return Object.fromEntries(
        ["anna", "ben", "cleo"].map((client) => {
          const row = lines.findIndex(([whose]) => whose === client);
          return [client, valueAt(sheet, table.area.row + 1 + row, table.area.column + at)];
        }),
      );
    },
  };
}

const unusedOf = ({ result }: Ran): Readonly<Record<string, number>> =>
  Object.fromEntries(result.segmentations[0]?.orders?.unused.map(({ reason, lines: n }) => [reason, n]) ?? []);

test("the amount of a line is its quantity times its price, and a line without either is listed", async () => {
  const ran = await run({});
  expect(ran.cells("Spent")).toEqual({ anna: 119.3, ben: 525, cleo: 2000 });
  expect(unusedOf(ran)).toEqual({ "no-amount": 1 });
  expect(ran.result.segmentations[0]?.orders?.notUsable).toMatchObject([{ cell: "Data!E9", reason: "no-amount" }]);
  expect(ran.result.figures?.differences).toEqual([]);
});

test("lines are left out by the beginning of a text in any case, by a range and by a list, and counted", async () => {
  const leaveOut: Orders["leaveOut"] = [
    { column: "Order", prefixes: ["C"] },
    { column: "Price", range: { from: 1000, below: null } },
    { column: "What", values: ["POSTAGE"] },
  ];
  const ran = await run({ source: { ...source, leaveOut } });
  expect(ran.cells("Spent")).toEqual({ anna: 20.3, ben: 15, cleo: 0 });
  expect(unusedOf(ran)).toEqual({ "left-out": 4, "no-amount": 1 });
  expect(ran.result.segmentations[0]?.groups.find(({ id }) => id === "rfm/-order")?.customers).toBe(1);
});

test("without amounts recency and frequency decide, and the number of orders is summed", async () => {
  const { quantityColumn: _, ...others } = source;
  const without = { source: { ...others, amountColumn: null }, valueColumn: "Number of orders" };
  const ran = await run(without);
  expect(ran.cells("Number of orders")).toEqual({ anna: 2, ben: 3, cleo: 2 });
  expect(ran.result.segmentations[0]?.measureColumns).toMatchObject({ amount: "Number of orders" });
  expect(ran.result.segmentations[0]?.measureColumns).not.toHaveProperty("orders");
  const scores = Object.values(ran.cells(ran.result.segmentations[0]?.measureColumns["score"] ?? ""));
  for (const score of scores) expect(String(score)[1]).toBe(String(score)[2]);
  expect(ran.result.figures?.differences).toEqual([]);
});

test("what is left out by nothing, by an empty range or a quantity without a price is refused", () => {
  const problemsOf = (part: Partial<Orders>): readonly string[] =>
    planProblems(planOf({ source: { ...source, ...part } })).map(({ path: at }) => at);
  expect(problemsOf({ leaveOut: [{ column: "Order" }] })).toEqual(["segmentations[0].source.leaveOut[0]"]);
  expect(problemsOf({ leaveOut: [{ column: "Order", prefixes: [" "] }] })).toEqual([
    "segmentations[0].source.leaveOut[0].prefixes",
  ]);
  expect(problemsOf({ leaveOut: [{ column: "Price", range: { from: 5, below: 5 } }] })).toEqual([
    "segmentations[0].source.leaveOut[0].range",
  ]);
  expect(problemsOf({ amountColumn: null })).toEqual(["segmentations[0].source.quantityColumn"]);
});
