import { finishRun } from "../../src/actions/finishRun";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { failureData } from "../../src/failure";
import { answerWithin } from "../../src/workbook/inExcel";
import { check, killed } from "./killed";
import { firstUndone, secondUndone, type Scenario } from "./scenarios";
import { openTrial, reopened } from "./trial";

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
    async (when, changes) => {
      const ends = new Set<string>();
      for (let n = 0; ; n++) {
        const trial = await openTrial(scenario.bytes);
        trial.arm(n, { when, then: "error" }, changes);
        const end = await scenario.run().then(
          () => "done",
          (error: unknown) => failureData(error).code,
        );
        const { struck } = trial;
        const expected = end === "done" ? scenario.new : scenario.old;
        expect({ n, end, book: await trial.look() }).toEqual({ n, end, book: expected });
        expect(trial.host.missing).toEqual([]);
        if (!struck) break;
        ends.add(end);
      }
      expect([...ends].sort()).toEqual(["done", "rolled-back"]);
    },
  );

  test.each(["half", "after"] as const)(
    "leaves a file that can be finished or rolled back when killed: %s",
    async (when) => {
      const expected = {
        old: await reopened(scenario.bytes),
        new: await reopened(scenario.after),
        run: scenario.run,
      };
      const ends: Record<string, number> = {};
      let last: Uint8Array | null = null;
      for (let n = 0; ; n++) {
        const file = await killed(scenario.bytes, n, when, () => scenario.run());
        if (!file) break;
        const end = await check(file, expected);
        if (end === "finished") last = file;
        ends[end] = (ends[end] ?? 0) + 1;
      }
      expect(Object.keys(ends).sort()).toEqual(expect.arrayContaining(["back", "finished"]));
      for (const work of [() => finishRun(), () => rollBackRun()]) {
        for (let n = 0; last; n++) {
          const again = await killed(last, n, when, work);
          if (!again) break;
          await check(again, expected);
        }
      }
    },
  );
});
