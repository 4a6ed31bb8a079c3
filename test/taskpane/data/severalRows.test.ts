import type { InspectedColumn, TableInspection } from "../../../src/actions/inspectTable";
import { combineChoices } from "../../../src/taskpane/data/combineChoices";
import { editPlanForm } from "../../../src/taskpane/segments/editPlanForm";
import { formProblems } from "../../../src/taskpane/segments/formProblems";
import { planForm, planOf, type PlanForm } from "../../../src/taskpane/segments/planForm";

const rows = 100;

function column(name: string, distinct: number, more: Partial<InspectedColumn> = {}): InspectedColumn {
  const unique = distinct === rows;
  return {
    name,
    letters: "A",
    looksLike: unique ? "key" : "category",
    counts: { empty: 0, number: 0, text: rows, logical: 0, error: 0 },
    distinct,
    distinctCapped: false,
    unique,
    ...(unique ? {} : { repeats: { customers: distinct, key: "1", cells: ["Book!A2", "Book!A3"] } }),
    values: [],
    spread: null,
    samples: [],
    ...more,
  };
}

const amounts = column("Outstanding", 90, { looksLike: "value", repeats: undefined });
const day = column("Data date", 2, { looksLike: "date", repeats: undefined });
const maturity = column("Maturity date", 50, { looksLike: "date", repeats: undefined });
const riskClass = column("Risk class", 3, { values: ["Pass", "Loss", "Doubtful"] });

function inspection(columns: readonly InspectedColumn[]): TableInspection {
  return {
    id: "1",
    name: "Drawdowns",
    sheet: "Book",
    address: "A1:C101",
    rows,
    columns,
    keyCandidates: columns.filter(({ unique }) => unique).map(({ name }) => name),
    valueCandidates: ["Outstanding"],
    problems: [],
    refusal: null,
  };
}

function formFor(columns: readonly InspectedColumn[]): PlanForm {
  return planForm(inspection(columns), null, "en");
}

test("a client's id with many repeats is the key, and several rows per client are proposed, the latest by its day", () => {
  const form = formFor([column("Drawdown no", rows), column("Client ID", 40), amounts, maturity, day]);
  expect(form.keyColumn).toBe("Client ID");
  expect(form.settings.rows).toEqual({
    perCustomer: "several",
    combine: [],
    dateColumn: "Data date",
    groupColumn: null,
  });
  expect(formProblems(form)).toEqual([]);
});

test("a client's id that never repeats stays the key, whatever else repeats", () => {
  const form = formFor([column("Client ID", rows), column("Branch code", 5), amounts, day]);
  expect([form.keyColumn, form.settings.rows.perCustomer]).toEqual(["Client ID", "one"]);
});

test("where nothing tells rows apart, the name or id with the most different values is the key", () => {
  const form = formFor([column("Sector", 12), column("Agency name", 5), column("Company", 60), amounts]);
  expect([form.keyColumn, form.settings.rows.perCustomer]).toEqual(["Company", "several"]);
  expect(form.settings.rows.dateColumn).toBeNull();
});

test("a few repeats in an id are faults, not several rows per client", () => {
  const form = formFor([column("Client ID", 98, { looksLike: "key" }), amounts]);
  expect([form.keyColumn, form.settings.rows.perCustomer]).toEqual(["", "one"]);
});

test("each column offers what makes sense for it, and a worst only where the order of its values is known", () => {
  const plan = planOf(formFor([column("Client ID", 40), amounts, day, riskClass]));
  expect(combineChoices(plan, amounts, "sum")).toEqual({ choices: ["sum", "max", "min", "latest"], scale: null });
  expect(combineChoices(plan, riskClass, "worst")).toEqual({
    choices: ["agree", "latest", "worst"],
    scale: ["Pass", "Doubtful", "Loss"],
  });
  const colours = column("Colour", 2, { values: ["red", "green"] });
  expect(combineChoices(plan, colours, "agree").choices).toEqual(["agree", "latest"]);
  const undated = { ...plan, rows: { ...plan.rows, dateColumn: null } };
  expect(combineChoices(undated, colours, "agree").choices).toEqual(["agree"]);
});

test("what is chosen goes into the plan, the scale with it; leaving out the day it needs is said at its field", () => {
  const start = formFor([column("Client ID", 40), amounts, day, riskClass]);
  const scale = ["Pass", "Doubtful", "Loss"];
  const worst = editPlanForm(start, { kind: "combine", column: "Risk class", by: "worst", scale });
  const latest = editPlanForm(worst, { kind: "combine", column: "Outstanding", by: "latest", scale: null });
  expect(planOf(latest)).toMatchObject({
    scales: [{ column: "Risk class", values: scale }],
    rows: {
      combine: [
        { column: "Risk class", by: "worst" },
        { column: "Outstanding", by: "latest" },
      ],
    },
  });
  expect(formProblems(latest)).toEqual([]);
  const undated = editPlanForm(latest, { kind: "rows", rows: { dateColumn: null } });
  expect(formProblems(undated).map(({ kind, field }) => [kind, field])).toEqual([
    ["latest-without-date", "rows.combine[1].by"],
  ]);
  const again = editPlanForm(latest, { kind: "combine", column: "Outstanding", by: "sum", scale: null });
  expect(planOf(again).rows.combine.at(-1)).toEqual({ column: "Outstanding", by: "sum" });
  expect(planOf(again).rows.combine).toHaveLength(2);
});
