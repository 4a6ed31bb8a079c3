import { finishRun } from "../../src/actions/finishRun";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { errorsAtEvery, killsAtEvery, type Scenario } from "./everyRequest";
import { check, leftBehind } from "./killed";
import { firstUndone, secondUndone } from "./scenarios";
import { everyOne } from "./sweep";
import { reopened } from "./trial";

jest.setTimeout(900_000);

describe.each([
  ["a first run", firstUndone],
  ["a second run", secondUndone],
] as const)("undoing %s", (_name, make) => {
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await make();
  });

  test.each([
    ["half", 2],
    ["after", 1],
  ] as const)(
    "leaves the run whole or undoes it whole when Excel fails, at every request: %s its changes",
    async (...strike) => {
      await errorsAtEvery(scenario, everyOne, strike);
    },
  );

  test.each(["half", "after"] as const)(
    "leaves a file that can be finished or rolled back when killed: %s",
    async (when) => {
      const finishable = await killsAtEvery(scenario, everyOne, when);
      const expected = { old: await reopened(scenario.bytes), new: await reopened(scenario.after), run: scenario.run };
      const last = finishable.at(-1)!;
      for (const work of [() => finishRun(), () => rollBackRun()])
        for (const again of await leftBehind(last, when, work)) await check(again, expected);
    },
  );
});
