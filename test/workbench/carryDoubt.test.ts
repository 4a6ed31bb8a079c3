import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultPlan } from "../../src/plan/defaultPlan";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import { writeBookFile } from "./bookFile";

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), "carryDoubt-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);

function writeClients(name: string, keys: readonly string[]): string {
  const rows = keys.map((key, i) => [key, 10 * (i + 1)]);
  writeBookFile(path(name), { sheet: "Data", table: "Clients", headers: ["Client", "Balance"], rows });
  return path(name);
}

async function segment(...args: string[]): Promise<{ readonly code: number; readonly error: string }> {
  let error = "";
  const code = await segmentCommand(args, { out: () => undefined, error: (text) => (error += text) });
  return { code, error };
}

test("a month's file of which few clients are in the table is doubted, with the counts, and taken over where told so", async () => {
  const plan = defaultPlan({
    table: { id: "", name: "Clients" },
    keyColumn: "Client",
    valueColumn: "Balance",
    template: "lending",
    sheetLanguage: "en",
  });
  writeFileSync(path("plan.json"), JSON.stringify(plan));
  const first = writeClients("first.xlsx", ["K1", "K2", "K3", "K4", "K5"]);
  expect(await segment(first, "--plan", path("plan.json"), "--carry-out", path("carry.json"))).toMatchObject({
    code: 0,
  });

  const other = writeClients("other.xlsx", ["K5", "L1", "L2", "L3", "L4", "L5"]);
  const carry = ["--carry", path("carry.json"), "--out", path("out.xlsx")];
  const refused = await segment(other, ...carry);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.error).toMatch(/^carry-few-match: Client: Of 5 clients in the file of last month 1 are among the 6/);
  expect(refused.error).toContain("--carry-anyway");
  expect(existsSync(path("out.xlsx"))).toBe(false);
  expect(await segment(other, ...carry, "--carry-anyway")).toEqual({ code: 0, error: "" });

  // Half of the smaller table is enough: portfolios grow and are sold.
  const grown = writeClients("grown.xlsx", ["K1", "K2", "K3", "L1", "L2", "L3", "L4", "L5"]);
  expect(await segment(grown, "--carry", path("carry.json"), "--out", path("grown-out.xlsx"))).toMatchObject({
    code: 0,
  });
});
