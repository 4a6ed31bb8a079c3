import { finishRun } from "../../src/actions/finishRun";
import { readState } from "../../src/actions/readState";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { openTrial, reopened } from "./trial";

/** The file as it is saved when the process dies at the n-th request of some work that changes something; null if it never got there. */
export async function killed(
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

/** What a file may be made into, and what it was on its way to. */
export interface Expected {
  readonly old: unknown;
  readonly new: unknown;
  readonly run: () => Promise<unknown>;
}

/** A file that was left behind is whole, or says so and can be made the new and the old one. */
export async function check(file: Uint8Array, expected: Expected): Promise<"whole" | "finished" | "back"> {
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
  // What is only being tidied up is finished, whichever way a person chooses.
  const back = unfinished.canRollBack ? expected.old : expected.new;
  expect(await after(file, () => rollBackRun())).toEqual(back);
  if (!unfinished.canFinish) return "back";
  expect(await after(file, () => finishRun())).toEqual(expected.new);
  return "finished";
}
