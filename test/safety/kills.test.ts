import { finishRun } from "../../src/actions/finishRun";
import { readState } from "../../src/actions/readState";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { answerWithin } from "../../src/workbook/inExcel";
import { firstRun, secondRun, type Scenario } from "./scenarios";
import { openTrial, reopened } from "./trial";

jest.setTimeout(900_000);

beforeAll(() => answerWithin(3_000));
afterAll(() => answerWithin(60_000));

/** The file as it is saved when the process dies at the n-th request of some work that changes something; null if it never got there. */
async function killed(
  bytes: Uint8Array,
  n: number,
  when: "half" | "after",
  work: () => Promise<unknown>,
): Promise<Uint8Array | null> {
  const trial = await openTrial(bytes);
  trial.arm(n, { when, then: "silence" }, when === "half" ? 2 : 1);
  const ended = work().then(
    () => true,
    () => true,
  );
  const struck = await Promise.race([ended.then(() => false), trial.strike]);
  return struck ? trial.save() : null;
}

/** Opens a file, does what a person chooses, and looks at the workbook as it is saved then. */
async function after(bytes: Uint8Array, choose: () => Promise<unknown>): Promise<unknown> {
  const trial = await openTrial(bytes);
  await choose();
  expect((await readState()).unfinished).toBeNull();
  return reopened(trial.save());
}

interface Expected {
  readonly old: unknown;
  readonly new: unknown;
  readonly run: () => Promise<unknown>;
}

/** A file that was left behind is whole, or says so and can be made the new and the old one. */
async function check(file: Uint8Array, expected: Expected): Promise<"whole" | "finished" | "back"> {
  const trial = await openTrial(file);
  const { unfinished } = await readState();
  if (unfinished === null) {
    const book = await trial.look();
    expect([expected.old, expected.new]).toContainEqual({ ...book, hiddenSheets: [] });
    if (book.hiddenSheets.length > 0) {
      // Killed between closing the journal and deleting the staging sheet: the next run takes it away.
      expect(book.hiddenSheets).toEqual(["_tierbook_staging"]);
      await expected.run();
      expect((await trial.look()).hiddenSheets).toEqual([]);
    }
    return "whole";
  }
  expect(await after(file, () => rollBackRun())).toEqual(expected.old);
  if (!unfinished.canFinish) return "back";
  expect(await after(file, () => finishRun())).toEqual(expected.new);
  return "finished";
}

describe.each([
  ["a first run", firstRun],
  ["a second run", secondRun],
] as const)("a process killed during %s", (_name, make) => {
  let scenario: Scenario;
  let expected: Expected;
  /** Files of killed runs that can be finished. */
  const files: Uint8Array[] = [];
  beforeAll(async () => {
    scenario = await make();
    expected = { old: await reopened(scenario.bytes), new: await reopened(scenario.after), run: scenario.run };
  });

  test.each(["half", "after"] as const)(
    "leaves a file that is whole or can be finished and rolled back: %s",
    async (when) => {
      const ends: Record<string, number> = {};
      for (let n = 0; ; n++) {
        const file = await killed(scenario.bytes, n, when, () => scenario.run());
        if (!file) break;
        const end = await check(file, expected);
        if (end === "finished") files.push(file);
        ends[end] = (ends[end] ?? 0) + 1;
      }
      expect(Object.keys(ends).sort()).toEqual(expect.arrayContaining(["back", "finished"]));
    },
  );

  test.each([
    ["finishing", () => finishRun()],
    ["rolling back", () => rollBackRun()],
  ] as const)("may be killed again while %s", async (_what, work) => {
    // A file whose labels stand in the table already, and whose sheets are being written.
    const file = files.at(-4)!;
    for (let n = 0; ; n++) {
      const again = await killed(file, n, "after", work);
      if (!again) break;
      await check(again, expected);
    }
  });
});
