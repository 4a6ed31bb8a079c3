import * as fc from "fast-check";
import { classify } from "../../../src/engine/classify";
import type { SegmentationOutcome } from "../../../src/engine/outcome";
import { decideByRules } from "../../../src/segmentations/rules/decideByRules";
import { why } from "../../../src/engine/why";
import { planProblems } from "../../../src/plan/planProblems";
import type { RulesSegmentation } from "../../../src/segmentations/rules/plan";
import { columnOf, type Content } from "../../../src/table/columns";
import type { CustomerTable } from "../../../src/table/customerTable";
import { balancePlan } from "../../engine/balances";
import { band, blank, days, list, rule, rulesOf, text } from "./rules";

function tableOf(columns: Readonly<Record<string, readonly Content[]>>): CustomerTable {
  const rows = Object.values(columns)[0]?.length ?? 0;
  const all = { Client: Array.from({ length: rows }, (_, i) => `K${i + 1}`), ...columns };
  const balances = columns["Balance"] ?? Array.from({ length: rows }, () => 10);
  const named = Object.entries({ ...all, Balance: balances });
  return { name: "Clients", rows, columns: named.map(([name, cells]) => columnOf(name, cells)) };
}

function outcomeOf(rules: RulesSegmentation, table: CustomerTable): SegmentationOutcome {
  return classify({ ...balancePlan, segmentations: [rules] }, table).segmentations[0]!;
}

const labelsOf = (rules: RulesSegmentation, table: CustomerTable): (string | null)[] => {
  const { labels, groups } = outcomeOf(rules, table);
  return [...labels].map((label) => groups[label]?.name ?? null);
};

test("the first rule that holds decides, and who is left is in a group of its own", () => {
  const rules = rulesOf(
    rule("watch", [band("Days", 30, null)]),
    rule("key", [band("Balance", 100, null), list("Region", ["North", "South"])]),
    rule("local", [list("Region", ["North"])]),
  );
  const table = tableOf({
    Days: [45, 0, 0, 0, 29.9],
    Balance: [500, 100, 99, 500, 10],
    Region: ["North", " North ", "North", "East", "north"],
  });
  expect(labelsOf(rules, table)).toEqual(["Watch", "Key", "Local", "Others", "Others"]);
  const { groups, rules: report, used } = outcomeOf(rules, table);
  expect(groups.map(({ id, customers }) => [id, customers])).toEqual([
    ["own/watch", 1],
    ["own/key", 1],
    ["own/local", 1],
    ["own/-", 2],
  ]);
  expect(report).toEqual({
    counts: [
      { matched: 1, taken: 1 },
      { matched: 2, taken: 1 },
      { matched: 3, taken: 1 },
    ],
    overlaps: [
      { first: 1, second: 2, customers: 2 },
      { first: 0, second: 1, customers: 1 },
      { first: 0, second: 2, customers: 1 },
    ],
    otherwise: 2,
    otherwiseShare: 0.4,
  });
  expect(used).toMatchObject({ rules: [{ rule: 1, segment: "watch", matched: 1, taken: 1 }, {}, { taken: 1 }] });
});

test("alternatives hold where one of them does, and a turned test where it does not", () => {
  const either = rule("key", [list("Region", ["North"])], [band("Balance", null, 5)]);
  const table = tableOf({ Region: ["North", "South", "South"], Balance: [9, 4, 5] });
  expect(labelsOf(rulesOf(either), table)).toEqual(["Key", "Key", "Others"]);
  const neither = rule("key", [list("Region", ["North"], true), band("Balance", null, 5, true)]);
  expect(labelsOf(rulesOf(neither), table)).toEqual(["Others", "Others", "Key"]);
});

test("a part of a text is found in any case and any form of its letters, and no pattern is read into it", () => {
  const cells = ["Ärzte-Haus GmbH", "a\u0308rzte", "Praxis ÄRZTE", 7, null];
  const found = (how: "contains" | "starts" | "ends", part: string): (string | null)[] =>
    labelsOf(rulesOf(rule("key", [text("Name", how, part)])), tableOf({ Name: cells }));
  expect(found("contains", "ärzte")).toEqual(["Key", "Key", "Key", "Others", "Others"]);
  expect(found("starts", "A\u0308RZTE")).toEqual(["Key", "Key", "Others", "Others", "Others"]);
  expect(found("ends", "gmbh")).toEqual(["Key", "Others", "Others", "Others", "Others"]);
  expect(found("contains", ".*")).toEqual(["Others", "Others", "Others", "Others", "Others"]);
  expect(found("contains", "7")).toEqual(["Others", "Others", "Others", "Key", "Others"]);
});

test("a blank is blank, in no range and on no list", () => {
  const table = tableOf({ Days: [null, "  ", 0, "x"] });
  expect(labelsOf(rulesOf(rule("key", [blank("Days")])), table)).toEqual(["Key", "Key", "Others", "Others"]);
  expect(labelsOf(rulesOf(rule("key", [band("Days", 0, null)])), table)).toEqual(["Others", "Others", "Key", null]);
  expect(labelsOf(rulesOf(rule("key", [list("Days", ["0"])])), table)).toEqual(["Others", "Others", "Key", "Others"]);
});

test("a cell that leaves a rule open is listed, unless a rule before it or another test decides", () => {
  const rules = rulesOf(
    rule("local", [list("Region", ["North"])]),
    rule("key", [band("Days", 30, null), list("Region", ["South"])]),
    rule("watch", [band("Balance", 0, null)]),
  );
  const table = tableOf({
    Region: ["North", "South", "East", "South"],
    Days: ["n/a", { error: "#N/A" }, "n/a", 40],
    Balance: [1, 1, 1, 1],
  });
  expect(labelsOf(rules, table)).toEqual(["Local", null, "Watch", "Key"]);
  expect(outcomeOf(rules, table).notClassified).toEqual([
    { row: 1, key: "K2", reason: "error", column: "Days", content: "#N/A" },
  ]);
});

// 45,292 is 1 January 2024 by Excel's DATE function, 43,830 in a workbook that counts from 1904.
test("F46: a range of days takes its first day and leaves its last, whatever form a date has", () => {
  const rules = rulesOf(
    rule("watch", [days("Opened", null, "2024-01-01")]),
    rule("key", [days("Opened", "2024-01-01", "2024-01-03")]),
    rule("local", [days("Opened", "2024-01-03", null, true)]),
  );
  const cells = [45291.9, 45292, "2024-01-02", "3.1.2024", null, "soon", true, "31/12/2023"];
  const plan = { ...balancePlan, reading: { ...balancePlan.reading, dates: "dmy" as const }, segmentations: [rules] };
  const inPlan = (of: typeof plan, table: CustomerTable): (string | null)[] => {
    const { labels, groups } = classify(of, table).segmentations[0]!;
    return [...labels].map((label) => groups[label]?.name ?? null);
  };
  const table = tableOf({ Opened: cells });
  expect(inPlan(plan, table)).toEqual(["Watch", "Key", "Key", "Others", "Local", null, null, "Watch"]);
  expect(classify(plan, table).segmentations[0]!.notClassified.map(({ reason }) => reason)).toEqual([
    "no-date",
    "logical",
  ]);
  // Nobody said whether 3.1. is in January.
  expect(labelsOf(rules, table)[3]).toBe(null);
  const in1904 = { ...tableOf({ Opened: [43829, 43830, 43832] }), from1904: true };
  expect(inPlan(plan, in1904)).toEqual(["Watch", "Key", "Others"]);
  expect(why(rules, 1, in1904, 1, null)).toMatchObject({ kind: "rule", rule: 2 });
});

test("of several rows the earliest day counts, also where dates are text", () => {
  const rules = rulesOf(rule("watch", [days("Opened", null, "2024-01-01")]));
  const table = tableOf({ Opened: ["2024-02-01", "2023-12-31", 45292, "2024-03-01"] });
  const columns = [columnOf("Client", ["A", "A", "B", "B"]), ...table.columns.slice(1)];
  const plan = {
    ...balancePlan,
    rows: { ...balancePlan.rows, perCustomer: "several" as const },
    segmentations: [rules],
  };
  const { labels, groups } = classify(plan, { ...table, columns }).segmentations[0]!;
  expect([...labels].map((label) => groups[label]?.name)).toEqual(["Watch", "Watch", "Others", "Others"]);
});

test("says which rule decided, in the tests that hold", () => {
  const rules = rulesOf(
    rule("watch", [band("Days", 30, null)]),
    rule("key", [list("Region", ["East"])], [list("Region", ["North"]), band("Balance", 100, null)]),
  );
  const table = tableOf({ Days: [0, 0, "x", 31], Balance: [100, 1, 1, 1], Region: ["North", "South", "East", "East"] });
  expect(why(rules, 1, table, 0, null)).toEqual({
    kind: "rule",
    rule: 2,
    tests: [list("Region", ["North"]), band("Balance", 100, null)],
  });
  expect(why(rules, 3, table, 1, null)).toEqual({ kind: "no-rule" });
  expect(why(rules, null, table, 2, null)).toMatchObject({ kind: "not-classified", column: "Days", reason: "text" });
  expect(why(rules, 1, table, 3, null)).toEqual({ kind: "other-rule" });
});

test("names what keeps rules from being run, where it stands", () => {
  const broken = rulesOf(
    rule("gone", [band("Days", 5, 5)], [list("Region", [" North"])]),
    rule("key", [band("Days", null, null), text("Name", "ends", " ")], [days("Opened", "2024-02-30", null)]),
  );
  const plan = { ...balancePlan, segmentations: [{ ...broken, otherwise: "KEY" }] };
  expect(
    planProblems(plan).map(({ kind, path, found }) => [kind, path.replace("segmentations[0].", ""), found]),
  ).toEqual([
    ["same-name", "segments[3].name", "KEY"],
    ["unknown-segment", "rules[0].segment", "gone"],
    ["bad-test", "rules[0].any[0].all[0]", "limits-crossed"],
    ["bad-test", "rules[0].any[1].all[0]", "unfit-value"],
    ["bad-test", "rules[1].any[0].all[0]", "no-limit"],
    ["bad-test", "rules[1].any[0].all[1]", "no-value"],
    ["bad-test", "rules[1].any[1].all[0]", "not-a-date"],
  ]);
});

// The other way to the same result: row by row, as a person reads the rules.
test("column by column comes to what row by row does, and every customer is classified or listed", () => {
  const cell = fc.constantFrom<Content>("North", "south", "", " ", null, 0, 30, -1, "30", true, "2025-03-04", {
    error: "#N/A",
  });
  const test = fc.oneof(
    fc.tuple(fc.constantFrom("A", "B"), fc.constantFrom(null, 0, 30), fc.boolean()).map(([c, from, not]) => {
      return band(c, from, from === null ? 10 : null, not);
    }),
    fc.tuple(fc.constantFrom("A", "B"), fc.constantFrom("North", "30"), fc.boolean()).map(([c, v, not]) => {
      return list(c, [v], not);
    }),
    fc.tuple(fc.constantFrom("A", "B"), fc.constantFrom("o", "S"), fc.boolean()).map(([c, part, not]) => {
      return text(c, "contains", part, not);
    }),
    fc.tuple(fc.constantFrom("A", "B"), fc.boolean()).map(([c, not]) => blank(c, not)),
    fc.tuple(fc.constantFrom("A", "B"), fc.boolean()).map(([c, not]) => days(c, "1900-01-10", "2026-01-01", not)),
  );
  const all = fc.array(test, { minLength: 1, maxLength: 3 });
  const one = fc
    .tuple(fc.constantFrom("watch", "key", "local"), fc.array(all, { minLength: 1, maxLength: 3 }))
    .map(([segment, any]) => rule(segment, ...any));
  fc.assert(
    fc.property(
      fc.array(one, { minLength: 1, maxLength: 5 }),
      fc.array(fc.tuple(cell, cell), { minLength: 1 }),
      (rules, cells) => {
        const own = rulesOf(...rules);
        const table = tableOf({ A: cells.map(([a]) => a), B: cells.map(([, b]) => b) });
        const outcome = outcomeOf(own, table);
        const expected = cells.map((_, row) => {
          const decided = decideByRules(own.rules, table, row, { order: null, from1904: false });
          if (decided.kind === "open") return 4;
          if (decided.kind === "otherwise") return 3;
          return own.segments.findIndex(({ id }) => id === rules[decided.rule]!.segment);
        });
        expect([...outcome.labels]).toEqual(expected);
        expect(outcome.classified + outcome.notClassified.length).toBe(cells.length);
        const taken = outcome.rules!.counts.reduce((sum, count) => sum + count.taken, 0);
        expect(taken + outcome.rules!.otherwise).toBe(outcome.classified);
      },
    ),
  );
});
