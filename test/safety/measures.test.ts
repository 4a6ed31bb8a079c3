import { readState } from "../../src/actions/readState";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { runPlan } from "../../src/actions/runPlan";
import { undoRun } from "../../src/actions/undo/undoRun";
import { inThread } from "../../src/engine/inThread";
import type { Plan } from "../../src/plan/plan";
import { fillOrders, rfm, rfmPlan } from "../actions/orders/orderBook";
import { when } from "../actions/clientBook";
import { errorsAtEvery, killsAtEvery, undisturbed, type Scenario } from "./everyRequest";
import { leftBehind } from "./killed";
import { inTurn } from "./sweep";
import { openTrial } from "./trial";

jest.setTimeout(900_000);

const later = { now: new Date("2026-12-01T08:00:00Z"), person: "Grace" };

/** The same segmentation by three columns of the customer table, so that only the scores stay beside its labels. */
const byColumns = rfm(
  {},
  {
    valueColumn: "Id",
    source: {
      kind: "columns",
      recency: { column: "Orders", as: "days" },
      frequencyColumn: "Orders",
      monetaryColumn: "Orders",
    },
  },
);

/** Other orders, another name for the amounts, and columns more. */
const other = rfmPlan(rfm({}, { valueColumn: "Spent in all" }), {
  segmentations: [rfm({}, { valueColumn: "Spent in all" }), { ...byColumns, id: "second", name: "Second" }],
});

/** A workbook in which a run wrote measures, somebody wrote over one of them, and an order was changed since. */
async function written(): Promise<Uint8Array> {
  const trial = await openTrial(null);
  fillOrders(trial.opened.book);
  await runPlan(rfmPlan(), inThread, when);
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem("Customers").getRange("F3").values = [["ask Grace"]];
    worksheets.getItem("Orders").getRange("D4").values = [[1234.56]];
    await context.sync();
  });
  return trial.save();
}

const again = (plan: Plan) => (): Promise<unknown> => runPlan(plan, inThread, later);

async function changed(): Promise<Scenario> {
  return undisturbed(await written(), again(other));
}

async function retired(): Promise<Scenario> {
  return undisturbed(await written(), again(rfmPlan(byColumns)));
}

async function undone(): Promise<Scenario> {
  const { after } = await retired();
  return undisturbed(after, () => undoRun({ ...later, now: new Date("2026-12-02T10:00:00Z") }));
}

describe.each([
  ["a run over other orders", changed],
  ["a run that takes measures away", retired],
  ["the undoing that brings them back", undone],
] as const)("columns of measures and %s", (name, make) => {
  let made: Scenario;
  const sweep = inTurn(name);
  beforeAll(async () => {
    made = await make();
  });

  test("all old or all new when Excel fails, at every request", async () => {
    await errorsAtEvery(made, sweep);
  });

  test("a file that can be finished or rolled back when the process is killed, at every request", async () => {
    await killsAtEvery(made, sweep);
  });
});

/** The columns of ours by key, as cells hold them. */
async function byKey(): Promise<Record<string, unknown>> {
  return Excel.run(async (context) => {
    const range = context.workbook.tables.getItem("Customers").getRange().load("values,numberFormat");
    await context.sync();
    return Object.fromEntries(
      range.values.map((row, i) => [String(row[0]), [row.slice(3), i === 0 ? [] : range.numberFormat[i]?.slice(3)]]),
    );
  });
}

test.each([
  ["rows were sorted meanwhile", "sort"],
  ["somebody deleted the staging sheet", "delete"],
] as const)("numbers come back as numbers by key where a run died and %s", async (_name, what) => {
  const bytes = await written();
  const start = await openTrial(bytes);
  const former = await byKey();
  start.host.close();
  let tried = 0;
  for (const [n, file] of (await leftBehind(bytes, "after", again(other))).entries()) {
    await openTrial(file);
    if ((await readState()).unfinished?.canFinish !== true) continue;
    await Excel.run(async (context) => {
      if (what === "sort") context.workbook.tables.getItem("Customers").sort.apply([{ key: 1, ascending: false }]);
      else context.workbook.worksheets.getItem("_tierbook_staging").delete();
      await context.sync();
    });
    await rollBackRun();
    expect({ n, cells: await byKey() }).toEqual({ n, cells: former });
    tried++;
  }
  expect(tried).toBeGreaterThan(3);
});
