import { failureData } from "../../src/failure";
import { check, leftBehind } from "./killed";
import { expectSame } from "./snapshot";
import { expectEnds, type Sweep } from "./sweep";
import { openTrial, reopened } from "./trial";

/** Some work over a file, to be disturbed. */
export interface Scenario {
  readonly bytes: Uint8Array;
  readonly run: (signal?: AbortSignal) => Promise<unknown>;
  /** The workbook before and after undisturbed work. */
  readonly old: unknown;
  readonly new: unknown;
  /** The file that undisturbed work leaves. */
  readonly after: Uint8Array;
}

/** Work over a file, with what it comes to when nothing disturbs it. */
export async function undisturbed(bytes: Uint8Array, run: Scenario["run"]): Promise<Scenario> {
  const trial = await openTrial(bytes);
  const old = await trial.look();
  await run();
  return { bytes, run, old, new: await trial.look(), after: trial.save() };
}

/** Where an error strikes a request, and the least number of changes in it. */
const afterOne = ["after", 1] as const;

/**
 * Lets Excel fail at each request in turn, and expects the old workbook, or the new one where the work says it is done.
 *
 * @param wanted - the ways in which it ends, all of them where every request is disturbed; null for any
 * @returns the ways in which it ended, in the order of the alphabet
 */
export async function errorsAtEvery(
  { bytes, run, old, new: whole }: Scenario,
  sweep: Sweep,
  [when, changes]: readonly ["before" | "half" | "after", number] = afterOne,
  wanted: readonly string[] | null = ["done", "rolled-back"],
): Promise<string[]> {
  const ends = new Set<string>();
  for (let n = sweep.first; ; n += sweep.step) {
    const trial = await openTrial(bytes);
    trial.arm(n, { when, then: "error" }, changes);
    const end = await run().then(
      () => "done",
      (error: unknown) => failureData(error).code,
    );
    const { struck } = trial;
    expectSame({ n, end, book: await trial.look() }, { n, end, book: end === "done" ? whole : old });
    expect(trial.host.missing).toEqual([]);
    if (!struck) break;
    ends.add(end);
  }
  const met = [...ends].sort();
  if (wanted) expectEnds(met, wanted, sweep);
  return met;
}

/**
 * Lets the process die at each request that changes something, and expects a file that is whole, or can be made the old and the new one.
 *
 * Some files can be rolled back only and some can be finished too, and there are both where every request is tried.
 *
 * @returns the files that can be finished
 */
export async function killsAtEvery(
  { bytes, run, after }: Scenario,
  sweep: Sweep,
  when: "half" | "after" = "after",
): Promise<readonly Uint8Array[]> {
  const expected = { old: await reopened(bytes), new: await reopened(after), run };
  const ends = new Set<string>();
  const finishable: Uint8Array[] = [];
  for (const [n, file] of (await leftBehind(bytes, when, run)).entries()) {
    if (n % sweep.step !== sweep.first) continue;
    const end = await check(file, expected);
    if (end === "finished") finishable.push(file);
    ends.add(end);
  }
  expectEnds([...ends].filter((end) => end !== "whole").sort(), ["back", "finished"], sweep);
  return finishable;
}
