import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampleClients, type SampleClient } from "../../src/sample/sampleClients";
import { samplePlan } from "../../src/workbench/sample/samplePlan";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import type { ResultFile } from "../../src/workbench/headless/runResult";
import { writeBookFile } from "./bookFile";

const folder = mkdtempSync(join(tmpdir(), "carry-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);

// Four headless runs of 600 clients.
jest.setTimeout(300_000);

async function segment(...args: string[]): Promise<{ readonly code: number; readonly error: string }> {
  let error = "";
  const code = await segmentCommand(args, { out: () => undefined, error: (text) => (error += text) });
  return { code, error };
}

const resultOf = (name: string): ResultFile => JSON.parse(readFileSync(path(name), "utf8")) as ResultFile;

const { september, october } = sampleClients();

/** One month's export in a workbook of its own. */
function writeMonth(name: string, clients: readonly SampleClient[]): string {
  const rows = clients.map(({ number, outstanding }) => [`C${number}`, outstanding]);
  writeBookFile(path(name), { sheet: "Export", table: "Export", headers: ["Client ID", "Outstanding balance"], rows });
  return path(name);
}

/**
 * Tiers by 80 and 95 per cent, counted here without the method: in order of value, a client is in the first tier while
 * those strictly above hold less than 80 per cent.
 */
function tiersOf(clients: readonly SampleClient[]): ReadonlyMap<number, number> {
  const all = clients.reduce((sum, { outstanding }) => sum + Math.round(10 * outstanding), 0);
  return new Map(
    clients.map(({ number, outstanding }) => {
      const above = clients
        .filter((other) => other.outstanding > outstanding)
        .reduce((sum, other) => sum + Math.round(10 * other.outstanding), 0);
      const tier = outstanding <= 0 ? 2 : above < 0.8 * all ? 0 : above < 0.95 * all ? 1 : 2;
      return [number, tier];
    }),
  );
}

test("the sample's second month in a workbook of its own has the moves of an independent count", async () => {
  const { segmentations, unit } = samplePlan("en");
  const plan = {
    ...samplePlan("en"),
    unit,
    roles: {},
    dataDate: "2026-09-30",
    table: { id: "", name: "Export" },
    segmentations,
  };
  writeFileSync(path("plan.json"), JSON.stringify(plan));
  expect(
    await segment(writeMonth("sep.xlsx", september), "--plan", path("plan.json"), "--carry-out", path("sep.json")),
  ).toEqual({ code: 0, error: "" });
  const carry = ["--carry", path("sep.json"), "--out", path("oct-out.xlsx"), "--result", path("oct.json")];
  expect(await segment(writeMonth("oct.xlsx", october), ...carry)).toEqual({ code: 0, error: "" });

  const [before, now] = [tiersOf(september), tiersOf(october)];
  const expected = Array.from({ length: 5 }, () => new Array<number>(5).fill(0));
  for (const [number, tier] of now) expected[before.get(number) ?? 4]![tier]!++;
  for (const [number, tier] of before) if (!now.has(number)) expected[tier]![4]!++;
  const result = resultOf("oct.json");
  expect(result.dataDate).toBe("2026-10-31");
  expect(result.segmentations[0]?.moves?.customers).toEqual(expected);
  expect(result.segmentations[0]?.moves).toMatchObject({ entered: 15, left: 9 });

  // A workbook that has run takes nothing over.
  expect(await segment(path("oct-out.xlsx"), "--carry", path("sep.json"), "--out", path("no.xlsx"))).toMatchObject({
    code: 1,
    error: expect.stringContaining("carry-not-empty") as string,
  });
});

test("a file that is none is refused with its word, and nothing is written", async () => {
  writeFileSync(path("bad.json"), "{}");
  const book = writeMonth("bad.xlsx", october.slice(0, 20));
  expect(await segment(book, "--carry", path("bad.json"), "--out", path("bad-out.xlsx"))).toMatchObject({
    code: 1,
    error: expect.stringContaining("carry-broken") as string,
  });
});
