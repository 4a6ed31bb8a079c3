import { previewPlan } from "../../../src/actions/previewPlan";
import { readState } from "../../../src/actions/readState";
import { runPlan } from "../../../src/actions/runPlan";
import { undoRun } from "../../../src/actions/undo/undoRun";
import { inThread } from "../../../src/engine/inThread";
import { reconcile } from "../../../src/engine/reconcile";
import type { Plan } from "../../../src/plan/plan";
import type { Segmentation } from "../../../src/segmentations/plans";
import { plannedWrites } from "../../../src/taskpane/write/plannedWrites";
import { inspectTable } from "../../../src/actions/inspectTable";
import { when } from "../clientBook";
import { openOrders, rfm, rfmPlan } from "./orderBook";

jest.setTimeout(120_000);

/** Bands by a column of the user's that has the name RFM would give to its amounts, summing one named as its orders. */
const bands: Segmentation = {
  method: "cutoffs",
  id: "bands",
  name: "Own bands",
  column: "Spent",
  valueColumn: "Orders",
  direction: "high-first",
  cutoffs: [50],
  tiers: [
    { id: "high", name: "High" },
    { id: "low", name: "Low" },
  ],
};

/** The customers with two columns of the user's own: Orders (B) 1 to 5, and Spent (C) 10 to 90. */
async function openTaken(): Promise<Plan> {
  await openOrders();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Customers");
    sheet.getRange("B1:C6").values = [["Orders", "Spent"], ...[10, 30, 50, 70, 90].map((spent, i) => [i + 1, spent])];
    await context.sync();
  });
  return rfmPlan(rfm(), { segmentations: [rfm(), bands] });
}

async function rows(columns: string): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Customers").getRange(columns).load("values");
    await context.sync();
    return range.values as unknown[][];
  });
}

test("F29 amounts found in orders never stand in for a column of the user's of that name", async () => {
  const plan = await openTaken();
  const first = await previewPlan(plan, inThread);
  const bandsOf = (preview: typeof first): unknown =>
    preview.outcome.segmentations[1]?.groups.map((group) => group.value);
  // By hand: Spent is 50 or more for the customers with 3, 4 and 5 orders.
  expect(bandsOf(first)).toEqual([12, 3]);
  const other = { ...bands, cutoffs: [70] };
  const second = await previewPlan({ ...plan, segmentations: [rfm(), other] }, inThread, { former: first });
  expect(bandsOf(second)).toEqual([9, 6]);
});

test("F29 a run numbers its columns and goes on reading the user's, also when it is repeated and undone", async () => {
  const plan = await openTaken();
  const names = ["RFM segment", "Last order", "Orders (2)", "Spent (2)", "RFM score", "Own bands"];
  let asked = plan;
  for (let i = 0; i < 2; i++) {
    const run = await runPlan(asked, inThread, when);
    expect(run.columns.map(({ name }) => name)).toEqual(names);
    expect(run.plan.segmentations.map(({ valueColumn }) => valueColumn)).toEqual(["Spent (2)", "Orders"]);
    expect(run.plan.segmentations[1]).toMatchObject({ column: "Spent" });
    expect(reconcile(run.plan, run.outcome, run.customers.table).map(({ total }) => total)).toEqual([296.5, 15]);
    asked = (await readState()).plan ?? plan;
  }
  expect((await rows("D1:I3")).slice(0, 3)).toEqual([
    names,
    ["Best", expect.any(Number), 2, 150.5, "222", "Low"],
    ["Asleep", expect.any(Number), 1, 6, "111", "Low"],
  ]);
  expect((await rows("B1:C2")).flat()).toEqual(["Orders", "Spent", 1, 10]);
  await undoRun({ now: when.now, person: "" });
  expect((await rows("D1:I1")).flat()).toEqual(names);
  await Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem("Segments").getUsedRange().load("formulas");
    await context.sync();
    const formulas = used.formulas.flat().join(" ");
    for (const column of ["Spent (2)", "Orders"]) expect(formulas).toContain(`Customers[${column}]`);
    for (const column of ["Spent", "Orders (2)"]) expect(formulas).not.toContain(`Customers[${column}]`);
  });
});

test("the question before writing names the columns of measures, with the number that a taken name gets", async () => {
  const plan = await openTaken();
  const told = async (): Promise<unknown> => {
    const { sheets, columns } = await readState();
    return plannedWrites(plan, await inspectTable("Customers"), { sheets, columns })
      .filter(({ kind }) => kind.endsWith("Column"))
      .map((write) => [write.kind, write.name, ...("renamed" in write ? [write.renamed] : [])]);
  };
  expect(await told()).toEqual([
    ["newColumn", "RFM segment"],
    ["newColumn", "Last order"],
    ["renamedColumn", "Orders", "Orders (2)"],
    ["renamedColumn", "Spent", "Spent (2)"],
    ["newColumn", "RFM score"],
    ["newColumn", "Own bands"],
  ]);
  await runPlan(plan, inThread, when);
  expect(await told()).toEqual(
    ["RFM segment", "Last order", "Orders (2)", "Spent (2)", "RFM score", "Own bands"].map((name) => [
      "sameColumn",
      name,
    ]),
  );
});
