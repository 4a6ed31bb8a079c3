import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plainSettings } from "../../src/plan/plainSettings";
import { nearest } from "../../src/plan/nearest";
import { planVersion } from "../../src/plan/plan";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import { writeBookFile } from "./bookFile";

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), "planFile-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);

const segmentation = {
  method: "cutoffs",
  id: "band",
  name: "Band",
  column: "Term",
  valueColumn: "Balance",
  direction: "low-first",
  cutoffs: [12],
  tiers: [
    { id: "short", name: "Short" },
    { id: "long", name: "Long" },
  ],
};
const plan = {
  version: planVersion,
  ...plainSettings,
  table: { id: "", name: "Loans" },
  keyColumn: "Client",
  dataDate: null,
  sheetLanguage: "en",
  template: "lending",
  segmentations: [segmentation],
};

beforeAll(() => {
  writeBookFile(path("book.xlsx"), {
    sheet: "Data",
    table: "Loans",
    headers: ["Client", "Term", "Balance", "Rating"],
    rows: [
      ["K1", 6, 100, "A"],
      ["K1", 24, 50, "A"],
      ["K2", 24, 70, "B"],
    ],
  });
});

/** Runs a plan as its file says it; what comes out on either stream. */
async function run(saved: unknown, ...flags: string[]): Promise<{ code: number; out: string; error: string }> {
  const asIs = typeof saved === "string" || Buffer.isBuffer(saved);
  writeFileSync(path("my.json"), asIs ? saved : JSON.stringify(saved));
  let [out, error] = ["", ""];
  const args = [path("book.xlsx"), "--plan", path("my.json"), ...flags];
  const code = await segmentCommand(args, { out: (text) => (out += text), error: (text) => (error += text) });
  return { code, out, error };
}

const { column: _, ...withoutColumn } = segmentation;

test.each([
  ["a key at the top", { ...plan, scale: [] }, "my.json: unknown key “scale” at the top, did you mean “scales”?"],
  [
    "a key of a method",
    { ...plan, segmentations: [{ ...withoutColumn, colum: "Term" }] },
    "my.json: unknown key “colum” at segmentations[0], did you mean “column”?",
  ],
  ["a key that is like no other", { ...plan, foo: 1 }, "my.json: unknown key “foo” at the top: one of version, table"],
  [
    "a role",
    { ...plan, roles: { outstandng: "Balance" } },
    "my.json: unknown key “outstandng” at roles, did you mean “outstanding”?",
  ],
  [
    "a method",
    { ...plan, segmentations: [{ ...segmentation, method: "cutof" }] },
    "my.json: unknown word “cutof” at segmentations[0].method, did you mean “cutoffs”?",
  ],
  [
    "a word",
    { ...plan, rows: { ...plan.rows, perCustomer: "many" } },
    "my.json: unknown word “many” at rows.perCustomer: one of one, several.",
  ],
  ["a key that is missing", { ...plan, rows: undefined }, "my.json: rows is missing."],
  ["another type", { ...plan, segmentations: "abc" }, "my.json: segmentations is of another type"],
  [
    "cut-offs out of order",
    {
      ...plan,
      segmentations: [{ ...segmentation, cutoffs: [12, 6], tiers: [...segmentation.tiers, { id: "x", name: "X" }] }],
    },
    "my.json: segmentations[0].cutoffs are not in order",
  ],
  ["text that is no JSON", '{\n"version": 4,\noops}', "my.json: it is no JSON, from line 3 on."],
  ["keys that attack", '{"__proto__": {}}', "my.json: unknown key “__proto__” at the top: one of version, "],
  [
    "keys that attack, further down",
    '{"segmentations": [{"constructor": 1}]}',
    "my.json: unknown key “constructor” at segmentations[0]",
  ],
  ["an empty file", " \n", "my.json: it is empty."],
  ["a list", "[]", "my.json: the plan is of another type than it must be: a list […] where an object {…} belongs."],
  ["nothing", "null", "my.json: the plan is of another type than it must be: null where an object {…} belongs."],
  ["a text", '"plan"', "my.json: the plan is of another type than it must be: a text (plan) where an object"],
  [
    "a number that is a text",
    { ...plan, segmentations: [{ ...segmentation, cutoffs: ["12"] }] },
    "my.json: segmentations[0].cutoffs[0] is of another type than it must be: a text (12) where a number belongs.",
  ],
  [
    "an object that is a list",
    { ...plan, rows: [] },
    "my.json: rows is of another type than it must be: a list […] where an object {…} belongs.",
  ],
  [
    "a key that stands twice",
    JSON.stringify(plan, null, 1).replace('"keyColumn"', '"keyColumn": "Term",\n "keyColumn"'),
    "my.json: the key “keyColumn” stands there twice, again in line",
  ],
  ["UTF-16, and no plan", Buffer.from("\uFEFF[]", "utf16le"), "my.json: the plan is of another type"],
  ["UTF-16 of the other order", Buffer.from("\uFEFF[]", "utf16le").swap16(), "my.json: the plan is of another type"],
  ["a mark in front", "\uFEFF[]", "my.json: the plan is of another type"],
])("a faulty plan is told as what it is: %s", async (_case, saved, says) => {
  const { code, error } = await run(saved, "--out", path("never.xlsx"));
  expect(error).toContain(`plan-file: ${says}`);
  expect(error).not.toMatch(/stored settings|requires/);
  expect([code, existsSync(path("never.xlsx"))]).toEqual([1, false]);
});

test.each([
  ["keyColumn", { ...plan, keyColumn: "Cleint" }, "Cleint", "Client"],
  ["roles.outstanding", { ...plan, roles: { outstanding: "Balanse" } }, "Balanse", "Balance"],
  ["scales[0].column", { ...plan, scales: [{ column: "Ratings", values: ["A", "B"] }] }, "Ratings", "Rating"],
  [
    "rows.combine[0].column",
    { ...plan, rows: { ...plan.rows, perCustomer: "several", combine: [{ column: "Termm", by: "max" }] } },
    "Termm",
    "Term",
  ],
  ["rows.groupColumn", { ...plan, rows: { ...plan.rows, groupColumn: "client" } }, "client", "Client"],
  [
    "segmentations[0].valueColumn",
    { ...plan, segmentations: [{ ...segmentation, valueColumn: "Balances" }] },
    "Balances",
    "Balance",
  ],
])(
  "a column that is not there is refused with the nearest one, anywhere in a plan: %s",
  async (at, saved, named, near) => {
    const { code, error } = await run(saved);
    expect(error).toContain(`missing-column: ${named}, ${at}: `);
    expect(error).toContain(`did you mean “${near}”?`);
    expect(error).toContain("The table has: Client, Term, Balance, Rating.");
    expect(code).toBe(1);
  },
);

test("a term that is cut is not added up unless a plan says so", async () => {
  const several = { ...plan, rows: { ...plan.rows, perCustomer: "several" } };
  expect((await run(several)).out).toContain("Not classified\t1");
  const combine = [{ column: "Term", by: "sum" }];
  expect((await run({ ...several, rows: { ...several.rows, combine } })).out).toContain("Long\t2");
});

test("a look says what would be read, and writes nothing", async () => {
  const before = readFileSync(path("book.xlsx"));
  const { code, out } = await run(plan, "--look", "--range", "Data!A1:D4");
  const seen = JSON.parse(out) as Record<string, unknown>;
  expect(code).toBe(0);
  expect(seen).toMatchObject({
    tables: [{ name: "Loans", sheet: "Data" }],
    list: { columns: ["Client", "Term", "Balance", "Rating"], rows: 3, table: "Loans" },
    proposals: { valueColumn: "Balance", roles: { term: { column: "Term" }, rating: { column: "Rating" } } },
  });
  expect(readFileSync(path("book.xlsx"))).toEqual(before);
});

test("finds the word that was meant, and none where none is near", () => {
  expect(nearest("Balanse", ["Name", "Balance", "Ballast"])).toBe("Balance");
  expect(nearest("cutofs", ["abc", "cutoffs"])).toBe("cutoffs");
  expect(nearest("DATA date", ["dataDate"])).toBe("dataDate");
  expect(nearest("余额(万)", ["余额（万元）", "客户"])).toBe("余额（万元）");
  expect(nearest("foo", ["Name", "Balance"])).toBeNull();
});
