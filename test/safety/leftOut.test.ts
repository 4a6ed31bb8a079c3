import { failureData } from "../../src/failure";
import { leftOutRun } from "./scenarios";
import { openTrial } from "./trial";

jest.setTimeout(600_000);

test("an error while blocks and charts go leaves the old or the new workbook, at every request that changes it", async () => {
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
