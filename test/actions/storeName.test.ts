import { readState } from "../../src/actions/readState";
import { runPlan } from "../../src/actions/runPlan";
import { undoRun } from "../../src/actions/undo/undoRun";
import { inThread } from "../../src/engine/inThread";
import { openTrial, reopened } from "../safety/trial";
import { clientPlan, fillClients, when } from "./clientBook";

jest.setTimeout(120_000);

/** A workbook in which somebody keeps a sheet of their own under the name of the store. */
async function withOwnSheet(values: readonly (readonly string[])[], visibility: "Visible" | "Hidden" = "Visible") {
  const trial = await openTrial(null);
  await fillClients();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("_tierbook");
    sheet.getRangeByIndexes(0, 0, values.length, values[0]?.length ?? 1).values = values.map((row) => [...row]);
    sheet.visibility = visibility;
    await context.sync();
  });
  return trial;
}

const sheetsOf = (look: unknown): Record<string, unknown>[] => (look as { sheets: Record<string, unknown>[] }).sheets;

test.each([
  [
    "a list",
    [
      ["Lists", "by us"],
      ["North", "1"],
    ],
  ],
  [
    "a list below an empty cell",
    [
      ["", ""],
      ["", "North"],
    ],
  ],
])("never writes over a user's own sheet called _tierbook: %s", async (_, values) => {
  const trial = await withOwnSheet(values);
  const own = sheetsOf(await trial.look()).find(({ name }) => name === "_tierbook");
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  expect((await readState()).plan?.segmentations).toHaveLength(1);
  const bytes = trial.save();
  const again = sheetsOf(await reopened(bytes));
  expect(again.find(({ name }) => name === "_tierbook")).toEqual(own);
  expect(trial.book.sheets.find(({ name }) => name === "_tierbook 2")?.visibility).toBe("Hidden");
  // The store is found where it is, also when the user's sheet has another name or is gone.
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("_tierbook").name = "Ours";
    await context.sync();
  });
  expect((await readState()).plan?.segmentations).toHaveLength(1);
  await undoRun({ now: new Date("2026-12-02T10:00:00Z"), person: "Linus" });
  expect((await readState()).unfinished ?? null).toBeNull();
});

test("takes its own store for its own though a colleague shows it and writes over its first cell", async () => {
  const trial = await openTrial(null);
  await fillClients();
  await runPlan(await clientPlan(), inThread, when);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("_tierbook");
    sheet.visibility = "Visible";
    sheet.getRange("A1").values = [["what is this?"]];
    await context.sync();
  });
  expect((await readState()).plan?.segmentations).toHaveLength(1);
  expect(trial.book.sheets.map(({ name }) => name)).not.toContain("_tierbook 2");
});
