import { answerWithin } from "../../src/workbook/inExcel";
import { failureData } from "../../src/failure";
import { leftOutRun } from "./scenarios";
import { check, killed } from "./killed";
import { openTrial, reopened } from "./trial";

jest.setTimeout(900_000);

beforeAll(() => answerWithin(3_000));
afterAll(() => answerWithin(60_000));

test("an error while blocks, charts and a label column go leaves the old or the new workbook, at every request that changes it", async () => {
  const scenario = await leftOutRun();
  const ends = new Set<string>();
  for (let n = 0; ; n++) {
    const trial = await openTrial(scenario.bytes);
    trial.arm(n, { when: "after", then: "error" }, 1);
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
});

test("a process killed while blocks, charts and a label column go leaves a file that can be made whole", async () => {
  const scenario = await leftOutRun();
  const expected = { old: await reopened(scenario.bytes), new: await reopened(scenario.after), run: scenario.run };
  const ends = new Set<string>();
  for (let n = 0; ; n++) {
    const file = await killed(scenario.bytes, n, "after", () => scenario.run());
    if (!file) break;
    ends.add(await check(file, expected));
  }
  expect([...ends].sort()).toEqual(expect.arrayContaining(["back", "finished"]));
});
