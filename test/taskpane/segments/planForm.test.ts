import { planVersion } from "../../../src/plan/plan";
import { plainSettings } from "../../../src/plan/plainSettings";
import type { InspectedColumn, TableInspection } from "../../../src/actions/inspectTable";
import { readPlan } from "../../../src/plan/readPlan";
import type { Plan } from "../../../src/plan/plan";
import { formProblems } from "../../../src/taskpane/segments/formProblems";
import { numberOf, planForm, planOf, shareOf } from "../../../src/taskpane/segments/planForm";
import { tiersOf } from "./tiersOf";

const column = (name: string): InspectedColumn => ({
  name,
  letters: "A",
  looksLike: "text",
  counts: { empty: 0, number: 0, text: 1, logical: 0, error: 0 },
  distinct: 1,
  distinctCapped: false,
  unique: true,
  values: [],
  spread: null,
  samples: [],
});

const inspection = (columns: readonly string[], id = "1"): TableInspection => ({
  id,
  name: "Clients",
  sheet: "Sheet1",
  address: "A1:C10",
  rows: 9,
  columns: columns.map(column),
  keyCandidates: columns.includes("Client ID") ? ["Client ID"] : [],
  valueCandidates: columns.filter((name) => name === "Balance" || name === "Margin"),
  problems: [],
  refusal: null,
});

test("begins with customary tiers by the likeliest columns, and makes a plan that can be stored", () => {
  const plan = planOf(planForm(inspection(["Client ID", "Balance", "Credit rating"]), null, "en"));
  expect(plan).toMatchObject({ keyColumn: "Client ID", dataDate: null, sheetLanguage: "en" });
  expect(plan.segmentations).toEqual([
    {
      method: "abc",
      id: "value-tier",
      name: "Value tier",
      valueColumn: "Balance",
      cutoffs: [0.8, 0.95],
      tiers: [
        { id: "tier-1", name: "Strategic" },
        { id: "tier-2", name: "Core" },
        { id: "tier-3", name: "Standard" },
      ],
    },
  ]);
  expect(readPlan(JSON.stringify(plan))).toEqual(plan);
});

test("takes no other column for the key unasked where the id column has faults", () => {
  const read = inspection(["Client ID", "Client", "Balance"]);
  const fault = { kind: "duplicate-keys", count: 2, subject: "Sheet1!A2", cells: [], column: "Client ID" } as const;
  const faulty = { ...read, keyCandidates: ["Client"], problems: [fault] };
  expect(planForm(faulty, null, "en").keyColumn).toBe("");
  expect(planForm({ ...faulty, problems: [] }, null, "en").keyColumn).toBe("Client");
});

test("names the customary tiers in the language of the sheets", () => {
  const [segmentation] = planForm(inspection(["Client ID", "Balance", "信用等级"]), null, "zh").segmentations;
  expect(tiersOf(segmentation).map(({ name }) => name)).toEqual(["战略", "核心", "一般"]);
});

const stored: Plan = {
  version: planVersion,
  template: "lending",
  ...plainSettings,
  table: { id: "1", name: "Clients" },
  keyColumn: "Client ID",
  dataDate: "2026-10-31",
  sheetLanguage: "zh",
  segmentations: [
    {
      method: "abc",
      id: "margin",
      name: "By margin",
      valueColumn: "Margin",
      cutoffs: [0.666, 0.9],
      tiers: [
        { id: "x", name: "X" },
        { id: "y", name: "Y" },
        { id: "z", name: "Z" },
      ],
    },
  ],
};

test("gives a stored plan back unchanged, cut-offs to the last digit", () => {
  expect(planOf(planForm(inspection(["Client ID", "Balance", "Margin"]), stored, "en"))).toEqual(stored);
});

test("gives bands and groups back unchanged, and a column that the table lacks is to be chosen anew", () => {
  const more: Plan = {
    ...stored,
    segmentations: [
      ...stored.segmentations,
      {
        method: "cutoffs",
        id: "dpd",
        name: "Days",
        column: "Balance",
        valueColumn: "Margin",
        direction: "low-first",
        cutoffs: [-0.5, 30.25],
        tiers: ["x", "y", "z"].map((id) => ({ id, name: id })),
      },
      {
        method: "groups",
        id: "grade",
        name: "Grade",
        column: "Grade",
        valueColumn: "Margin",
        groups: [{ value: "A", name: "Good" }],
      },
    ],
  };
  expect(planOf(planForm(inspection(["Client ID", "Balance", "Margin", "Grade"]), more, "en"))).toEqual({
    ...more,
    roles: { rating: "Grade" },
  });
  const form = planForm(inspection(["Client ID", "Balance", "Margin"]), more, "en");
  expect(formProblems(form)).toEqual([{ segmentation: 2, field: "column", kind: "column-missing" }]);
});

test.each([
  ["1500.5", 1500.5],
  ["-30", -30],
  ["1 000", 1000],
  ["９０", 90],
])("reads %s as the number %d", (typed, number) => {
  expect(numberOf(typed)).toBe(number);
});

test.each(["", "abc", "1,5", "1,000", "1e3", "."])("takes %j for no number", (typed) => {
  expect(numberOf(typed)).toBeNaN();
});

test("carries stored segmentations to another table, as far as it has their columns, with the month-end after the data date", () => {
  const form = planForm(inspection(["Client ID", "Balance"], "2"), stored, "en");
  expect(form).toMatchObject({ table: { id: "2" }, keyColumn: "Client ID", dataDate: "2026-11-30" });
  // Of a column that is not there nobody can say what it is now.
  expect(form.segmentations[0]).toMatchObject({ id: "margin", valueColumn: "" });
});

test("chooses no key where no column tells customers apart", () => {
  expect(planForm(inspection(["Branch", "Balance"]), null, "en").keyColumn).toBe("");
});

test.each([
  ["80", 0.8],
  ["66.6", 0.666],
  ["95 %", 0.95],
  ["97,5", 0.975],
  ["８０％", 0.8],
])("reads %s as the share %d", (typed, share) => {
  expect(shareOf(typed)).toBe(share);
});

test.each(["", "abc", "-5", "1e3", "8 0", "80%%"])("takes %j for no percentage", (typed) => {
  expect(shareOf(typed)).toBeNaN();
});
