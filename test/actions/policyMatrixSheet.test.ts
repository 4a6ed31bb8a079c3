import { readState } from "../../src/actions/readState";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import type { Plan } from "../../src/plan/plan";
import type { SegmentationBy } from "../../src/segmentations/plans";
import { snapshot } from "../safety/snapshot";
import { clientPlan, openClients, when } from "./clientBook";
import { person, tableOf } from "./policyBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const policy: SegmentationBy<"matrix"> = {
  method: "matrix",
  id: "policy",
  name: "Credit policy",
  valueColumn: "Outstanding",
  axes: [
    { kind: "values", column: "Region", values: ["North", "South", "West"].map((value) => ({ value, name: value })) },
    {
      kind: "bands",
      column: "Outstanding",
      direction: "high-first",
      cutoffs: [50],
      bands: [
        { id: "large", name: "Large" },
        { id: "small", name: "Small" },
      ],
    },
  ],
  classes: [
    { id: "grow", name: "Grow" },
    { id: "exit", name: "Exit" },
  ],
  cells: [
    { at: ["South", "large"], class: "exit", text: "Collateral only" },
    { at: ["North", "large"], class: "grow" },
    { at: ["North", "small"], class: "exit" },
  ],
};

async function matrixPlan(): Promise<Plan> {
  const plan = await clientPlan();
  return { ...plan, segmentations: [...plan.segmentations, policy] };
}

const cells = "policy__cells";
const id = (...at: string[]): string => `policy/cells/${JSON.stringify(at)}`;
const body = (table: Excel.Table, column: string): Excel.Range => table.columns.getItem(column).getDataBodyRange();

async function readMatrix(): Promise<SegmentationBy<"matrix">> {
  await tableOf(cells);
  const { plan, policy: sheet } = await readState();
  expect(sheet!.problems).toEqual([]);
  return plan!.segmentations[1] as SegmentationBy<"matrix">;
}

test("a policy matrix stands as its columns, its classes and a row per combination, those without a policy last", async () => {
  const { book, host } = await openClients();
  await runPlan(await matrixPlan(), inThread, when);
  expect(host.missing).toEqual([]);
  expect(await tableOf(cells)).toEqual([
    ["Id", "Region", "Outstanding", "Policy class", "Policy text", "Customers at the run", "Check"],
    [id("North", "large"), "North", "Large", "Grow", "", 3, "OK"],
    [id("North", "small"), "North", "Small", "Exit", "", 2, "OK"],
    [id("South", "large"), "South", "Large", "Exit", "Collateral only", 2, "OK"],
    [id("South", "small"), "South", "Small", "", "", 1, "No policy"],
    [id("West", "small"), "West", "Small", "", "", 2, "No policy"],
  ]);
  expect((await tableOf("policy__axis_1")).map((row) => row.slice(1))).toEqual([
    ["Segment", "Entry in the data", "Order", "Check"],
    ["North", "North", 1, "OK"],
    ["South", "South", 2, "OK"],
    ["West", "West", 3, "OK"],
  ]);
  expect((await tableOf("policy__classes")).map((row) => row[1])).toEqual(["Segment", "Grow", "Exit"]);
  const sheet = book.sheets.find(({ name }) => name === "Policy")!;
  expect(sheet.validations.map(({ rule }) => rule)).toMatchObject([{ list: { source: "=$B$31:$B$32" } }]);
  expect(await readMatrix()).toEqual(policy);
});

test("classes, texts, names and combinations that people change there are the policy of the next run", async () => {
  await openClients();
  await runPlan(await matrixPlan(), inThread, when);
  await person((_sheet, table) => {
    body(table(cells), "Policy class").values = [["Exit"], [""], ["Exit"], ["Grow"], [""]];
    body(table(cells), "Policy text").values = [["=Now"], [""], ["Collateral only"], [""], [""]];
    // The names of the two classes change places; a row that nobody touched means what it meant.
    body(table("policy__classes"), "Segment").values = [["Exit"], ["Leave"]];
    body(table("policy__axis_1"), "Entry in the data").values = [["North"], ["South"], ["Weste"]];
    body(table("policy__axis_1"), "Order").values = [[3], [2], [1]];
    table(cells).rows.add(undefined, [[id("North", "large"), "Weste", "Large", "Leave", "New", "", ""]]);
    table(cells).sort.apply([{ key: 2, ascending: false }]);
  });
  const read = await readMatrix();
  expect(read.classes.map(({ name }) => name)).toEqual(["Exit", "Leave"]);
  expect(read.axes[0]).toMatchObject({ values: [{ value: "Weste" }, { value: "South" }, { value: "North" }] });
  expect(new Set(read.cells)).toEqual(
    new Set([
      { at: ["South", "large"], class: "exit", text: "Collateral only" },
      { at: ["North", "large"], class: "grow", text: "=Now" },
      { at: ["South", "small"], class: "grow" },
      { at: ["Weste", "large"], class: "exit", text: "New" },
    ]),
  );
});

test.each([
  [
    "an unknown class",
    "unknown-class",
    "D",
    (t) => (body(t(cells), "Policy class").values = [["Hold"], ["Exit"], ["Exit"], [""], [""]]),
  ],
  [
    "an unknown position",
    "unknown-position",
    "B",
    (t) => (body(t(cells), "Region").values = [["East"], ["North"], ["South"], ["South"], ["West"]]),
  ],
  [
    "a combination that stands twice",
    "same-cell",
    "B",
    (t) => (body(t(cells), "Outstanding").values = [["Large"], ["Large"], ["Large"], ["Small"], ["Small"]]),
  ],
  ["a deleted row", "missing-cell", "D", (t) => t(cells).rows.getItemAt(0).delete()],
  ["no class at all", "no-cell", "D", (t) => (body(t(cells), "Policy class").values = [[""], [""], [""], [""], [""]])],
] as const satisfies readonly (readonly [string, string, string, (table: (id: string) => Excel.Table) => unknown])[])(
  "%s is told at its cell, and a run is refused before anything is written",
  async (_what, kind, column, act) => {
    const { book } = await openClients();
    const plan = await matrixPlan();
    await runPlan(plan, inThread, when);
    await person((_sheet, table) => act(table));
    await tableOf(cells);
    const { policy: sheet, plan: merged } = await readState();
    expect(sheet!.problems).toMatchObject([{ kind, cell: expect.stringContaining(`Policy!${column}`) as string }]);
    expect(merged!.segmentations).toEqual(plan.segmentations);
    const before = JSON.stringify(snapshot(book));
    const run = runPlan(merged!, inThread, { ...when, policy: { mark: sheet!.mark } });
    expect(await run.then(() => null, failureData)).toMatchObject({ code: "policy-invalid" });
    expect(JSON.stringify(snapshot(book))).toBe(before);
  },
);
