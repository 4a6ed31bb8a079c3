import { failureData } from "../../src/failure";
import { answerWithin } from "../../src/workbook/inExcel";
import { check, killed } from "./killed";
import { filteredRun } from "./scenarios";
import { openTrial, reopened } from "./trial";

jest.setTimeout(900_000);

beforeAll(() => answerWithin(3_000));
afterAll(() => answerWithin(60_000));

test("F21 an error at every request of a run over a filtered table leaves the old or the new workbook, filtered as before", async () => {
  const scenario = await filteredRun();
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
    if (!struck) break;
    ends.add(end);
  }
  expect([...ends].sort()).toEqual(["done", "rolled-back"]);
});

test("F21 a process killed at every request of such a run leaves a file that can be finished or rolled back, filtered as before", async () => {
  const scenario = await filteredRun();
  const expected = { old: await reopened(scenario.bytes), new: await reopened(scenario.after), run: scenario.run };
  const ends = new Set<string>();
  for (let n = 0; ; n++) {
    const file = await killed(scenario.bytes, n, "after", () => scenario.run());
    if (!file) break;
    ends.add(await check(file, expected));
  }
  expect([...ends].sort()).toEqual(["back", "finished", "whole"]);
});
