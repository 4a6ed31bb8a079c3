import { readXlsx } from "../../../src/host/xlsx/readXlsx";
import { writeXlsx } from "../../../src/host/xlsx/writeXlsx";
import { valueAt } from "../../../src/host/model/cells";
import { sampleClients } from "../../../src/sample/sampleClients";
import { sampleWorkbook } from "../../../src/workbench/sample/sampleWorkbook";
import { seededDraw } from "../../../src/sample/seededDraw";

const { september, october } = sampleClients();

test("the same seed draws the same numbers, another seed others", () => {
  const draws = (seed: number): number[] => Array.from({ length: 3 }, seededDraw(seed).uniform);
  expect(draws(1)).toEqual(draws(1));
  expect(draws(1)).not.toEqual(draws(2));
});

test("draws spread evenly, and normals about zero", () => {
  const { uniform, normal } = seededDraw(7);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const normals = Array.from({ length: 20_000 }, normal);
  expect(mean(Array.from({ length: 20_000 }, uniform))).toBeCloseTo(0.5, 1);
  expect(mean(normals)).toBeCloseTo(0, 1);
  expect(mean(normals.map((value) => value * value))).toBeCloseTo(1, 1);
});

test("the same seed and language give the same file, byte for byte", () => {
  const bytes = (): Buffer => Buffer.from(writeXlsx(sampleWorkbook("zh")));
  expect(bytes().equals(bytes())).toBe(true);
  expect(bytes().equals(Buffer.from(writeXlsx(sampleWorkbook("zh", 5))))).toBe(false);
});

test("has 600 clients in October, some of them new, and some of September's gone", () => {
  const before = new Set(september.map(({ number }) => number));
  const now = new Set(october.map(({ number }) => number));
  expect(now.size).toBe(600);
  expect([...now].filter((number) => !before.has(number)).length).toBeGreaterThan(5);
  expect([...before].filter((number) => !now.has(number)).length).toBeGreaterThan(2);
});

test("is as uneven as a loan book: a fifth of the clients owe more than two thirds", () => {
  const owed = october.map(({ outstanding }) => outstanding).sort((a, b) => b - a);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  expect(sum(owed.slice(0, 120)) / sum(owed)).toBeGreaterThan(0.67);
  expect(owed.filter((value) => value === 0).length).toBeGreaterThan(3);
});

test("larger clients are rated better, and a long delay is never called normal", () => {
  const meanRating = (size: number): number => {
    const ratings = october.filter((client) => client.size === size && client.rating < 6).map(({ rating }) => rating);
    return ratings.reduce((total, rating) => total + rating, 0) / ratings.length;
  };
  expect(meanRating(0)).toBeLessThan(meanRating(3));
  for (const { daysPastDue, riskClass } of october) if (daysPastDue > 90) expect(riskClass).toBeGreaterThanOrEqual(2);
});

test("nobody owes more than the limit", () => {
  for (const client of [...september, ...october]) expect(client.outstanding).toBeLessThanOrEqual(client.creditLimit);
});

test.each([
  ["en", "Clients_Oct", "Outstanding balance"],
  ["zh", "客户_10月", "贷款余额"],
] as const)("in %s it is a workbook with a table per month-end, the later first", (language, tableName, header) => {
  const { book } = readXlsx(writeXlsx(sampleWorkbook(language)));
  expect(book.sheets).toHaveLength(2);
  const [sheet] = book.sheets;
  const table = sheet?.tables[0];
  expect([table?.name, table?.area.rows, table?.columns.length]).toEqual([tableName, 601, 15]);
  expect(table?.columns[8]?.name).toBe(header);
  expect(sheet?.freeze.rows).toBe(4);
  expect(sheet && valueAt(sheet, 4, 0)).toBe("C10001");
});
