import { finishRun } from "../../src/actions/finishRun";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { killsAtEvery, type Scenario } from "./everyRequest";
import { check, leftBehind } from "./killed";
import { firstRun, secondRun } from "./scenarios";
import { everyOne } from "./sweep";
import { reopened } from "./trial";

jest.setTimeout(900_000);

describe.each([
  ["a first run", firstRun],
  ["a second run", secondRun],
] as const)("a process killed during %s", (_name, make) => {
  let scenario: Scenario;
  /** Files of killed runs that can be finished. */
  const files: Uint8Array[] = [];
  beforeAll(async () => {
    scenario = await make();
  });

  test.each(["half", "after"] as const)(
    "leaves a file that is whole or can be finished and rolled back: %s",
    async (when) => {
      files.push(...(await killsAtEvery(scenario, everyOne, when)));
    },
  );

  test.each([
    ["finishing", () => finishRun()],
    ["rolling back", () => rollBackRun()],
  ] as const)("may be killed again while %s", async (_what, work) => {
    // A file whose labels stand in the table already, and whose sheets are being written.
    const file = files.at(-4)!;
    const expected = { old: await reopened(scenario.bytes), new: await reopened(scenario.after), run: scenario.run };
    for (const again of await leftBehind(file, "after", work)) await check(again, expected);
  });
});
