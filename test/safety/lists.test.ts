import { finishRun } from "../../src/actions/finishRun";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { answerWithin } from "../../src/workbook/inExcel";
import { errorsAtEvery, killsAtEvery, type Scenario } from "./everyRequest";
import { check, killed } from "./killed";
import { listRun } from "./scenarios";
import { reopened } from "./trial";

jest.setTimeout(900_000);

beforeAll(() => answerWithin(3_000));
afterAll(() => answerWithin(60_000));

describe.each([
  ["shorter", 8, 1],
  ["longer", 1, 8],
] as const)("a run whose list of those not classified is %s", (_how, before, now) => {
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await listRun(before, now);
  });

  test("leaves the old or the new workbook when Excel fails at any request", async () => {
    expect(await errorsAtEvery(scenario)).toEqual(["done", "rolled-back"]);
  });

  test("leaves a file that can be finished or rolled back when killed half way through any request", async () => {
    const { ends, finishable } = await killsAtEvery(scenario, "half");
    expect(ends).toEqual(expect.arrayContaining(["back", "finished"]));
    const expected = { old: await reopened(scenario.bytes), new: await reopened(scenario.after), run: scenario.run };
    // The last files are those whose sheets are being written.
    const file = finishable.at(-2)!;
    for (const work of [() => finishRun(), () => rollBackRun()]) {
      for (let n = 0; ; n++) {
        const again = await killed(file, n, "half", work);
        if (!again) break;
        await check(again, expected);
      }
    }
  });
});
