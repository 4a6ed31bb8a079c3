import { failureData } from "../../src/failure";
import { check, killed } from "./killed";
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
 * @returns the ways in which disturbed work ended, in the order of the alphabet
 */
export async function errorsAtEvery(
  { bytes, run, old, new: whole }: Scenario,
  [when, changes]: readonly ["before" | "half" | "after", number] = afterOne,
): Promise<string[]> {
  const ends = new Set<string>();
  for (let n = 0; ; n++) {
    const trial = await openTrial(bytes);
    trial.arm(n, { when, then: "error" }, changes);
    const end = await run().then(
      () => "done",
      (error: unknown) => failureData(error).code,
    );
    const { struck } = trial;
    expect({ n, end, book: await trial.look() }).toEqual({ n, end, book: end === "done" ? whole : old });
    expect(trial.host.missing).toEqual([]);
    if (!struck) return [...ends].sort();
    ends.add(end);
  }
}

/**
 * Kills the process at each request in turn, and expects a file that is whole, or can be made the old and the new one.
 *
 * @returns the ways in which it can be made so, in the order of the alphabet, and the files that can be finished
 */
export async function killsAtEvery(
  { bytes, run, after }: Scenario,
  when: "half" | "after" = "after",
): Promise<{ readonly ends: string[]; readonly finishable: readonly Uint8Array[] }> {
  const expected = { old: await reopened(bytes), new: await reopened(after), run };
  const ends = new Set<string>();
  const finishable: Uint8Array[] = [];
  for (let n = 0; ; n++) {
    const file = await killed(bytes, n, when, () => run());
    if (!file) return { ends: [...ends].sort(), finishable };
    const end = await check(file, expected);
    if (end === "finished") finishable.push(file);
    ends.add(end);
  }
}
