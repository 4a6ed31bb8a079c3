import { errorsAtEvery, type Scenario } from "./everyRequest";
import { firstRun, secondRun } from "./scenarios";
import { everyOne } from "./sweep";

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
    async (...strike) => {
      await errorsAtEvery(scenario, everyOne, strike);
    },
  );
});
