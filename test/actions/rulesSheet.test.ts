import { readState } from "../../src/actions/readState";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import type { Plan } from "../../src/plan/plan";
import type { SegmentationBy } from "../../src/segmentations/plans";
import { band, blank, list, rule, rulesOf, text } from "../segmentations/rules/rules";
import { clientPlan, openClients, when } from "./clientBook";
import { person, tableOf } from "./policyBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const rules: SegmentationBy<"rules"> = {
  ...rulesOf(
    rule("key", [band("Outstanding", 60, null)], [list("Region", ["West", "A; B"]), blank("Region", true)]),
    rule("local", [text("Region", "starts", "n")]),
  ),
  valueColumn: "Outstanding",
  segments: [
    { id: "key", name: "Key" },
    { id: "local", name: "Local" },
  ],
};

async function rulesPlan(): Promise<Plan> {
  const plan = await clientPlan();
  return { ...plan, segmentations: [...plan.segmentations, rules] };
}

test("rules stand as a row per test, in an order and words that can be read as a policy", async () => {
  const { host } = await openClients();
  await runPlan(await rulesPlan(), inThread, when);
  expect(host.missing).toEqual([]);
  expect((await tableOf("own")).map((row) => row.slice(1))).toEqual([
    ["Segment", "Order", "Alternative", "Column of the data", "Test", "Entries or text", "From", "Below", "Check"],
    ["Key", 1, 1, "Outstanding", "is in the range", "", 60, "", "OK"],
    ["Key", 1, 2, "Region", "is one of", 'West; "A; B"', "", "", "OK"],
    ["Key", 1, 2, "Region", "is not blank", "", "", "", "OK"],
    ["Local", 2, 1, "Region", "starts with", "n", "", "", "OK"],
    ["Others", "", "", "", "no rule holds", "", "", "", "OK"],
  ]);
  expect(await readRulesBack()).toEqual(rules);
});

async function readRulesBack(): Promise<SegmentationBy<"rules">> {
  await tableOf("own");
  const { plan, policy } = await readState();
  expect(policy!.problems).toEqual([]);
  return plan!.segmentations[1] as SegmentationBy<"rules">;
}

const body = (table: Excel.Table, column: string): Excel.Range => table.columns.getItem(column).getDataBodyRange();

test("rows that people change, add, delete and sort are the rules of the next run, and renamed segments keep their ids", async () => {
  await openClients();
  await runPlan(await rulesPlan(), inThread, when);
  await person((_sheet, table) => {
    const own = table("own");
    body(own, "Segment").values = [["Key"], ["Key"], ["Key"], ["Home"], ["The rest"]];
    body(own, "Test").values = [["is in the range"], ["不属于"], ["is not blank"], ["STARTS  with"], ["no rule holds"]];
    own.rows.add(undefined, [["own/1.1.1", "Watch", 0.5, "", "Outstanding", "is not in the range", "", "", 0, ""]]);
    own.rows.getItemAt(0).delete();
    own.sort.apply([{ key: 1, ascending: false }]);
  });
  const { segments, otherwise, rules: read } = await readRulesBack();
  expect(segments).toEqual([
    { id: "key", name: "Key" },
    { id: "local", name: "Home" },
    { id: "segment-3", name: "Watch" },
  ]);
  expect(otherwise).toBe("The rest");
  expect(read).toEqual([
    rule("segment-3", [band("Outstanding", null, 0, true)]),
    rule("key", [list("Region", ["West", "A; B"], true), blank("Region", true)]),
    rule("local", [text("Region", "starts", "n")]),
  ]);
});

test.each([
  ["an unknown test", "unknown-test", "F16", (t) => (t.getCell(0, 5).values = [["is like"]])],
  ["a rule with two segments", "two-segments", "B17", (t) => (t.getCell(1, 1).values = [["Local"]])],
  ["a column that nobody has", "unknown-column", "E17", (t) => (t.getCell(1, 4).values = [["Rating"]])],
  ["no column", "column-missing", "E17", (t) => (t.getCell(1, 4).values = [[""]])],
  ["no limit", "limit-missing", "H16", (t) => (t.getCell(0, 7).values = [[""]])],
  ["a limit that is text", "not-a-number", "H16", (t) => (t.getCell(0, 7).values = [["'60"]])],
  ["limits that cross", "limits-crossed", "I16", (t) => (t.getCell(0, 8).values = [[60]])],
  ["no entries", "value-missing", "G17", (t) => (t.getCell(1, 6).values = [[" ; "]])],
  ["a limit where the test looks at none", "not-used", "H19", (t) => (t.getCell(3, 7).values = [[5]])],
  ["an order that is no number", "not-a-number", "C19", (t) => (t.getCell(3, 2).values = [["last"]])],
  ["a segment called as those without a rule", "same-name", "B20", (t) => (t.getCell(3, 1).values = [["Others"]])],
] as const satisfies readonly (readonly [string, string, string, (body: Excel.Range) => unknown])[])(
  "%s is told at its cell, and the rules stay as they were",
  async (_what, kind, cell, act) => {
    await openClients();
    await runPlan(await rulesPlan(), inThread, when);
    await person((_sheet, table) => act(table("own").getDataBodyRange()));
    const { plan, policy } = await readState();
    expect(policy!.problems.map((problem) => problem.kind)).toEqual([kind]);
    expect(policy!.problems[0]!.cell).toBe(`Policy!${cell}`);
    expect(plan!.segmentations[1]).toEqual(rules);
  },
);

test("the sheet itself says in its last column what no column is called", async () => {
  await openClients();
  await runPlan(await rulesPlan(), inThread, when);
  await person((_sheet, table) => (table("own").getDataBodyRange().getCell(1, 4).values = [["Rating"]]));
  const checks = (await tableOf("own")).map((row) => row.at(-1));
  expect(checks).toEqual(["Check", "OK", "Not a column of the customers", "OK", "OK", "OK"]);
});

test("a column is known in any case, and one that went from the data since is the data's matter", async () => {
  await openClients();
  await runPlan(await rulesPlan(), inThread, when);
  await person(
    (_sheet, table) =>
      (body(table("own"), "Column of the data").values = [["outstanding "], ["REGION"], ["Region"], ["Region"], [""]]),
  );
  expect(await readRulesBack()).toEqual(rules);
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Customers").columns.getItem("Region").name = "Area";
    await context.sync();
  });
  const { policy } = await readState();
  expect(policy!.problems.map(({ kind, cell }) => [kind, cell])).toEqual([["unknown-column", "Policy!E17"]]);
});

test("the Segments sheet says the rules in words, and warns where too many customers are left", async () => {
  await openClients();
  const plan = await rulesPlan();
  const { outcome } = await runPlan(plan, inThread, when);
  // C12 has no number, but its region lets the second alternative hold.
  expect(outcome.segmentations[1]).toMatchObject({ classified: 12, rules: { counts: [{ taken: 9 }, { taken: 2 }] } });
  expect(await segmentsSheet()).toContain(
    "1. Key: Outstanding at least 60; or Region is one of West, A; B and Region is not blank.",
  );
  expect(await segmentsSheet()).not.toContain("no rule held");
  const local = { ...rules, segments: [rules.segments[1]!], rules: [rules.rules[1]!] };
  await runPlan({ ...plan, segmentations: [plan.segmentations[0]!, local] }, inThread, when);
  expect(await segmentsSheet()).toContain("Others: no rule held for 7 customers (58.3%) at the run.");
});

async function segmentsSheet(): Promise<string> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Segments").getUsedRange().load("text");
    await context.sync();
    return range.text
      .flat()
      .filter((text) => text !== "")
      .join(" ");
  });
}
