import type { InspectedColumn, TableInspection } from "../../../src/actions/inspectTable";
import { spreadOf } from "../../../src/methods/statistics/spreadOf";
import { readPlan } from "../../../src/plan/readPlan";
import { editPlanForm } from "../../../src/taskpane/segments/editPlanForm";
import { formProblems } from "../../../src/taskpane/segments/formProblems";
import { newMatrix } from "../../../src/taskpane/segments/matrix/newMatrix";
import { newSegmentation } from "../../../src/taskpane/segments/newSegmentation";
import { planForm, planOf, type PlanForm } from "../../../src/taskpane/segments/planForm";
import { tiersOf } from "./tiersOf";

const column = (name: string, more: Partial<InspectedColumn>): InspectedColumn => ({
  name,
  letters: "A",
  looksLike: "text",
  counts: { empty: 0, number: 0, text: 1, logical: 0, error: 0 },
  distinct: 9,
  distinctCapped: false,
  unique: false,
  values: [],
  spread: null,
  samples: [],
  ...more,
});
const mostlyZero = Array.from({ length: 100 }, (_, i) => (i < 97 ? 0 : (i - 96) * 30));

const inspection: TableInspection = {
  id: "1",
  name: "Clients",
  sheet: "Clients",
  address: "A1:D10",
  rows: 9,
  columns: [
    column("Client ID", { looksLike: "key", unique: true, values: ["C1", "C2"] }),
    column("Balance", { looksLike: "value", spread: spreadOf([1, 2, 3, 4, 5, 6, 7, 8, 900], 24) }),
    column("Days", { looksLike: "value", spread: spreadOf(mostlyZero, 24) }),
    column("Rating", { looksLike: "category", values: ["BBB", "AAA", "A-"] }),
    column("Grade", { looksLike: "category", values: ["10", "9", "unknown"] }),
    column("Value tier", { looksLike: "category", values: ["A", "B"] }),
  ],
  keyCandidates: ["Client ID"],
  valueCandidates: ["Balance", "Days"],
  problems: [],
  refusal: null,
};

const form = planForm(inspection, null, "en");
const added = (to: PlanForm, method: "abc" | "cutoffs" | "groups"): PlanForm =>
  editPlanForm(to, { kind: "add", segmentation: newSegmentation(method, to, inspection, ["Value tier"])! });

test("every question begins with settings that can be stored as they are, however often it is asked", () => {
  const grown = (["abc", "cutoffs", "groups", "abc", "cutoffs", "groups"] as const).reduce(added, form);
  expect(formProblems(grown)).toEqual([]);
  const plan = planOf(grown);
  expect(readPlan(JSON.stringify(plan))).toEqual(plan);
  expect(plan.segmentations.map(({ id, name }) => [id, name])).toEqual([
    ["value-tier", "Value tier"],
    ["value-tier-2", "Value tier 2"],
    ["bands", "Days band"],
    ["groups", "By Rating"],
    ["value-tier-3", "Value tier 3"],
    ["bands-2", "Days band 2"],
    ["groups-2", "By Rating 2"],
  ]);
});

test("a known scale is offered in its own order, and other values by name", () => {
  const names = (to: PlanForm): unknown => tiersOf(to.segmentations[to.open]).map(({ id, name }) => [id, name]);
  expect(names(added(form, "groups"))).toEqual([
    ["AAA", "AAA"],
    ["A-", "A-"],
    ["BBB", "BBB"],
  ]);
  const others = { ...inspection, columns: inspection.columns.filter(({ name }) => name !== "Rating") };
  expect(newSegmentation("groups", form, others, ["Value tier"])?.tiers.map(({ id, name }) => [id, name])).toEqual([
    ["9", "9"],
    ["10", "10"],
    ["unknown", "Stated as unknown"],
  ]);
});

test("a policy matrix begins with what a policy asks first, says nothing yet, and is stored once it does", () => {
  const roles = { ...form, settings: { ...form.settings, roles: { daysPastDue: "Days", rating: "Rating" } } };
  const matrix = newMatrix(roles, inspection, ["Value tier"])!;
  expect(matrix.axes.map(({ kind, column: name, positions }) => [kind, name, positions.map(({ id }) => id)])).toEqual([
    ["values", "Rating", ["AAA", "A-", "BBB"]],
    ["bands", "Days", ["tier-1", "tier-2", "tier-3"]],
  ]);
  const grown = editPlanForm(roles, { kind: "add", segmentation: matrix });
  expect(formProblems(grown)).toEqual([{ segmentation: 1, field: "cells", kind: "cells-missing" }]);
  const cell = { kind: "map", at: [["AAA", "tier-3"]], to: "grow" } as const;
  const plan = planOf(editPlanForm(grown, { kind: "matrix", edit: cell }));
  expect(readPlan(JSON.stringify(plan))).toEqual(plan);
  expect(planForm(inspection, plan, "en").segmentations).toEqual([
    ...form.segmentations,
    { ...matrix, cells: [{ at: ["AAA", "tier-3"], class: "grow" }] },
  ]);
});

test("without roles a policy matrix begins with the categories, and nowhere with what is summed", () => {
  expect(newMatrix(form, inspection, ["Value tier"])?.axes.map(({ column: name }) => name)).toEqual([
    "Rating",
    "Grade",
  ]);
  const bare = { ...inspection, columns: inspection.columns.slice(0, 1) };
  expect(newMatrix(form, bare, [])).toBeNull();
});

test("a scale that misses a value puts it behind the others, and a scale of the plan goes before known ones", () => {
  const rated = (values: readonly string[]): TableInspection => {
    return { ...inspection, columns: [column("Rating", { looksLike: "category", values })] };
  };
  const order = (to: PlanForm, values: readonly string[]): unknown =>
    newSegmentation("groups", to, rated(values), [])?.tiers.map(({ id }) => id);
  expect(order(form, ["Not rated", "A", "AAA", "BB", "AA"])).toEqual(["AAA", "AA", "A", "BB", "Not rated"]);
  const scaled = { ...form, settings: { ...form.settings, scales: [{ column: "Rating", values: ["BB", "A", "AA"] }] } };
  expect(order(scaled, ["AA", "A", "BB", "x"])).toEqual(["BB", "A", "AA", "x"]);
});

test("there is no such segmentation where no column is fit for it", () => {
  const bare = { ...inspection, columns: inspection.columns.slice(0, 1) };
  expect(newSegmentation("cutoffs", form, bare, [])).toBeNull();
  expect(newSegmentation("groups", form, bare, [])).toBeNull();
});

test("bands turned round keep their cut-offs, and a group moves and goes", () => {
  const bands = editPlanForm(added(form, "cutoffs"), { kind: "direction", direction: "low-first" });
  expect(formProblems(bands)).toEqual([]);
  expect(planOf(bands).segmentations[1]).toMatchObject({
    direction: "low-first",
    cutoffs: [10, 20],
    tiers: [{ name: "Low" }, { name: "Middle" }, { name: "High" }],
  });
  const groups = editPlanForm(added(form, "groups"), { kind: "moveTier", tier: 2, by: -1 });
  const fewer = editPlanForm(groups, { kind: "removeTier", tier: 0 });
  expect(tiersOf(fewer.segmentations[1]).map(({ id }) => id)).toEqual(["BBB", "A-"]);
});

test("cut-offs in the wrong order are marked where they stand", () => {
  const typed = (tier: number, percent: string): PlanForm =>
    editPlanForm(added(form, "cutoffs"), { kind: "cutoff", tier, percent });
  expect(formProblems(typed(1, "90"))).toEqual([{ segmentation: 1, field: "cutoff/1", kind: "cutoff-falling" }]);
  expect(formProblems(typed(0, "1,000"))).toEqual([{ segmentation: 1, field: "cutoff/0", kind: "number-no-number" }]);
});

test("the last segmentation stays", () => {
  expect(editPlanForm(added(form, "groups"), { kind: "remove" }).segmentations.map(({ id }) => id)).toEqual([
    "value-tier",
  ]);
  expect(editPlanForm(form, { kind: "remove" })).toBe(form);
});
