import { readState } from "../../src/actions/readState";
import { runPlan, type RunResult } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { openClients, when } from "./clientBook";
import { person, policyPlan, tableOf } from "./policyBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

/** Runs what the workbook says: the stored plan with the sheet's changes. */
async function runStored(): Promise<RunResult> {
  const { plan, policy } = await readState();
  return runPlan(plan!, inThread, { ...when, policy: { mark: policy?.mark ?? null } });
}

test("a first run writes the policy as tables: tiers, bands and groups, each with what follows and a check", async () => {
  const { book, host } = await openClients();
  await runPlan(await policyPlan(), inThread, when);
  expect(await tableOf("abc")).toEqual([
    ["Id", "Segment", "Above", "Up to (cumulative share)", "Check"],
    ["abc/a", "A", "", 0.8, "OK"],
    ["abc/b", "B", 0.8, 0.95, "OK"],
    ["abc/c", "C", 0.95, 1, "OK"],
  ]);
  expect(await tableOf("size")).toEqual([
    ["Id", "Segment", "From", "Below", "Check"],
    ["size/large", "Large", 200, "", "OK"],
    ["size/medium", "Medium", 50, 200, "OK"],
    ["size/small", "Small", "", 50, "OK"],
  ]);
  expect(await tableOf("region")).toEqual([
    ["Id", "Segment", "Value in the data", "Order", "Check"].map((word) => word.replace("Value", "Entry")),
    ["region/North", "North", "North", 1, "OK"],
    ["region/South", "South", "South", 2, "OK"],
    ["region/West", "West", "West", 3, "OK"],
  ]);
  expect(host.missing).toEqual([]);
  expect(book.sheets.map(({ name }) => name)).toContain("Policy");
});

test("changed cells are the plan of the next run, whatever was sorted, inserted above or added beside", async () => {
  await openClients();
  await runPlan(await policyPlan(), inThread, when);
  await person((sheet, table) => {
    sheet.getRange("1:2").insert("Down");
    table("abc").columns.getItem("Segment").getDataBodyRange().values = [["Top"], ["B"], ["C"]];
    table("abc").columns.getItem("Up to (cumulative share)").getDataBodyRange().values = [[0.5], [0.95], [1]];
    table("size").columns.getItem("From").getDataBodyRange().values = [[300], [50], [""]];
    table("size").columns.add(2, [["Approved by"], ["Lin"], ["Wu"], ["Zhao"]]);
    table("size").sort.apply([{ key: 1, ascending: false }]);
    table("region").rows.add(undefined, [["", "", "East", 1.5, ""]]);
    sheet.name = "Our policy";
  });
  const { outcome, plan } = await runStored();
  expect(plan.segmentations).toMatchObject([
    { cutoffs: [0.5, 0.95], tiers: [{ id: "a", name: "Top" }, { name: "B" }, { name: "C" }] },
    { cutoffs: [300, 50] },
    { groups: [{ value: "North" }, { value: "East", name: "East" }, { value: "South" }, { value: "West" }] },
  ]);
  expect(outcome.segmentations[1]?.groups.map(({ customers }) => customers)).toEqual([1, 4, 5]);
  expect((await tableOf("size")).slice(1).map((row) => row.slice(0, 5))).toEqual([
    ["size/large", "Large", "Zhao", 300, ""].map((cell) => (cell === "Zhao" ? "Lin" : cell)),
    ["size/medium", "Medium", "Wu", 50, 300],
    ["size/small", "Small", "Zhao", "", 50],
  ]);
  expect((await tableOf("region")).map((row) => row[3])).toEqual(["Order", 1, 2, 3, 4]);
});

test("the column Check says at once what is wrong with a cell, and with no other", async () => {
  await openClients();
  await runPlan(await policyPlan(), inThread, when);
  const checks = async (): Promise<unknown[]> => (await tableOf("abc")).slice(1).map((row) => row.at(-1));
  const share = (...values: (number | string)[]): Promise<void> =>
    person((_sheet, table) => {
      const column = table("abc").columns.getItem("Up to (cumulative share)");
      column.getDataBodyRange().values = values.map((value) => [value]);
    });
  await share("most", 0.95, 1);
  expect(await checks()).toEqual(["Enter a number", "OK", "OK"]);
  await share(0.8, 0.7, 0.9);
  expect(await checks()).toEqual(["OK", "Must be above the one before", "The last tier reaches 100 %"]);
  await share(0.8, 95, 1);
  expect(await checks()).toEqual(["OK", "Enter a share between 0 % and 100 %", "OK"]);
});
