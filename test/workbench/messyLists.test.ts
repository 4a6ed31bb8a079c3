import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "../../src/host/xlsx/writeXlsx";
import { newXlsx } from "../../src/host/xlsx/newXlsx";
import { plainSettings } from "../../src/plan/plainSettings";
import { type Plan, planVersion } from "../../src/plan/plan";
import type { SegmentResult } from "../../src/workbench/headless/segmentBook";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import { openTestOffice } from "../host/openTestOffice";
import { expected, goldenFolder, goldenLines } from "../golden/goldenData";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const fileOf = (name: string): string => join(goldenFolder, name);

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

  // So written by golden/make/workbooks.py: 12 people, 8 days as bare serial numbers, three formulas that fail.
  test("a list of staff: title, blank row and column, a name twice, days among serials, errors listed", async () => {
    const plan = planOf("Share of time", [0.5], {});
    const result = (await run(fileOf("messy.xlsx"), "Staff!A1:L19", plan, "--add-key")) as SegmentResult;
    expect(result.list).toMatchObject({ how: "copy", from: "Staff!A2:K15", rows: 12 });
    expect(result.list?.columns).toEqual([
      ...["Given", "Family", "Post", "Task", "Start date", "Share of time", "Full time?"],
      ...["Trained in", "Trained in (2)", "Here?"],
    ]);
    expect(counted(result)).toEqual({
      "title-rows": 1,
      "blank-rows": 1,
      "blank-columns": 1,
      "repeated-names": 1,
      "Start date: day-format": 8,
      "Task: error-cells": 1,
      "Share of time: error-cells": 2,
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
    const result = (await run(fileOf("rates.xlsx"), "Sheet1!A1:D31", plan)) as SegmentResult;
    expect(result.list).toMatchObject({ how: "copy", rows: 29 });
    expect(result.list?.columns).toEqual([
      "贷款年利率",
      ...["A", "B", "C"].map((grade) => `客户流失率 信誉评级${grade}`),
    ]);
    const told = expected<{ rows: number; below_half: number; sum: number }>("rates");
    expect(result.segmentations[0]?.groups.map(({ customers }) => customers)).toEqual([
      told.below_half,
      told.rows - told.below_half,
    ]);
    expect(result.segmentations[0]?.totalValue).toBeCloseTo(told.sum, 10);
  });

  describe("people of a messy file, every cell text", () => {
    const book = join(folder, "people.xlsx");
    const lines = goldenLines("people.csv");
    const told = expected<{
      readonly rows: number;
      readonly names_with_spaces: number;
      readonly ages: number;
      readonly salaries: number;
      readonly salaries_below_60000: number;
      readonly words_for_salaries: readonly string[];
      readonly days: number;
    }>("people");
    beforeAll(async () => {
      const opened = newXlsx();
      await openTestOffice(opened.book);
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        sheet.name = "People";
        const range = sheet.getRangeByIndexes(0, 0, lines.length, 10);
        range.numberFormat = "@" as unknown as string[][];
        range.values = lines.map((line) => [...line]);
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
      expect(counted(result)).toMatchObject({
        "Name: trimmed": told.names_with_spaces,
        "Age: numbers": told.ages,
        "Age: not-numbers": told.rows - told.ages,
        "Salary: numbers": told.salaries,
        "Salary: not-numbers": told.rows - told.salaries,
        "Joining Date: dates": told.days,
      });
      const [bands] = result.segmentations;
      expect([bands?.rowsClassified, bands?.rowsNotClassified]).toEqual([told.salaries, told.rows - told.salaries]);
      expect(bands?.groups.map(({ customers }) => customers)).toEqual([
        told.salaries_below_60000,
        told.salaries - told.salaries_below_60000,
      ]);
      expect(new Set(bands?.exceptions.map(({ content }) => content))).toEqual(new Set(told.words_for_salaries));
    });
  });
});
