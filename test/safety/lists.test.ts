import { finishRun } from "../../src/actions/finishRun";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { errorsAtEvery, killsAtEvery, type Scenario } from "./everyRequest";
import { check, leftBehind } from "./killed";
import { listRun } from "./scenarios";
import { inTurn } from "./sweep";
import { reopened } from "./trial";

jest.setTimeout(900_000);

describe.each([
  ["shorter", 8, 1],
  ["longer", 1, 8],
] as const)("a run whose list of those not classified is %s", (_how, before, now) => {
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await listRun(before, now);
  });

  test("leaves the old or the new workbook when Excel fails at any request", async () => {
    await errorsAtEvery(scenario, inTurn("lists"));
  });

  test("leaves a file that can be finished or rolled back when killed half way through any request", async () => {
    const finishable = await killsAtEvery(scenario, inTurn("lists"), "half");
    const expected = { old: await reopened(scenario.bytes), new: await reopened(scenario.after), run: scenario.run };
    // The last files are those whose sheets are being written.
    const file = finishable.at(-1)!;
    for (const work of [() => finishRun(), () => rollBackRun()]) {
      for (const again of await leftBehind(file, "half", work)) await check(again, expected);
    }
  });
});
