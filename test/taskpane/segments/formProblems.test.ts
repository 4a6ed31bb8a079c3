import { editPlanForm, type PlanEdit } from "../../../src/taskpane/segments/editPlanForm";
import { formProblems } from "../../../src/taskpane/segments/formProblems";
import { valueTierForm as form } from "./valueTierForm";

test("finds nothing wrong with customary tiers", () => {
  expect(formProblems(form)).toEqual([]);
});

test.each<[string, string, PlanEdit]>([
  ["key-missing", "key", { kind: "key", column: "" }],
  ["value-missing", "value", { kind: "value", column: "" }],
  ["name-missing", "name", { kind: "name", name: "  " }],
  ["name-long", "name", { kind: "name", name: "x".repeat(256) }],
  ["name-long", "tier/1", { kind: "tierName", tier: 1, name: "x".repeat(300) }],
  ["tier-name-missing", "tier/0", { kind: "tierName", tier: 0, name: "" }],
  ["tier-name-twice", "tier/1", { kind: "tierName", tier: 1, name: "strategic " }],
  ["tier-name-reserved", "tier/2", { kind: "tierName", tier: 2, name: "Not classified" }],
  ["tier-name-reserved", "tier/2", { kind: "tierName", tier: 2, name: "未分类" }],
  ["name-unfit", "tier/0", { kind: "tierName", tier: 0, name: "a\nb" }],
  ["date-wrong", "date", { kind: "dataDate", date: "2026-02-30" }],
  ["cutoff-missing", "cutoff/0", { kind: "cutoff", tier: 0, percent: " " }],
  ["cutoff-no-number", "cutoff/0", { kind: "cutoff", tier: 0, percent: "most" }],
  ["cutoff-range", "cutoff/1", { kind: "cutoff", tier: 1, percent: "100" }],
  ["cutoff-range", "cutoff/0", { kind: "cutoff", tier: 0, percent: "0" }],
  ["cutoff-order", "cutoff/1", { kind: "cutoff", tier: 1, percent: "80" }],
])("names %s at the field %s", (kind, field, edit) => {
  expect(formProblems(editPlanForm(form, edit))).toEqual([expect.objectContaining({ kind, field })]);
});

test("tells segmentations of the same name apart, whichever is on view", () => {
  const [only] = form.segmentations;
  const two = { ...form, segmentations: [only!, { ...only!, id: "other", name: "VALUE TIER" }] };
  expect(formProblems(two).map(({ segmentation, kind }) => [segmentation, kind])).toEqual([[1, "name-taken"]]);
});
