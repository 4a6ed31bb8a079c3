import { readState } from "../../src/actions/readState";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import type { Plan } from "../../src/plan/plan";
import { openClients, when } from "./clientBook";
import { person, policyPlan, tableOf } from "./policyBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const scales = "_scales";

/** Regions as if they were grades, on a scale that misses one of them. */
async function scaledPlan(): Promise<Plan> {
  const plan = await policyPlan();
  const values = ["North", "South"];
  return {
    ...plan,
    scales: [{ column: "Region", values }],
    segmentations: plan.segmentations.map((each) =>
      each.method === "groups" ? { ...each, groups: values.map((value) => ({ value, name: value })) } : each,
    ),
  };
}

test("a scale stands on the sheet, and the grade that it misses is listed with its rows, never guessed", async () => {
  await openClients();
  const { outcome } = await runPlan(await scaledPlan(), inThread, when);
  expect(await tableOf(scales)).toEqual([
    ["Id", "Column of the data", "Entry in the data", "Order", "Check"],
    ['*scales/["Region","North"]', "Region", "North", 1, "OK"],
    ['*scales/["Region","South"]', "Region", "South", 2, "OK"],
  ]);
  expect(outcome.segmentations[2]!.notClassified.map(({ key, reason, content }) => [key, reason, content])).toEqual(
    ["C06", "C07", "C11", "C12"].map((key) => [key, "undeclared", "West"]),
  );
});

test("a scale that is changed there brings the groups by its column into its order", async () => {
  await openClients();
  await runPlan(await scaledPlan(), inThread, when);
  await person((_sheet, table) => {
    table(scales).columns.getItem("Order").getDataBodyRange().values = [[2], [1]];
    table(scales).rows.add(undefined, [["", "Region", "West", 3, ""]]);
    table("region").rows.add(undefined, [["", "", "West", 9, ""]]);
  });
  await tableOf(scales);
  const { plan, policy } = await readState();
  expect(policy!.problems).toEqual([]);
  expect(plan!.scales).toEqual([{ column: "Region", values: ["South", "North", "West"] }]);
  const { outcome } = await runPlan(plan!, inThread, { ...when, policy: { mark: policy!.mark } });
  expect(outcome.segmentations[2]!.groups.map(({ name }) => name)).toEqual(["South", "North", "West", "Unknown"]);
  expect((await tableOf("region")).map((row) => row[1])).toEqual(["Segment", "South", "North", "West"]);
});

test.each([
  ["a value that stands twice", "same-value", "C", "Entry in the data", [["North"], ["North"]]],
  ["an order number that stands twice", "same-order", "D", "Order", [[1], [1]]],
  ["text for an order", "not-a-number", "D", "Order", [["first"], [2]]],
  ["a column that nobody has", "unknown-column", "B", "Column of the data", [["Rating"], ["Region"]]],
  ["no column", "value-missing", "B", "Column of the data", [[""], ["Region"]]],
] as const)("%s on a scale is told at its cell, and a run is refused", async (_what, kind, column, header, values) => {
  await openClients();
  const before = await scaledPlan();
  await runPlan(before, inThread, when);
  await person((_sheet, table) => {
    table(scales).columns.getItem(header).getDataBodyRange().values = values.map((row) => [...row]);
  });
  await tableOf(scales);
  const { plan, policy } = await readState();
  expect(policy!.problems[0]).toMatchObject({ kind, cell: expect.stringContaining(`Policy!${column}`) as string });
  expect(plan!.scales).toEqual(before.scales);
  const run = runPlan(plan!, inThread, { ...when, policy: { mark: policy!.mark } });
  expect(await run.then(() => null, failureData)).toMatchObject({ code: "policy-invalid" });
});
