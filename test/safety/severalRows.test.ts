import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import type { Plan } from "../../src/plan/plan";
import { clientPlan, fillClients, when } from "../actions/clientBook";
import { openTrial, reopened } from "./trial";

jest.setTimeout(300_000);

/** The id of the client repeats; somebody wrote over the label in one of its rows. */
const drawdowns = [
  ["C01", "Harbour Foods", 500, "North"],
  ["C02", "Oak Furniture", 90, "South"],
  ["C01", "Harbour Foods", 220, "North"],
  ["C02", "Oak Furniture", 25, "South"],
];

test("an error of Excel at any change leaves each row its own former label, or the new ones", async () => {
  const start = await openTrial(null);
  await fillClients(drawdowns);
  const wanted = await clientPlan();
  const plan: Plan = { ...wanted, rows: { ...wanted.rows, perCustomer: "several" } };
  await runPlan(plan, inThread, when);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Clients").getRange("F6").values = [["ask Grace"]];
    await context.sync();
  });
  const bytes = start.save();
  const old = await reopened(bytes);
  const other: Plan = {
    ...plan,
    segmentations: plan.segmentations.map((each) => (each.method === "abc" ? { ...each, cutoffs: [0.1, 0.2] } : each)),
  };
  const ends = new Set<string>();
  for (let n = 0; ; n++) {
    const trial = await openTrial(bytes);
    trial.arm(n, { when: "after", then: "error" }, 1);
    const end = await runPlan(other, inThread, when).then(
      () => "done",
      (error: unknown) => failureData(error).code,
    );
    const { struck } = trial;
    const labels = trial.opened.book.sheets
      .find(({ name }) => name === "Clients")
      ?.rows.get(5)
      ?.cells.get(5)?.value;
    expect([n, end, labels]).toEqual([n, end, end === "done" ? "A" : "ask Grace"]);
    if (end !== "done") expect((await trial.look()).sheets).toEqual(old.sheets);
    if (!struck) break;
    ends.add(end);
  }
  expect([...ends].sort()).toEqual(["done", "rolled-back"]);
});
