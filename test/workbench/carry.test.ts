import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampleClients, type SampleClient } from "../../src/sample/sampleClients";
import { samplePlan } from "../../src/workbench/sample/samplePlan";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import type { ResultFile } from "../../src/workbench/headless/runResult";
import { writeBookFile } from "./bookFile";
import { type CountedClient, countedMoves, tiersByShare } from "./sample/countedMoves";

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

const counted = (clients: readonly SampleClient[]): readonly CountedClient[] =>
  clients.map(({ number, outstanding }) => ({ key: `C${number}`, tenths: Math.round(10 * outstanding) }));

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

  const [before, now] = [counted(september), counted(october)];
  const { customers, entered, left } = countedMoves(tiersByShare(before), tiersByShare(now), now);
  const result = resultOf("oct.json");
  expect(result.dataDate).toBe("2026-10-31");
  expect(result.segmentations[0]?.moves).toMatchObject({ customers, entered, left });

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
