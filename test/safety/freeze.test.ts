import { freezeMonth } from "../../src/actions/freeze/freezeMonth";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { fillOrders, rfmPlan } from "../actions/orders/orderBook";
import { when } from "../actions/clientBook";
import { errorsAtEvery, killsAtEvery, undisturbed } from "./everyRequest";
import { inTurn } from "./sweep";
import { openTrial } from "./trial";

jest.setTimeout(900_000);

const sweep = inTurn("freeze");

const freeze = (): Promise<string> => freezeMonth({ name: null, now: new Date("2026-12-02T10:00:00Z"), person: "Ada" });

/** A month of RFM from orders, ready to be frozen. */
async function written(): Promise<Uint8Array> {
  const trial = await openTrial(null);
  fillOrders(trial.opened.book);
  await runPlan(rfmPlan(), inThread, when);
  return trial.save();
}

test("a freezing that meets an error leaves the workbook without the pack or with all of it, at every request", async () => {
  await errorsAtEvery(await undisturbed(await written(), freeze), sweep);
});

test("a freezing that is killed on the way leaves a file that is whole or can be made so", async () => {
  await killsAtEvery(await undisturbed(await written(), freeze), sweep);
});
