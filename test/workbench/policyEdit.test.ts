import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultPlan } from "../../src/plan/defaultPlan";
import type { ResultFile } from "../../src/workbench/headless/runResult";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import { openTrial } from "../safety/trial";
import { writeBookFile } from "./bookFile";

const folder = mkdtempSync(join(tmpdir(), "policy-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);

jest.setTimeout(120_000);

async function segment(...args: string[]): Promise<{ readonly code: number; readonly error: string }> {
  let error = "";
  const code = await segmentCommand(args, { out: () => undefined, error: (text) => (error += text) });
  return { code, error };
}

/** Saves a file with another share for the first tier, as a colleague without Tierbook would. */
async function edit(from: string, to: string, share: number | string): Promise<void> {
  const trial = await openTrial(readFileSync(path(from)));
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Policy").getRange("D8").values = [[share]];
    await context.sync();
  });
  writeFileSync(path(to), trial.save());
}

const customers = (name: string): readonly number[] =>
  (JSON.parse(readFileSync(path(name), "utf8")) as ResultFile).segmentations[0]!.groups.map((group) => group.customers);

test("a file whose Policy sheet was edited runs by the edit, refuses what it cannot use, and gives way to a plan", async () => {
  const rows = [850, 60, 40, 30, 20].map((balance, i) => [`K${i + 1}`, balance]);
  writeBookFile(path("book.xlsx"), { sheet: "Clients", table: "Clients", headers: ["Client", "Balance"], rows });
  const table = { id: "", name: "Clients" };
  const shared = {
    table,
    keyColumn: "Client",
    valueColumn: "Balance",
    sheetLanguage: "en",
    template: "retail",
  } as const;
  writeFileSync(path("plan.json"), JSON.stringify(defaultPlan(shared)));
  const out = ["--out", path("out.xlsx"), "--result", path("result.json")];
  expect(await segment(path("book.xlsx"), "--plan", path("plan.json"), ...out)).toEqual({ code: 0, error: "" });
  expect(customers("result.json")).toEqual([1, 2, 2]);

  await edit("out.xlsx", "edited.xlsx", 0.9);
  expect(await segment(path("edited.xlsx"), "--result", path("edited.json"))).toEqual({ code: 0, error: "" });
  expect(customers("edited.json")).toEqual([2, 1, 2]);

  await edit("out.xlsx", "bad.xlsx", "most");
  const refused = await segment(path("bad.xlsx"), "--result", path("bad.json"));
  expect(refused.code).toBe(1);
  expect(refused.error).toContain("policy-invalid");
  expect(refused.error).toContain("Policy!D8: “most” in “Value tier” is not a number. Nothing was written.");

  const given = await segment(path("bad.xlsx"), "--plan", path("plan.json"), "--result", path("given.json"));
  expect(given).toEqual({ code: 0, error: "" });
  expect(customers("given.json")).toEqual([1, 2, 2]);
});
