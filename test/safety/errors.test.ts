import { failureData } from "../../src/failure";
import { firstRun, secondRun, type Scenario } from "./scenarios";
import { openTrial } from "./trial";

/** Requests that change nothing need one kind of error only, and half a batch needs two changes. */
const kinds = [
  ["before", 0],
  ["half", 2],
  ["after", 1],
] as const;

jest.setTimeout(900_000);

describe.each([
  ["a first run", firstRun],
  ["a second run", secondRun],
] as const)("an error of Excel during %s", (_name, make) => {
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await make();
  });

  test.each(kinds)(
    "leaves the old or the new workbook and says which, at every request: %s its changes",
    async (when, changes) => {
      const ends = new Set<string>();
      for (let n = 0; ; n++) {
        const trial = await openTrial(scenario.bytes);
        trial.arm(n, { when, then: "error" }, changes);
        const end = await scenario.run().then(
          () => "done",
          (error: unknown) => failureData(error).code,
        );
        const struck = trial.struck;
        const expected = end === "done" ? scenario.new : scenario.old;
        expect({ n, end, book: await trial.look() }).toEqual({ n, end, book: expected });
        expect(trial.host.missing).toEqual([]);
        if (!struck) break;
        ends.add(end);
      }
      expect([...ends].sort()).toEqual(["done", "rolled-back"]);
    },
  );
});
