import { writePlanned } from "../../src/actions/changes/writePlanned";
import { previewPlan } from "../../src/actions/previewPlan";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { clientPlan, fillClients, when } from "../actions/clientBook";
import { killsAtEvery, undisturbed } from "./everyRequest";
import { inTurn } from "./sweep";
import { openTrial } from "./trial";

jest.setTimeout(900_000);

/** The list of what other cut-offs would change. */
async function write(): Promise<string> {
  const plan = await clientPlan();
  const [abc] = plan.segmentations;
  const other = { ...plan, segmentations: [{ ...abc!, cutoffs: [0.5, 0.9] }] };
  const columns = { name: "Client", manager: null, branch: "Region" };
  return writePlanned(await previewPlan(other, inThread), {
    columns,
    now: new Date("2026-12-03T08:00:00Z"),
    person: "",
  });
}

test("a list of planned changes that is killed on the way leaves a file that is whole or can be made so", async () => {
  const trial = await openTrial(null);
  await fillClients();
  await runPlan(await clientPlan(), inThread, when);
  const bytes = trial.save();
  await killsAtEvery(await undisturbed(bytes, write), inTurn("planned list"));
});
