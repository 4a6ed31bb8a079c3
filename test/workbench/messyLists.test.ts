import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { writeXlsx } from "../../src/host/xlsx/writeXlsx";
import { newXlsx } from "../../src/host/xlsx/newXlsx";
import { plainSettings } from "../../src/plan/plainSettings";
import { type Plan, planVersion } from "../../src/plan/plan";
import type { SegmentResult } from "../../src/workbench/headless/segmentBook";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import { openTestOffice } from "../host/openTestOffice";
import { csvLines } from "./bookFile";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const shared = resolve(__dirname, "../../../shared/data/open");
const files = {
  janitor: join(shared, "dirty/janitor_dirty_data.xlsx"),
  rates: join(shared, "dirty/附件3_银行贷款年利率与客户流失率.xlsx"),
  people: join(shared, "dirty/messy_HR_data.csv"),
};

/** Bands of one column at the limits given, the low ones first. */
function planOf(column: string, cutoffs: readonly number[], more: Partial<Plan>): Plan {
  return {
    version: planVersion,
    template: "lending",
    ...plainSettings,
    table: { id: "", name: "List" },
    keyColumn: "Client ID",
    dataDate: null,
    sheetLanguage: "en",
    segmentations: [
      {
        method: "cutoffs",
        id: "bands",
        name: "Bands",
        column,
        valueColumn: column,
        direction: "low-first",
        cutoffs: [...cutoffs],
        tiers: [...cutoffs, 0].map((_, i) => ({ id: `b${i}`, name: `Band ${i + 1}` })),
      },
    ],
    ...more,
  };
}

describe("messy lists of real life", () => {
  if (!Object.values(files).every((file) => existsSync(file))) {
    process.stdout.write("skipped: no shared data\n");
    test.skip("needs shared data", () => undefined);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "messy-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function run(book: string, range: string, plan: Plan, ...more: string[]): Promise<SegmentResult | string> {
    const [planFile, result] = [join(folder, "plan.json"), join(folder, "result.json")];
    writeFileSync(planFile, JSON.stringify(plan));
    let said = "";
    const args = [book, "--range", range, "--plan", planFile, "--result", result, ...more];
    const code = await segmentCommand(args, { out: () => undefined, error: (text) => (said += text) });
    return code === 0 ? (JSON.parse(readFileSync(result, "utf8")) as SegmentResult) : (said.split("\n")[0] ?? "");
  }

  const counted = ({ list }: SegmentResult): Record<string, number> =>
    Object.fromEntries(
      (list?.changes ?? []).map(({ kind, column, count }) => [column ? `${column}: ${kind}` : kind, count]),
    );

  // Expected by the README of sfirke/janitor: 12 people once blank rows are dropped.
  test("the list of janitor: title, blank row and column, a name twice, days among serials, errors listed", async () => {
    const plan = planOf("% Allocated", [0.5], {});
    const result = (await run(files.janitor, "Sheet1!A1:L19", plan, "--add-key")) as SegmentResult;
    expect(result.list).toMatchObject({ how: "copy", from: "Sheet1!A2:K15", rows: 12 });
    expect(result.list?.columns).toEqual([
      "First Name",
      "Last Name",
      "Employee Status",
      "Subject",
      "Hire Date",
      "% Allocated",
      "Full time?",
      "Certification",
      "Certification (2)",
      "Active?",
    ]);
    expect(counted(result)).toEqual({
      "title-rows": 1,
      "blank-rows": 1,
      "blank-columns": 1,
      "repeated-names": 1,
      "Hire Date: day-format": 8,
      "Subject: error-cells": 1,
      "% Allocated: error-cells": 2,
    });
    const [bands] = result.segmentations;
    expect([result.rowsRead, bands?.rowsClassified, bands?.rowsNotClassified]).toEqual([12, 10, 2]);
    expect(bands?.exceptions.map(({ reason, content }) => [reason, content])).toEqual([
      ["error", "#N/A"],
      ["error", "#N/A"],
    ]);
  });

  test("rates and churn under a merged header of two rows: names joined, all 29 rows read", async () => {
    const column = "客户流失率 信誉评级A";
    const plan = planOf(column, [0.5], { keyColumn: "贷款年利率" });
    const result = (await run(files.rates, "Sheet1!A1:D31", plan)) as SegmentResult;
    expect(result.list).toMatchObject({ how: "copy", rows: 29 });
    expect(result.list?.columns).toEqual([
      "贷款年利率",
      ...["A", "B", "C"].map((grade) => `客户流失率 信誉评级${grade}`),
    ]);
    const { rows } = JSON.parse(readFileSync(join(shared, "expected/dirty_cumcm_annex3.json"), "utf8")) as {
      readonly rows: readonly (readonly (number | string | null)[])[];
    };
    const churn = rows.slice(2).map(([, first]) => Number(first));
    const low = churn.filter((value) => value < 0.5);
    expect(result.segmentations[0]?.groups.map(({ customers }) => customers)).toEqual([low.length, 29 - low.length]);
    expect(result.segmentations[0]?.totalValue).toBeCloseTo(
      churn.reduce((sum, value) => sum + value, 0),
      10,
    );
  });

  describe("people of a messy file, every cell text", () => {
    const book = join(folder, "people.xlsx");
    const lines = csvLines(readFileSync(files.people, "utf8"));
    const salary = lines.slice(1).map((line) => line[2] ?? "");
    beforeAll(async () => {
      const opened = newXlsx();
      await openTestOffice(opened.book);
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        sheet.name = "People";
        const range = sheet.getRangeByIndexes(0, 0, lines.length, 10);
        range.numberFormat = "@" as unknown as string[][];
        range.values = lines;
        await context.sync();
      });
      writeFileSync(book, writeXlsx(opened));
    });

    test("F46: days in three orders are read undeclared where each of them has one reading", async () => {
      // 2020/02/20, 2019.12.01, 01/15/2020, April 5, 2018 and 03-25-2019: nobody could read any of them in two ways.
      expect(await run(book, "People!A1:J1001", planOf("Salary", [60_000], {}), "--add-key")).toMatchObject({
        customersRead: 1000,
      });
    });

    test("F44, F45: numbers as text and days of four forms are read, words and blanks are listed", async () => {
      const reading = { ...plainSettings.reading, dates: "mdy" } as const;
      const result = (await run(
        book,
        "People!A1:J1001",
        planOf("Salary", [60_000], { reading }),
        "--add-key",
      )) as SegmentResult;
      // Counts of expected/dirty_messy_HR_data.json.
      expect(counted(result)).toMatchObject({
        "Name: trimmed": 1000,
        "Age: numbers": 665,
        "Age: not-numbers": 335,
        "Salary: numbers": 690,
        "Salary: not-numbers": 310,
        "Joining Date: dates": 1000,
      });
      const [bands] = result.segmentations;
      const numbers = salary.filter((text) => /^\d+$/.test(text.trim())).map(Number);
      expect([bands?.rowsClassified, bands?.rowsNotClassified]).toEqual([690, 310]);
      expect(bands?.groups.map(({ customers }) => customers)).toEqual([
        numbers.filter((value) => value < 60_000).length,
        numbers.filter((value) => value >= 60_000).length,
      ]);
      expect(new Set(bands?.exceptions.map(({ content }) => content))).toEqual(new Set(["NAN", "SIXTY THOUSAND"]));
    });
  });
});
