import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Book, CellValue, Table } from "../../src/host/model/book";
import { valueAt } from "../../src/host/model/cells";
import { readXlsx } from "../../src/host/xlsx/readXlsx";
import { writeXlsx } from "../../src/host/xlsx/writeXlsx";
import type { Plan } from "../../src/plan/plan";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import { sampleClients, type SampleClient } from "../../src/sample/sampleClients";
import { samplePlan } from "../../src/workbench/sample/samplePlan";
import { sampleEn, sampleZh } from "../../src/sample/sampleWords";
import { sampleWorkbook } from "../../src/workbench/sample/sampleWorkbook";
import { cellsByLibreOffice, libreOffice, withoutCachedValues } from "./libreOffice";

jest.setTimeout(180_000);

const folder = mkdtempSync(join(tmpdir(), "portfolio-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);

async function segment(book: string, plan: Plan, out: string): Promise<void> {
  writeFileSync(path("plan.json"), JSON.stringify(plan));
  let errors = "";
  const args = [book, "--plan", path("plan.json"), "--out", out, "--result", `${out}.json`];
  const code = await segmentCommand(args, { out: () => undefined, error: (text) => (errors += text) });
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
}

/** A native table's cells, header first. */
function cellsOf(book: Book, wanted: (table: Table) => boolean): readonly (readonly CellValue[])[] {
  for (const sheet of book.sheets) {
    const area = sheet.tables.find(wanted)?.area;
    if (!area) continue;
    return Array.from({ length: area.rows }, (_, row) =>
      Array.from({ length: area.columns }, (__, column) => valueAt(sheet, area.row + row, area.column + column)),
    );
  }
  throw new Error("the workbook has no such table");
}

/** The label of every client's row, by the key in its first cell. */
function labelsOf(file: string, table: string): ReadonlyMap<CellValue, CellValue> {
  const [, ...rows] = cellsOf(bookAt(file), ({ name }) => name === table);
  return new Map(rows.map((cells): [CellValue, CellValue] => [cells[0] ?? null, cells.at(-1) ?? null]));
}

const bookAt = (file: string): Book => readXlsx(readFileSync(file)).book;

describe.each([
  ["en", sampleEn, "Segments"],
  ["zh", sampleZh, "客户分层分群"],
] as const)("the portfolio of the sample in %s", (language, words, sheetName) => {
  const october = { ...samplePlan(language) };
  const [tiers] = october.segmentations;
  if (tiers?.method !== "abc") throw new Error("the sample's plan has no value tiers");
  const names = tiers.tiers.map(({ name }) => name);
  const months = sampleClients();
  const first = path(`${language}-1.xlsx`);
  const second = path(`${language}-2.xlsx`);

  beforeAll(async () => {
    writeFileSync(path(`${language}.xlsx`), writeXlsx(sampleWorkbook(language)));
    const september = { ...october, table: { id: "", name: words.tables.september }, dataDate: "2026-09-30" };
    await segment(path(`${language}.xlsx`), september, first);
    await segment(first, october, second);
    tierOf.set("now", labelsOf(second, words.tables.october)).set("then", labelsOf(first, words.tables.september));
  });

  /** Tiers by client, as the label beside the data says. */
  const tierOf = new Map<"now" | "then", ReadonlyMap<CellValue, CellValue>>();

  /** Sums over the clients of a tier, or over all. */
  function sum(month: "now" | "then", name: string | null, of: (client: SampleClient) => number): number {
    return (month === "now" ? months.october : months.september)
      .filter(({ number }) => name === null || tierOf.get(month)?.get(`C${number}`) === name)
      .reduce((total, client) => total + of(client), 0);
  }

  const owed = ({ outstanding }: SampleClient): number => outstanding;
  const owedIf =
    (fits: (client: SampleClient) => boolean) =>
    (client: SampleClient): number =>
      fits(client) ? client.outstanding : 0;

  /** Limit, outstanding and so on of a row, from the invented clients themselves. */
  function expected(name: string | null): readonly number[] {
    const outstanding = sum("now", name, owed);
    const limits = sum("now", name, ({ creditLimit }) => creditLimit);
    const part = (fits: (client: SampleClient) => boolean): number => sum("now", name, owedIf(fits));
    const amounts: number[] = [];
    sum("now", name, ({ outstanding: amount }) => amounts.push(amount));
    const top = amounts.sort((a, b) => b - a).slice(0, 10);
    return [
      limits,
      outstanding,
      outstanding / limits,
      part(({ riskClass }) => riskClass >= 2) / outstanding,
      part(({ riskClass }) => riskClass === 1) / outstanding,
      part(({ daysPastDue }) => daysPastDue > 0),
      part(({ daysPastDue }) => daysPastDue > 0) / outstanding,
      part(({ daysPastDue }) => daysPastDue > 90),
      part(({ daysPastDue }) => daysPastDue > 90) / outstanding,
      top.reduce((total, amount) => total + amount, 0) / outstanding,
      outstanding - sum("then", name, owed),
    ];
  }

  test("says what the clients' own figures say, segment by segment and in all", () => {
    const [header, ...rows] = cellsOf(bookAt(second), ({ name }) => name === "Tierbook_Portfolio_value_tier");
    expect(header).toHaveLength(13);
    expect(rows.map(([name]) => name).slice(0, 3)).toEqual(names);
    for (const [i, name] of [...names, null].entries()) {
      const cells = rows[name === null ? 4 : i] ?? [];
      expected(name).forEach((number, k) => expect(Number(cells[k + 1])).toBeCloseTo(number, 5));
      // There is no run at the end of last year.
      expect(cells[12]).toBe("–");
    }
  });

  test("has nothing to compare with in the first run, and says so with a dash", () => {
    const [, ...rows] = cellsOf(bookAt(first), ({ name }) => name === "Tierbook_Portfolio_value_tier");
    expect(rows.map((cells) => cells.slice(11))).toEqual(rows.map(() => ["–", "–"]));
  });

  (libreOffice ? test : test.skip)("is calculated alike by LibreOffice from a copy without cached values", () => {
    const lines = cellsByLibreOffice(withoutCachedValues(readFileSync(second)), folder).get(sheetName) ?? [];
    const start = lines.findIndex((cells) => cells.includes(language === "en" ? "Utilisation" : "额度使用率"));
    const number = (text: string): number => (text.endsWith("%") ? Number.parseFloat(text) / 100 : Number(text));
    names.forEach((name, i) => {
      const cells = lines[start + 1 + i] ?? [];
      expect(cells[0]).toBe(name);
      expected(name).forEach((wanted, k) => expect(number(cells[k + 1] ?? "")).toBeCloseTo(wanted, 3));
    });
  });
  if (!libreOffice) process.stdout.write("skipped: LibreOffice is not installed\n");
});
