import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newXlsx } from "../../src/host/xlsx/newXlsx";
import { writeXlsx } from "../../src/host/xlsx/writeXlsx";
import { plainSettings } from "../../src/plan/plainSettings";
import { type Plan, planVersion } from "../../src/plan/plan";
import type { SegmentResult } from "../../src/workbench/headless/segmentBook";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import { openTestOffice } from "../host/openTestOffice";

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), "reading-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Two tiers by the balance of a list of clients. */
const plan: Plan = {
  version: planVersion,
  template: "lending",
  ...plainSettings,
  table: { id: "", name: "T" },
  keyColumn: "Client",
  dataDate: null,
  sheetLanguage: "en",
  segmentations: [
    {
      method: "abc",
      id: "abc",
      name: "ABC",
      valueColumn: "Balance",
      cutoffs: [0.8],
      tiers: [
        { id: "a", name: "A" },
        { id: "b", name: "B" },
      ],
    },
  ],
};

interface Told {
  readonly result: SegmentResult | null;
  readonly said: string;
}

/** Runs the plan over cells, which become a table where they are asked for by a range. */
async function run(
  rows: readonly (readonly unknown[])[],
  formats: Readonly<Record<string, string>>,
  range: string | null,
  reading: Partial<Plan["reading"]> = {},
): Promise<Told> {
  const opened = newXlsx();
  await openTestOffice(opened.book);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.name = "Data";
    const cells = sheet.getRangeByIndexes(0, 0, rows.length, 2);
    cells.values = rows.map((row) => [...row]);
    for (const [address, format] of Object.entries(formats)) sheet.getRange(address).numberFormat = [[format]];
    if (range === null) sheet.tables.add(`A1:B${rows.length}`, true).name = "T";
    await context.sync();
  });
  const file = (name: string): string => join(folder, name);
  writeFileSync(file("book.xlsx"), writeXlsx(opened));
  writeFileSync(file("plan.json"), JSON.stringify({ ...plan, reading: { ...plan.reading, ...reading } }));
  rmSync(file("result.json"), { force: true });
  let said = "";
  const args = [file("book.xlsx"), "--plan", file("plan.json"), "--result", file("result.json")];
  const code = await segmentCommand([...args, ...(range === null ? [] : ["--range", range])], {
    out: () => undefined,
    error: (text) => (said += text),
  });
  return { said, result: code === 0 ? (JSON.parse(readFileSync(file("result.json"), "utf8")) as SegmentResult) : null };
}

const head = ["Client", "Balance"];

test("a date among amounts is listed and in no tier, and the sheets say the same as the result", async () => {
  const { result, said } = await run([head, ["K1", 500], ["K2", 300], ["K3", 45292]], { B4: "yyyy-mm-dd" }, null);
  // No figure of the sheets differs from the outcome: Excel adds the day up among those not classified.
  expect(said).toBe("");
  expect(result?.segmentations[0]?.groups.map(({ customers, value }) => [customers, value])).toEqual([
    [2, 800],
    [0, 0],
  ]);
  expect(result?.segmentations[0]?.exceptions).toMatchObject([{ key: "K3", cell: "Data!B4", reason: "date" }]);
});

test("a total inside a table is told of before the first result, once", async () => {
  const rows = [head, ["K1", 50], ["K2", 30], ["Total", 80]];
  const { said, result } = await run(rows, {}, null);
  expect(said).toContain("Data!A4");
  expect(result?.reading.subtotals).toEqual({ choice: null, leftOut: 0, counted: ["Data!A4"] });
  const left = await run(rows, {}, null, { subtotals: "leave-out" });
  expect([left.said, left.result?.reading.subtotals]).toEqual(["", { choice: "leave-out", leftOut: 1, counted: [] }]);
});

test("currencies are refused in a copy as in the list, with the list's own cells", async () => {
  const euros = { B2: "[$€-407] #,##0", B4: '"$"#,##0' };
  const { said } = await run([head, ["K1", 500], ["", ""], ["K2", 300]], euros, "Data!A1:B4");
  expect(said).toMatch(/^mixed-currencies: /);
  expect(said).toContain("Data!B2, Data!B4");
  expect(said).not.toContain("clean");
  const text = await run([head, ["K1", "USD 500"], ["K2", "EUR 300"]], {}, "Data!A1:B3");
  expect(text.said).toContain("Data!B2, Data!B3");
});

test("one yuan written in three ways is one currency", async () => {
  const formats = { B2: "[$¥-804]#,##0", B3: '"¥"#,##0', B4: '#,##0 "元"' };
  const { result } = await run([head, ["K1", 500], ["K2", 300], ["K3", 20]], formats, null);
  expect(result?.segmentations[0]?.customersClassified).toBe(3);
});
