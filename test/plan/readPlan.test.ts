import { defaultPlan } from "../../src/plan/defaultPlan";
import { guessTemplate } from "../../src/plan/guessTemplate";
import { planDepthLimit, readPlan } from "../../src/plan/readPlan";
import { plainSettings } from "../../src/plan/plainSettings";
import { planVersion, type Plan } from "../../src/plan/plan";
import { planProblems, planTextLimit } from "../../src/plan/planProblems";

const plan = defaultPlan({
  table: { id: "{1}", name: "Clients" },
  keyColumn: "Client ID",
  valueColumn: "Outstanding",
  template: "lending",
  sheetLanguage: "en",
});
const [segmentation] = plan.segmentations as [Plan["segmentations"][number]];
const withSegmentation = (change: object): string =>
  JSON.stringify({ ...plan, segmentations: [{ ...segmentation, ...change }] });

function refusal(text: string): unknown {
  try {
    return readPlan(text);
  } catch (error) {
    return error;
  }
}

test("reads what was saved", () => {
  expect(readPlan(JSON.stringify(plan))).toEqual(plan);
  expect(readPlan(`\uFEFF${JSON.stringify(plan, null, 2)}`)).toEqual(plan);
});

test.each([1, 2])("reads a plan of version %d as one of today", (version) => {
  const { table, keyColumn, dataDate, sheetLanguage, segmentations } = plan;
  const older = { version, table, keyColumn, dataDate, sheetLanguage, segmentations };
  expect(readPlan(JSON.stringify(older))).toEqual({
    ...older,
    version: planVersion,
    template: "lending",
    unit: null,
    roles: {},
    scales: [],
    rows: { perCustomer: "one", combine: [], dateColumn: null, groupColumn: null },
    reading: plainSettings.reading,
  });
});

test("reads a plan of version 3 as one of today, with nothing said of how cells are read", () => {
  const { reading: _, ...third } = { ...plan, version: 3, unit: "万元", template: "retail" };
  expect(readPlan(JSON.stringify(third))).toEqual({ ...third, version: planVersion, reading: plainSettings.reading });
});

const bands = {
  method: "cutoffs",
  id: "dpd",
  name: "Days past due",
  column: "Days",
  valueColumn: "Outstanding",
  direction: "high-first",
  cutoffs: [90, 30],
  tiers: ["a", "b", "c"].map((id) => ({ id, name: id })),
};
const groups = {
  method: "groups",
  id: "grade",
  name: "Grade",
  column: "Grade",
  valueColumn: "Outstanding",
  groups: [
    { value: "A", name: "Good" },
    { value: "B", name: "Fair" },
  ],
};
const withMore = (...more: object[]): string =>
  JSON.stringify({ ...plan, segmentations: [...plan.segmentations, ...more] });

test("reads bands and groups beside value tiers", () => {
  expect(readPlan(withMore(bands, groups)).segmentations).toEqual([segmentation, bands, groups]);
});

test.each([
  ["cutoffs-out-of-order", "segmentations[1].cutoffs", { ...bands, cutoffs: [30, 90] }],
  ["cutoffs-out-of-order", "segmentations[1].cutoffs", { ...bands, direction: "low-first" }],
  ["tiers-not-one-more", "segmentations[1].tiers", { ...bands, cutoffs: [90] }],
  ["same-id", "segmentations[1].groups[1].id", { ...groups, groups: ["x", "y"].map((name) => ({ value: "A", name })) }],
  [
    "same-name",
    "segmentations[1].groups[1].name",
    { ...groups, groups: ["x", "y"].map((value) => ({ value, name: "N" })) },
  ],
  ["bad-text", "segmentations[1].groups[0].value", { ...groups, groups: [{ value: " A", name: "A" }] }],
  ["reserved-name", "segmentations[1].groups[0].name", { ...groups, groups: [{ value: "?", name: "unknown" }] }],
])("refuses bands or groups with %s, naming %s", (problem, subject, wrong) => {
  expect(refusal(withMore(wrong))).toMatchObject({ code: "plan-broken", subject, detail: { problem } });
});

const matrix = {
  method: "matrix",
  id: "policy",
  name: "Policy",
  valueColumn: "Outstanding",
  axes: [
    {
      kind: "values",
      column: "Grade",
      values: [
        { value: "A", name: "Good" },
        { value: "B", name: "Fair" },
      ],
    },
    {
      kind: "bands",
      column: "Days",
      direction: "high-first",
      cutoffs: [90, 30],
      bands: ["late", "watch", "good"].map((id) => ({ id, name: id })),
    },
  ],
  classes: ["grow", "exit"].map((id) => ({ id, name: id })),
  cells: [
    { at: ["A", "good"], class: "grow", text: "Unsecured up to a year's revenue" },
    { at: ["", "late"], class: "exit" },
  ],
};
const [valueAxis, bandAxis] = matrix.axes as [object, object];
const cell = (at: readonly string[], to = "grow"): object => ({ at, class: to });

test("reads a policy matrix", () => {
  expect(readPlan(withMore(matrix)).segmentations).toEqual([segmentation, matrix]);
});

test.each([
  ["no-axis", "axes", { axes: [], cells: [] }],
  ["same-column", "axes[1].column", { axes: [valueAxis, { ...bandAxis, column: "Grade" }] }],
  ["cutoffs-out-of-order", "axes[1].cutoffs", { axes: [valueAxis, { ...bandAxis, direction: "low-first" }] }],
  ["tiers-not-one-more", "axes[1].bands", { axes: [valueAxis, { ...bandAxis, cutoffs: [90] }] }],
  ["bad-text", "axes[0].values[0].value", { axes: [{ ...valueAxis, values: [{ value: " A", name: "A" }] }, bandAxis] }],
  ["same-id", "classes[1].id", { classes: ["x", "y"].map((name) => ({ id: "grow", name })) }],
  ["reserved-name", "classes[1].name", { classes: ["x", "no POLICY "].map((name) => ({ id: `${name[0]}`, name })) }],
  ["reserved-name", "classes[0].name", { classes: ["未分类", "y"].map((name, i) => ({ id: `${i}`, name })) }],
  ["no-cell-mapped", "cells", { cells: [] }],
  ["unknown-position", "cells[0].at", { cells: [cell(["C", "good"])] }],
  ["unknown-position", "cells[0].at", { cells: [cell(["A", ""])] }],
  ["unknown-position", "cells[1].at", { cells: [cell(["A", "good"]), cell(["A"])] }],
  ["unknown-class", "cells[0].class", { cells: [cell(["A", "good"], "maintain")] }],
  ["same-cell", "cells[1].at", { cells: [cell(["A", "good"]), cell(["A", "good"], "exit")] }],
  ["bad-text", "cells[0].text", { cells: [{ ...cell(["A", "good"]), text: "\u0007" }] }],
])("refuses a policy matrix with %s, naming %s", (problem, where, change) => {
  expect(refusal(withMore({ ...matrix, ...change }))).toMatchObject({
    code: "plan-broken",
    subject: `segmentations[1].${where}`,
    detail: { problem },
  });
});

test("takes two thousand cells, not one more, and no plan that is too long to be read again", () => {
  const at = Array.from({ length: 2001 }, (_, i) => [i % 30, Math.floor(i / 30) % 30, Math.floor(i / 900)]);
  const axes = ["a", "b", "c"].map((column) => ({
    kind: "values",
    column,
    values: Array.from({ length: 30 }, (_, i) => ({ value: `${i}`, name: `${i}` })),
  }));
  const cells = at.map((place) => cell(place.map(String)));
  const full = readPlan(withMore({ ...matrix, axes, cells: cells.slice(0, 2000) }));
  expect(refusal(withMore({ ...matrix, axes, cells }))).toMatchObject({ subject: "segmentations[1].cells" });
  const [, big] = full.segmentations as [unknown, Plan["segmentations"][number]];
  const many = {
    ...full,
    segmentations: Array.from({ length: 4 }, (_, i) => ({ ...big, id: `m-${i}`, name: `M${i}` })),
  };
  expect(planProblems(many)).toMatchObject([{ kind: "plan-too-long", path: "segmentations" }]);
});

test("names both versions of a plan that is newer than this code", () => {
  expect(refusal(JSON.stringify({ version: 7, whatever: true }))).toMatchObject({
    code: "plan-too-new",
    detail: { found: 7, known: planVersion },
  });
});

test.each([
  ["no JSON", "{"],
  ["an unfinished string", '"'],
  ["nothing", ""],
  ["null", "null"],
  ["a list", "[]"],
  ["an older version than there ever was", JSON.stringify({ ...plan, version: 0 })],
  ["a version in words", JSON.stringify({ ...plan, version: "2" })],
  ["a key that no plan has", JSON.stringify({ ...plan, macro: "=HYPERLINK(1)" })],
])("refuses %s as broken", (_, text) => {
  expect(refusal(text)).toMatchObject({ code: "plan-broken" });
});

test("says where a plan is broken", () => {
  expect(refusal(withSegmentation({ cutoffs: [0.8, 1.2] }))).toMatchObject({
    code: "plan-broken",
    subject: "segmentations[0].cutoffs[1]",
  });
});

test.each([
  ["cutoffs-out-of-order", "segmentations[0].cutoffs", { cutoffs: [0.95, 0.8] }],
  ["cutoffs-out-of-order", "segmentations[0].cutoffs", { cutoffs: [0.8, 0.8] }],
  ["tiers-not-one-more", "segmentations[0].tiers", { cutoffs: [0.8] }],
  [
    "same-id",
    "segmentations[0].tiers[1].id",
    {
      cutoffs: [0.8],
      tiers: [
        { id: "a", name: "A" },
        { id: "a", name: "B" },
      ],
    },
  ],
  [
    "same-name",
    "segmentations[0].tiers[1].name",
    {
      cutoffs: [0.8],
      tiers: [
        { id: "a", name: "A" },
        { id: "b", name: "a " },
      ],
    },
  ],
  ["bad-text", "segmentations[0].name", { name: "Value\u0000tier" }],
  ["bad-text", "segmentations[0].name", { name: "  " }],
  ["bad-text", "segmentations[0].name", { name: "\ud800" }],
])("refuses %s, naming %s", (problem, subject, change) => {
  expect(refusal(withSegmentation(change))).toMatchObject({ code: "plan-broken", subject, detail: { problem } });
});

test("refuses a date that no calendar has", () => {
  expect(planProblems({ ...plan, dataDate: "2026-02-29" })).toEqual([
    { kind: "bad-date", path: "dataDate", found: "2026-02-29" },
  ]);
  expect(planProblems({ ...plan, dataDate: "2028-02-29" })).toEqual([]);
});

test("takes names in any script, emoji too", () => {
  expect(planProblems({ ...plan, segmentations: [{ ...segmentation, name: "客户等级 😀 ‏ערך" }] })).toEqual([]);
});

describe("refuses as hostile", () => {
  test.each(["__proto__", "constructor", "prototype"])("a key %s at any depth", (key) => {
    const text = withSegmentation({}).replace('"method"', `"${key}":{"polluted":true},"method"`);
    expect(refusal(text)).toMatchObject({ code: "plan-hostile" });
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("the same key in disguise", () => {
    expect(refusal('{"\\u005f_proto__":{}}')).toMatchObject({ code: "plan-hostile" });
  });

  test("text that is too long", () => {
    expect(refusal(`"${"x".repeat(planTextLimit)}"`)).toMatchObject({
      code: "plan-hostile",
      detail: { problem: "too-long" },
    });
  });

  test("nesting that is too deep, however it is written", () => {
    const deep = "[".repeat(planDepthLimit + 1);
    expect(refusal(deep)).toMatchObject({ code: "plan-hostile", detail: { problem: "too-deep" } });
    expect(refusal('{"a":'.repeat(40_000))).toMatchObject({ code: "plan-hostile" });
    expect(refusal(`"${deep}"`)).toMatchObject({ code: "plan-broken" }); // brackets inside a text are no nesting
  });

  test("text that tries the tokeniser's patience", () => {
    expect(refusal('"\\'.repeat(100_000))).toMatchObject({ code: "plan-broken" });
    expect(refusal('"'.repeat(planTextLimit))).toMatchObject({ code: "plan-broken" });
  });
});

test("names lending tiers so that none reads like a rating", () => {
  const names = (template: "lending" | "retail", sheetLanguage: "en" | "zh"): string[] =>
    defaultPlan({ table: plan.table, keyColumn: "k", valueColumn: "v", template, sheetLanguage }).segmentations.flatMap(
      ({ tiers }) => tiers.map(({ name }) => name),
    );
  expect(names("lending", "en")).toEqual(["Strategic", "Core", "Standard"]);
  expect(names("lending", "zh")).toEqual(["战略", "核心", "一般"]);
  expect(names("retail", "zh")).toEqual(["A", "B", "C"]);
});

test("guesses the template from the column names", () => {
  expect(guessTemplate(["Client ID", "Credit limit", "Outstanding balance"])).toBe("lending");
  expect(guessTemplate(["客户编号", "授信额度"])).toBe("lending");
  expect(guessTemplate(["Customer", "Orders", "Revenue"])).toBe("retail");
});

test("F55: reads ordered rules to their deepest level, and refuses more of them than a plan takes", () => {
  const test = { kind: "list", column: "Region", not: false, values: ["North"] };
  const one = { segment: "key", any: [{ all: [test] }] };
  const rules = {
    method: "rules",
    id: "own",
    name: "Own",
    valueColumn: "Outstanding",
    segments: [{ id: "key", name: "Key" }],
    otherwise: "Others",
    rules: [one],
  };
  const planWith = (change: object): string => JSON.stringify({ ...plan, segmentations: [{ ...rules, ...change }] });
  expect(readPlan(planWith({})).segmentations).toEqual([rules]);
  expect(refusal(planWith({ rules: Array.from({ length: 101 }, () => one) }))).toMatchObject({ code: "plan-broken" });
  expect(refusal(planWith({ rules: [{ ...one, any: [{ all: [{ ...test, kind: "regex" }] }] }] }))).toMatchObject({
    code: "plan-broken",
  });
  expect(refusal(planWith({ rules: Array.from({ length: 1e5 }, () => one) }))).toMatchObject({ code: "plan-hostile" });
});
