import { addToHistory } from "../../src/actions/history/addToHistory";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { clientPlan, fillClients, when } from "../actions/clientBook";
import { errorsAtEvery, killsAtEvery, undisturbed } from "./everyRequest";
import { inTurn } from "./sweep";
import { openTrial } from "./trial";

jest.setTimeout(900_000);

const sweep = inTurn("history");

const add = (): Promise<string | null> => addToHistory({ now: new Date("2026-12-03T08:00:00Z"), person: "Ada" });

/** A history of one run, which goes when that of the next is added: all its rows change, and one more comes. */
async function grown(): Promise<Uint8Array> {
  const trial = await openTrial(null);
  await fillClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  await add();
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Customers");
    table.rows.add(undefined, [["C13", "New & Co", 60, "", ""]]);
    context.workbook.worksheets.getItem("History of customers").getRange("B4").values = [[1]];
    await context.sync();
  });
  await runPlan(plan, inThread, { ...when, now: new Date("2026-12-01T08:00:00Z") });
  return trial.save();
}

test("adding to the history that meets an error leaves the old table or the new one, at every changing request", async () => {
  await errorsAtEvery(await undisturbed(await grown(), add), sweep);
});

test("adding to the history that is killed on the way leaves a file that is whole or can be made so", async () => {
  await killsAtEvery(await undisturbed(await grown(), add), sweep);
});
