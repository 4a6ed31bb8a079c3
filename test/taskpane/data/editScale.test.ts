import type { InspectedColumn, TableInspection } from "../../../src/actions/inspectTable";
import { missingValues, proposedScale, scaleColumns } from "../../../src/taskpane/data/scales/proposedScale";
import { editPlanForm } from "../../../src/taskpane/segments/editPlanForm";
import { formProblems } from "../../../src/taskpane/segments/formProblems";
import { newSegmentation } from "../../../src/taskpane/segments/newSegmentation";
import { newMatrix } from "../../../src/taskpane/segments/matrix/newMatrix";
import { planForm, planOf, type PlanForm } from "../../../src/taskpane/segments/planForm";

function column(name: string, values: readonly string[], more: Partial<InspectedColumn> = {}): InspectedColumn {
  return {
    name,
    letters: "A",
    looksLike: "category",
    counts: { empty: 0, number: 0, text: 9, logical: 0, error: 0 },
    distinct: values.length,
    distinctCapped: false,
    unique: false,
    values,
    spread: null,
    samples: [],
    ...more,
  };
}

const client = column("Client ID", [], { looksLike: "key", unique: true });
const amount = column("Outstanding", ["1", "2"], { looksLike: "value" });
const riskClass = column("Risk class", ["Loss", "Watch", "Pass", "Doubtful"]);
const colour = column("Colour", ["red", "green", "amber"]);
const label = column("Value tier", ["A", "B"]);
const inspection: TableInspection = {
  id: "1",
  name: "Book",
  sheet: "Book",
  address: "A1:E10",
  rows: 9,
  columns: [client, amount, riskClass, colour, label],
  keyCandidates: ["Client ID"],
  valueCandidates: ["Outstanding"],
  problems: [],
  refusal: null,
};

/** Value tiers, and groups by colour: amber, green, red. */
function start(): PlanForm {
  const form = planForm(inspection, null, "en");
  const others = inspection.columns.filter(({ name }) => name !== "Risk class");
  const groups = newSegmentation("groups", form, { ...inspection, columns: others }, ["Value tier"]);
  return groups === null ? form : editPlanForm(form, { kind: "add", segmentation: groups });
}

const scaleOf = (form: PlanForm, values: readonly string[] | null): PlanForm =>
  editPlanForm(form, { kind: "scale", column: "Colour", values });

function groupsOf(form: PlanForm): readonly string[] {
  return planOf(form).segmentations.flatMap((each) =>
    each.method === "groups" ? each.groups.map(({ value }) => value) : [],
  );
}

test("a scale goes into the plan and the groups of its column follow it, now and whenever it changes", () => {
  const form = start();
  expect(groupsOf(form)).toEqual(["amber", "green", "red"]);
  const first = scaleOf(form, ["green", "amber", "red"]);
  expect(planOf(first).scales).toEqual([{ column: "Colour", values: ["green", "amber", "red"] }]);
  expect(groupsOf(first)).toEqual(["green", "amber", "red"]);
  const again = scaleOf(first, ["red", "green", "amber"]);
  expect(planOf(again).scales).toEqual([{ column: "Colour", values: ["red", "green", "amber"] }]);
  expect(groupsOf(again)).toEqual(["red", "green", "amber"]);
  expect(formProblems(again)).toEqual([]);
});

test("groups whose value a scale lacks stay behind the others, with their names", () => {
  const named = editPlanForm(start(), { kind: "tierName", tier: 0, name: "Wait" });
  const form = scaleOf(named, ["red", "green"]);
  expect(form.segmentations.at(-1)).toMatchObject({
    tiers: [{ id: "red" }, { id: "green" }, { id: "amber", name: "Wait" }],
  });
});

test("an axis of a policy matrix follows the scale of its column, and other columns stay as they are", () => {
  const form = start();
  const columns = [client, amount, colour];
  const matrix = newMatrix(form, { ...inspection, columns }, []);
  if (matrix === null) throw new Error("test requires a matrix");
  const scaled = scaleOf(editPlanForm(form, { kind: "add", segmentation: matrix }), ["green", "red", "amber"]);
  const after = scaled.segmentations.at(-1);
  const axes = after?.method === "matrix" ? after.axes.filter((axis) => axis.column === "Colour") : [];
  expect(axes.map(({ positions }) => positions.map(({ id }) => id))).toEqual([["green", "red", "amber"]]);
  const other = editPlanForm(scaled, { kind: "scale", column: "Risk class", values: ["Loss", "Pass"] });
  expect(other.segmentations).toEqual(scaled.segmentations);
  expect(planOf(other).scales.map(({ column }) => column)).toEqual(["Colour", "Risk class"]);
});

test("without its scale a column keeps the order of its groups", () => {
  const form = scaleOf(scaleOf(start(), ["red", "green", "amber"]), null);
  expect(planOf(form).scales).toEqual([]);
  expect(groupsOf(form)).toEqual(["red", "green", "amber"]);
});

test("a scale is never empty, nor longer than a plan keeps, nor one of more than twenty", () => {
  const form = scaleOf(start(), ["red"]);
  expect(scaleOf(form, [])).toBe(form);
  expect(
    scaleOf(
      form,
      Array.from({ length: 101 }, (_, i) => `${i}`),
    ),
  ).toBe(form);
  const full = Array.from({ length: 30 }, (_, i) => `Column ${i}`).reduce(
    (last, name) => editPlanForm(last, { kind: "scale", column: name, values: ["a"] }),
    form,
  );
  expect(planOf(full).scales).toHaveLength(20);
});

test("categories may get a scale, unless they have one; keys, amounts and labels may not", () => {
  const form = start();
  const names = (of: PlanForm) => scaleColumns(of, inspection, ["Value tier"]).map(({ name }) => name);
  expect(names(form)).toEqual(["Risk class", "Colour"]);
  expect(names(scaleOf(form, ["red"]))).toEqual(["Risk class"]);
});

test("a scale begins as the groups stand, or by a known one with unknown values behind it", () => {
  const moved = editPlanForm(start(), { kind: "moveTier", tier: 2, by: -1 });
  expect(proposedScale(colour, moved)).toEqual(["amber", "red", "green"]);
  expect(proposedScale(riskClass, moved)).toEqual(["Pass", "Doubtful", "Loss", "Watch"]);
});

test("values that the data holds beyond the scale are named; values of the scale may be absent from the data", () => {
  expect(missingValues(riskClass, ["Pass", "Special mention", "Loss"])).toEqual(["Doubtful", "Watch"]);
  expect(missingValues(riskClass, [...riskClass.values])).toEqual([]);
  expect(missingValues(column("Name", ["Caf\u00e9"]), ["Cafe\u0301 "])).toEqual([]);
});
