import { finishRun } from "../../src/actions/finishRun";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { answerWithin } from "../../src/workbook/inExcel";
import { errorsAtEvery, killsAtEvery, type Scenario } from "./everyRequest";
import { check, killed } from "./killed";
import { firstUndone, secondUndone } from "./scenarios";
import { reopened } from "./trial";

jest.setTimeout(900_000);

beforeAll(() => answerWithin(3_000));
afterAll(() => answerWithin(60_000));

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
      expect(await errorsAtEvery(scenario, strike)).toEqual(["done", "rolled-back"]);
    },
  );

  test.each(["half", "after"] as const)(
    "leaves a file that can be finished or rolled back when killed: %s",
    async (when) => {
      const { ends, finishable } = await killsAtEvery(scenario, when);
      expect(ends).toEqual(expect.arrayContaining(["back", "finished"]));
      const expected = { old: await reopened(scenario.bytes), new: await reopened(scenario.after), run: scenario.run };
      const last = finishable.at(-1)!;
      for (const work of [() => finishRun(), () => rollBackRun()]) {
        for (let n = 0; ; n++) {
          const again = await killed(last, n, when, work);
          if (!again) break;
          await check(again, expected);
        }
      }
    },
  );
});
