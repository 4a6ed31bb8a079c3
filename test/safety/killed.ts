import type { Moment } from "../../src/host/host";
import { finishRun } from "../../src/actions/finishRun";
import { readState } from "../../src/actions/readState";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { holdersAnswerWithin } from "../../src/workbook/lease";
import { expectSame } from "./snapshot";
import { openTrial, reopened } from "./trial";

/**
 * The files that the process leaves behind if it dies in the middle or at the end of each request of some work that
 * changes something, in turn. The work itself goes on: what had been done until then is the same.
 */
export async function leftBehind(bytes: Uint8Array, when: Moment, work: () => Promise<unknown>): Promise<Uint8Array[]> {
  const trial = await openTrial(bytes);
  const files: Uint8Array[] = [];
  trial.watch((moment, changes) => {
    // Half of one change is none of it, or all.
    if (moment === when && (when === "after" || changes > 1)) files.push(trial.save());
  });
  await work();
  return files;
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
  // Whoever wrote is dead and gives no sign of life; that one is waited for is a matter of the tests of two panes.
  holdersAnswerWithin(0);
  try {
    return await checked(file, expected);
  } finally {
    holdersAnswerWithin(500);
  }
}

async function checked(file: Uint8Array, expected: Expected): Promise<"whole" | "finished" | "back"> {
  const trial = await openTrial(file);
  const { unfinished } = await readState();
  if (unfinished === null) {
    const book = await trial.look();
    expectSame({ ...book, hiddenSheets: [] }, expected.old, expected.new);
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
  expectSame(await after(file, () => rollBackRun()), back);
  if (!unfinished.canFinish) return "back";
  expectSame(await after(file, () => finishRun()), expected.new);
  return "finished";
}
