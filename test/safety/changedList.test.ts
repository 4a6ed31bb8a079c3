import { writeChanges } from "../../src/actions/changes/writeChanges";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { clientPlan, fillClients, when } from "../actions/clientBook";
import { errorsAtEvery, killsAtEvery, undisturbed, type Scenario } from "./everyRequest";
import { inTurn } from "./sweep";
import { openTrial } from "./trial";

jest.setTimeout(900_000);

const sweep = inTurn("list of changes");

const write = (day = "2026-12-03"): Promise<string> =>
  writeChanges({
    columns: { name: "Client", manager: null, branch: "Region" },
    now: new Date(`${day}T08:00:00Z`),
    person: "Ada",
  });

/** Two runs with changes between them; and a third one after a list was written. */
async function scenario(hasList: boolean): Promise<Scenario> {
  const trial = await openTrial(null);
  await fillClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  await setOutstanding("D5", 5);
  await runPlan(plan, inThread, when);
  if (hasList) {
    await write("2026-12-02");
    await setOutstanding("D8", 900);
    await runPlan(plan, inThread, when);
  }
  return undisturbed(trial.save(), () => write());
}

async function setOutstanding(address: string, value: number): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Customers").worksheet.getRange(address).values = [[value]];
    await context.sync();
  });
}

describe.each([
  ["written", false],
  ["replaced", true],
])("a list that is %s", (_what, hasList) => {
  let list: Scenario;
  beforeAll(async () => {
    list = await scenario(hasList);
  });

  test.each(["half", "after"] as const)("and killed leaves a file that is whole or can be made so: %s", async (at) => {
    await killsAtEvery(list, sweep, at);
  });

  test("and meets an error is the old or the new one, at every request that changes something", async () => {
    await errorsAtEvery(list, sweep);
  });
});
