import { failureData } from "../../src/failure";
import { firstRun, secondRun, type Scenario } from "./scenarios";
import { openTrial } from "./trial";

const kinds = ["before", "half", "after"] as const;

jest.setTimeout(600_000);

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
    async (when) => {
      const ends: Record<string, number> = {};
      for (let n = 0; n < scenario.requests; n++) {
        const trial = await openTrial(scenario.bytes);
        trial.arm(n, { when, then: "error" });
        const end = await scenario.run().then(
          () => "done",
          (error: unknown) => failureData(error).code,
        );
        const expected = end === "done" ? scenario.new : scenario.old;
        expect({ n, end, book: await trial.look() }).toEqual({ n, end, book: expected });
        ends[end] = (ends[end] ?? 0) + 1;
        expect(trial.host.missing).toEqual([]);
      }
      expect(Object.keys(ends).sort()).toEqual(["done", "rolled-back"]);
    },
  );
});
