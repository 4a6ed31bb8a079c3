import { classify } from "../../../src/engine/classify";
import type { SegmentationOutcome } from "../../../src/engine/outcome";
import { why } from "../../../src/engine/why";
import type { SegmentationBy } from "../../../src/segmentations/plans";
import { planProblems } from "../../../src/plan/planProblems";
import type { Content } from "../../../src/table/columns";
import { balancePlan, balanceTable } from "../../engine/balances";

const quarters: SegmentationBy<"quantiles"> = {
  method: "quantiles",
  id: "rank",
  name: "Rank",
  column: "Balance",
  valueColumn: "Balance",
  direction: "high-first",
  cutoffs: [0.25, 0.5, 0.75],
  tiers: ["Top", "Second", "Third", "Bottom"].map((name, i) => ({ id: `t${i + 1}`, name })),
};

const tableOf = (balances: readonly Content[]): ReturnType<typeof balanceTable> =>
  balanceTable(Object.fromEntries(balances.map((balance, i) => [`K${i + 1}`, balance])));

function outcomeOf(segmentation: typeof quarters, balances: readonly Content[]): SegmentationOutcome {
  return classify({ ...balancePlan, segmentations: [segmentation] }, tableOf(balances)).segmentations[0]!;
}

test("divides the customers by shares of their number, and says where the tiers meet", () => {
  const outcome = outcomeOf(quarters, [10, 80, 30, 40, 50, 60, 70, 20]);
  expect([...outcome.labels]).toEqual([3, 0, 2, 2, 1, 1, 0, 3]);
  expect(outcome.limits).toEqual([62.5, 45, 27.5]);
  expect(outcome.used).toMatchObject({ limits: [62.5, 45, 27.5], quantileType: 7, kept: null, emptyTiers: [] });
});

test("names the tiers that nobody is in where too many customers have the same value", () => {
  const outcome = outcomeOf(quarters, [0, 0, 0, 0, 0, 0, 5, 9]);
  expect([...outcome.labels]).toEqual([1, 1, 1, 1, 1, 1, 0, 0]);
  expect(outcome.used).toMatchObject({ emptyTiers: ["Third", "Bottom"] });
});

test("lists what is no number and leaves it out of the shares", () => {
  const outcome = outcomeOf(quarters, [1, "n/a", null, 2]);
  expect(outcome.notClassified.map(({ row, reason }) => [row, reason])).toEqual([
    [1, "text"],
    [2, "blank"],
  ]);
  expect(outcome.classified).toBe(2);
});

test("uses limits kept from an earlier run, whatever the data say now", () => {
  const kept = { limits: [100, 50, 10], dataDate: "2026-10-31" };
  const outcome = outcomeOf({ ...quarters, kept }, [100, 99, 50, 9]);
  expect([...outcome.labels]).toEqual([0, 1, 1, 3]);
  expect(outcome.used).toMatchObject({ limits: [100, 50, 10], kept: { dataDate: "2026-10-31" } });
  const plan = { ...balancePlan, segmentations: [{ ...quarters, kept: { ...kept, limits: [10, 50] } }] };
  expect(planProblems(plan).map(({ kind, path }) => [kind, path])).toEqual([
    ["cutoffs-out-of-order", "segmentations[0].kept.limits"],
    ["tiers-not-one-more", "segmentations[0].kept.limits"],
  ]);
});

test("says why: the place in the order, or the kept limits", () => {
  const table = tableOf([10, 80, 30, "n/a"]);
  expect(why(quarters, 1, table, 2, null)).toEqual({
    kind: "rank",
    column: "Balance",
    value: 30,
    highFirst: true,
    from: 0.25,
    to: 0.5,
  });
  expect(why(quarters, null, table, 3, null)).toMatchObject({ kind: "not-classified", reason: "text" });
  const kept = { ...quarters, kept: { limits: [100, 50, 20], dataDate: null } };
  expect(why(kept, 2, table, 2, null)).toMatchObject({ kind: "band", from: 20, below: 50 });
});
