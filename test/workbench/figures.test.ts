import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CellValue } from "../../src/host/model/book";
import { valueAt } from "../../src/host/model/cells";
import { readXlsx } from "../../src/host/xlsx/readXlsx";
import { plainSettings } from "../../src/plan/plainSettings";
import { planVersion, type Plan } from "../../src/plan/plan";
import type { ResultFile } from "../../src/workbench/headless/runResult";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import { writeBookFile } from "./bookFile";
import { cellsByLibreOffice, libreOffice, withoutCachedValues } from "./libreOffice";

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), "figures-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Rows = readonly (readonly CellValue[])[];
interface Ran {
  readonly result: ResultFile["segmentations"][number];
  /** The table of the sheet Segments below its header, by the sheet's formulas. */
  readonly sheet: Rows;
  readonly file: Uint8Array;
}

let books = 0;

/** Runs a plan of one segmentation over a table of its own. */
async function run(
  headers: readonly string[],
  rows: Rows,
  segmentation: Plan["segmentations"][number],
  settings: Partial<Plan> = {},
): Promise<Ran> {
  const path = (end: string): string => join(folder, `${books}${end}`);
  books++;
  writeBookFile(path(".xlsx"), { sheet: "Data", table: "Clients", headers, rows });
  const plan: Plan = {
    version: planVersion,
    ...plainSettings,
    table: { id: "", name: "Clients" },
    keyColumn: headers[0] ?? "",
    dataDate: null,
    sheetLanguage: "en",
    template: "lending",
    segmentations: [segmentation],
    ...settings,
  };
  writeFileSync(path(".json"), JSON.stringify(plan));
  let errors = "";
  const args = [path(".xlsx"), "--plan", path(".json"), "--out", path("-out.xlsx"), "--result", path("-result.json")];
  await segmentCommand(args, { out: () => undefined, error: (text) => (errors += text) });
  expect(errors).toBe("");
  const file = readFileSync(path("-out.xlsx"));
  const { segmentations, figures } = JSON.parse(readFileSync(path("-result.json"), "utf8")) as ResultFile;
  expect(figures?.differences).toEqual([]);
  expect(figures?.compared).toBeGreaterThan(10);
  const sheet = readXlsx(file).book.sheets.find(({ name }) => name === "Segments");
  const area = sheet?.tables.find(({ name }) => name.startsWith("Tierbook_Segments"))?.area;
  if (!sheet || !area || !segmentations[0]) throw new Error("the run wrote no table of segments");
  const cells = Array.from({ length: area.rows - 1 }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => valueAt(sheet, area.row + 1 + row, area.column + column)),
  );
  return { result: segmentations[0], sheet: cells, file };
}

/** Customers, share of customers, value and share of value per line: of the sheet, and of the result. */
function bothWays({ result, sheet }: Ran, valueColumn = 3): { readonly sheet: Rows; readonly result: Rows } {
  const line = (it: { customers: number; shareOfCustomers: number; value: number; shareOfValue: number }): number[] =>
    [it.customers, it.shareOfCustomers, it.value, it.shareOfValue].map(rounded);
  return {
    sheet: sheet.slice(0, -1).map((row) => [row[1], row[2], row[valueColumn], row[valueColumn + 1]].map(rounded)),
    result: [...result.groups, result.notClassified].map(line),
  };
}

function rounded(value: unknown): number {
  return Number(Number(value).toPrecision(10));
}

const two = [
  { id: "t1", name: "first" },
  { id: "t2", name: "second" },
];
const bands = {
  method: "cutoffs",
  id: "band",
  name: "Band",
  column: "Ratio",
  valueColumn: "Amount",
  direction: "low-first",
  cutoffs: [40],
  tiers: two,
} as const satisfies Plan["segmentations"][number];
const abc = {
  method: "abc",
  id: "abc",
  name: "ABC",
  valueColumn: "Amount",
  cutoffs: [0.5],
  tiers: two,
} as const satisfies Plan["segmentations"][number];

describe("shares have one denominator, and with those not classified add up to one", () => {
  test("where the customers not classified hold most of the value", async () => {
    const ran = await run(
      ["Client", "Ratio", "Amount"],
      [
        ["K1", 20, 100],
        ["K2", 50, 100],
        ["K3", null, 500],
        ["K4", "?", 300],
      ],
      bands,
    );
    const { sheet, result } = bothWays(ran);
    expect(result).toEqual([
      [1, 0.25, 100, 0.1],
      [1, 0.25, 100, 0.1],
      [2, 0.5, 800, 0.8],
    ]);
    expect(sheet).toEqual(result);
    expect(ran.sheet.at(-1)?.slice(1, 5)).toEqual([4, 1, 1000, 1]);
  });

  test("where values are negative or errors, with and without a label", async () => {
    const ran = await run(
      ["Client", "Ratio", "Amount"],
      [
        ["K1", 20, 300],
        ["K2", 20, -50],
        ["K3", 50, { error: "#N/A" }],
        ["K4", 50, 60],
        ["K5", null, -10],
        ["K6", null, 40],
      ],
      bands,
    );
    const { sheet, result } = bothWays(ran);
    expect(result).toEqual([
      [2, rounded(1 / 3), 250, 0.75],
      [2, rounded(1 / 3), 60, 0.15],
      [2, rounded(1 / 3), 30, 0.1],
    ]);
    expect(sheet).toEqual(result);
  });

  const several: Partial<Plan> = { rows: { ...plainSettings.rows, perCustomer: "several" } };

  test("by customer, where credit notes stand in rows of their own", async () => {
    const ran = await run(
      ["Client", "Amount"],
      [
        ["K1", 1000],
        ["K1", -900],
        ["K2", 60],
        ["K3", 40],
      ],
      abc,
      several,
    );
    const { sheet, result } = bothWays(ran, 4);
    expect(result.map((line) => line[3])).toEqual([0.5, 0.5, 0]);
    expect(sheet).toEqual(result);
  });

  test("by customer, where one comes to less than zero and one is not classified", async () => {
    const ran = await run(
      ["Client", "Ratio", "Amount"],
      [
        ["K1", 20, 1000],
        ["K1", 20, -900],
        ["K2", 50, 60],
        ["K2", 50, -100],
        ["K3", 50, 60],
        ["K4", null, 30],
        ["K4", null, 10],
      ],
      bands,
      { rows: { ...plainSettings.rows, perCustomer: "several", combine: [{ column: "Ratio", by: "max" }] } },
    );
    const { sheet, result } = bothWays(ran, 4);
    expect(result).toEqual([
      [1, 0.25, 100, 0.5],
      [2, 0.5, 20, 0.3],
      [1, 0.25, 40, 0.2],
    ]);
    expect(sheet).toEqual(result);
  });

  const leaveOut = { ...plainSettings.reading, subtotals: "leave-out" } as const;

  test("where a row of totals is left out and a customer not classified holds some of the value", async () => {
    const ran = await run(
      ["Client", "Ratio", "Amount"],
      [
        ["K1", 20, 300],
        ["K2", 50, 100],
        ["K3", null, 100],
        ["Total", null, 500],
      ],
      bands,
      { reading: leaveOut },
    );
    expect(bothWays(ran).result).toEqual([
      [1, rounded(1 / 3), 300, 0.6],
      [1, rounded(1 / 3), 100, 0.2],
      [1, rounded(1 / 3), 100, 0.2],
    ]);
    expect(ran.sheet.map((row) => [row[2], row[4]].map(rounded))).toEqual([
      [rounded(1 / 3), 0.6],
      [rounded(1 / 3), 0.2],
      [rounded(1 / 3), 0.2],
      [1, 1],
    ]);
  });

  test("where a customer has several rows, a total is left out, and client groups are not known", async () => {
    const ran = await run(
      ["Client", "Group", "Ratio", "Amount"],
      [
        ["K1", "G", 20, 300],
        ["K2", "G", 20, 100],
        ["K3", null, 50, 60],
        ["K3", null, 50, 20],
        ["K4", "H", 50, 15],
        ["K4", "I", 50, 5],
        ["Total", null, null, 500],
      ],
      bands,
      {
        reading: leaveOut,
        rows: {
          ...plainSettings.rows,
          perCustomer: "several",
          groupColumn: "Group",
          combine: [{ column: "Ratio", by: "max" }],
        },
      },
    );
    expect(bothWays(ran, 4).result).toEqual([
      [1, rounded(1 / 3), 400, 0.8],
      [1, rounded(1 / 3), 80, 0.16],
      [1, rounded(1 / 3), 20, 0.04],
    ]);
    expect(ran.sheet.map((row) => rounded(row[5]))).toEqual([0.8, 0.16, 0.04, 1]);
  });
});

describe("labels that a criterion of Excel reads as something else are counted as what they say", () => {
  const values = ["001", "1", "1.0", "50%", "0.5", "$100", "100", "TRUE", "FALSE", "#N/A", "<5", "=5", "a*", "ab"];
  const more = ["2024-05-01", "5 May", "May 5", "1234567890123456", "1234567890123457", "1/2", "WAHR", "２０", "20"];
  const names = [...values, ...more];
  const rows = names.flatMap((name, i) => Array.from({ length: 1 + (i % 3) }, (_, k) => [`${name} ${k}`, name, i + 1]));
  const groups = {
    method: "groups",
    id: "group",
    name: "Group",
    column: "Kind",
    valueColumn: "Amount",
    groups: names.filter((name) => name !== "２０").map((name) => ({ value: name, name })),
  } as const satisfies Plan["segmentations"][number];
  let ran: Ran;
  beforeAll(async () => {
    ran = await run(["Client", "Kind", "Amount"], rows, groups);
  });

  test("by the formulas of the sheet", () => {
    const { sheet, result } = bothWays(ran);
    expect(result.at(-1)?.[0]).toBe(1 + (names.indexOf("２０") % 3));
    expect(sheet).toEqual(result);
  });

  (libreOffice ? test : test.skip)("by LibreOffice", () => {
    const cells = cellsByLibreOffice(withoutCachedValues(ran.file), folder).get("Segments") ?? [];
    const first = cells.findIndex(([name]) => name === "001");
    const counted = cells.slice(first, first + names.length).map((row) => [row[0], Number(row[1]), Number(row[3])]);
    expect(counted).toEqual(ran.result.groups.map(({ name, customers, value }) => [name, customers, value]));
  });
});
