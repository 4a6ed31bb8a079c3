import type { InspectedColumn, TableInspection } from "../../../src/actions/inspectTable";
import { planSettings } from "../../../src/taskpane/data/planSettings";
import { editPlanForm } from "../../../src/taskpane/segments/editPlanForm";
import { planForm, planOf, type PlanForm } from "../../../src/taskpane/segments/planForm";

const column = (name: string, looksLike: InspectedColumn["looksLike"] = "value"): InspectedColumn => ({
  name,
  letters: "A",
  looksLike,
  counts: { empty: 0, number: 9, text: 0, logical: 0, error: 0 },
  distinct: 9,
  distinctCapped: false,
  unique: looksLike === "key",
  values: [],
  spread: null,
  samples: [],
});

function inspection(columns: readonly InspectedColumn[]): TableInspection {
  return {
    id: "{1}",
    name: "Clients",
    sheet: "Sheet1",
    address: "A1:D10",
    rows: 9,
    columns,
    keyCandidates: ["Client ID"],
    valueCandidates: columns.filter(({ looksLike }) => looksLike === "value").map(({ name }) => name),
    problems: [],
    refusal: null,
  };
}

const loans = inspection([
  column("Client ID", "key"),
  column("Outstanding (CNY k)"),
  column("Credit limit (CNY k)"),
  column("Risk class", "category"),
]);
const form: PlanForm = planForm(loans, null, "en");

test("a new form has template, roles and unit as the columns suggest", () => {
  expect(form.settings).toMatchObject({
    template: "lending",
    unit: "CNY k",
    roles: { outstanding: "Outstanding (CNY k)", limit: "Credit limit (CNY k)", riskClass: "Risk class" },
  });
});

test("a column has one role and a role one column: the newer choice counts", () => {
  const moved = editPlanForm(form, { kind: "role", role: "limit", column: "Outstanding (CNY k)" });
  expect(moved.settings.roles).toEqual({ limit: "Outstanding (CNY k)", riskClass: "Risk class" });
  expect(editPlanForm(form, { kind: "noRole", column: "Risk class" }).settings.roles).not.toHaveProperty("riskClass");
  expect(editPlanForm(form, { kind: "role", role: "limit", column: null }).settings.roles).not.toHaveProperty("limit");
});

test("the template renames the tiers that nobody has named, back and forth", () => {
  const names = ({ segmentations }: PlanForm): readonly string[] =>
    segmentations.flatMap((each) => (each.method === "abc" ? each.tiers.map(({ name }) => name) : []));
  const retail = editPlanForm(form, { kind: "template", template: "retail" });
  expect(retail.settings.template).toBe("retail");
  expect(names(retail)).toEqual(["A", "B", "C"]);
  expect(names(editPlanForm(retail, { kind: "template", template: "lending" }))).toEqual(names(form));
  const named = editPlanForm(form, { kind: "tierName", tier: 0, name: "House banks" });
  expect(names(editPlanForm(named, { kind: "template", template: "retail" }))).toEqual(names(named));
});

test("a unit is kept without the spaces around it, and none is none", () => {
  const typed = editPlanForm(form, { kind: "unit", unit: "  EUR m " });
  expect(planOf(typed).unit).toBe("EUR m");
  expect(planOf(editPlanForm(form, { kind: "unit", unit: " " })).unit).toBeNull();
  expect(planOf(editPlanForm(form, { kind: "unit", unit: "CNY\tk" })).unit).toBe("CNY k");
});

test("a role whose column was renamed takes the one that looks like it; one without such a column stays to be asked", () => {
  const stored = { ...planOf(form), roles: { outstanding: "Balance", limit: "Old limit", branch: "Office" } };
  const { roles, unit } = planSettings(loans, stored, "Client ID");
  expect(roles).toEqual({
    outstanding: "Outstanding (CNY k)",
    limit: "Credit limit (CNY k)",
    branch: "Office",
  });
  expect(unit).toBe("CNY k");
});

test("what a person left out is not guessed again", () => {
  const stored = { ...planOf(form), roles: { outstanding: "Outstanding (CNY k)" }, unit: null };
  expect(planSettings(loans, stored, "Client ID")).toMatchObject({
    roles: { outstanding: "Outstanding (CNY k)" },
    unit: null,
  });
});

test("an answer about hidden rows or totals is part of the plan, and one is kept beside the other", () => {
  const hidden = editPlanForm(form, { kind: "reading", reading: { hiddenRows: "leave-out" } });
  const both = editPlanForm(hidden, { kind: "reading", reading: { subtotals: "read" } });
  expect(planOf(both).reading).toEqual({ numbers: null, dates: null, hiddenRows: "leave-out", subtotals: "read" });
  expect(planForm(loans, planOf(both), "en").settings.reading).toEqual(both.settings.reading);
});
