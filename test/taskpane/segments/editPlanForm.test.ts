import { editPlanForm } from "../../../src/taskpane/segments/editPlanForm";
import { mostTiers } from "../../../src/taskpane/segments/editTiers";
import { formProblems } from "../../../src/taskpane/segments/formProblems";
import { planOf, type PlanForm } from "../../../src/taskpane/segments/planForm";
import { valueTierForm as form } from "./valueTierForm";
import { tiersOf as tiersIn } from "./tiersOf";

const tiersOf = ({ segmentations }: PlanForm): unknown =>
  tiersIn(segmentations[0]).map(({ id, name, cutoff }) => [id, name, cutoff]);

test("adds a tier at the end, with a cut-off halfway to the whole", () => {
  expect(tiersOf(editPlanForm(form, { kind: "addTier" }))).toEqual([
    ["tier-1", "Strategic", "80"],
    ["tier-2", "Core", "95"],
    ["tier-3", "Standard", "97.5"],
    ["tier-4", "Small", ""],
  ]);
});

test("adds tiers up to the most a plan takes, and the form stays valid all the way", () => {
  let grown = form;
  for (let i = 0; i < 12; i++) {
    grown = editPlanForm(grown, { kind: "addTier" });
    expect(formProblems(grown)).toEqual([]);
  }
  expect(tiersIn(grown.segmentations[0])).toHaveLength(mostTiers);
});

test("keeps ids when a tier is removed and gives the next one an id that is free", () => {
  const fewer = editPlanForm(form, { kind: "removeTier", tier: 1 });
  const again = editPlanForm(fewer, { kind: "addTier" });
  expect(tiersIn(again.segmentations[0]).map(({ id }) => id)).toEqual(["tier-1", "tier-3", "tier-2"]);
});

test("goes on with letters where the tiers are letters", () => {
  const letters = ["A", "B", "C"].reduce(
    (edited, name, tier) => editPlanForm(edited, { kind: "tierName", tier, name }),
    form,
  );
  expect(tiersIn(editPlanForm(letters, { kind: "addTier" }).segmentations[0]).at(-1)?.name).toBe("D");
});

test("keeps two tiers at least", () => {
  const two = editPlanForm(form, { kind: "removeTier", tier: 2 });
  expect(editPlanForm(two, { kind: "removeTier", tier: 0 })).toEqual(two);
});

test("leaves every name alone once something was written", () => {
  const chinese = editPlanForm(form, { kind: "sheetLanguage", language: "zh" });
  expect(chinese).toEqual({ ...form, sheetLanguage: "zh" });
});

test("counts the shares of tiers by rank from the other end when they are turned, and forgets limits kept for them", () => {
  const kept = { limits: [9, 5], dataDate: null };
  const ranks = {
    ...form.segmentations[0]!,
    method: "quantiles" as const,
    column: "Revenue",
    direction: "high-first" as const,
    tiers: ["20", "70", ""].map((cutoff, i) => ({ id: `tier-${i + 1}`, name: `T${i + 1}`, cutoff })),
    kept,
  };
  const before: PlanForm = { ...form, segmentations: [ranks] };
  expect(planOf(before).segmentations[0]).toMatchObject({ cutoffs: [0.2, 0.7], kept });
  expect(editPlanForm(before, { kind: "tierName", tier: 0, name: "Best" }).segmentations[0]).toMatchObject({ kept });
  const [turned] = editPlanForm(before, { kind: "direction", direction: "low-first" }).segmentations;
  expect(turned).not.toHaveProperty("kept");
  expect(tiersIn(turned).map(({ name, cutoff }) => [name, cutoff])).toEqual([
    ["T3", "30"],
    ["T2", "80"],
    ["T1", ""],
  ]);
});
