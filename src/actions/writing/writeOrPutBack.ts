import { Failure } from "../../failure";
import { failureOfOffice, inExcel, type Session } from "../../workbook/inExcel";
import { isLeaseLost, newLease } from "../../workbook/lease";
import type { MissingLook } from "../../workbook/looks";
import type { Head } from "../../workbook/store";
import { tellingBehind, type ActionOptions } from "../progress";
import type { PreparedRun } from "./prepareRun";
import { recover, rolledBack } from "./recover";
import { heldBy } from "./underLease";
import { beginRun, finishStaged, stageRun } from "./writeRun";

/**
 * Reads and decides what is to be written.
 *
 * @throws {Failure} what refuses it; `rolled-back` where Excel failed in a way that nobody foresaw: nothing is written yet,
 *   and whoever reads the message should know
 */
export async function preparing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "unexpected") throw error;
    throw rolledBack(error);
  }
}

/** `preparing` in Excel, telling whoever waits that the workbook has to come to the front. */
export function preparingIn<T>(
  subject: string,
  options: ActionOptions,
  prepare: (session: Session) => Promise<T>,
): Promise<T> {
  return preparing(() => inExcel(subject, prepare, tellingBehind(options)));
}

/**
 * Writes a prepared run: all of it, or nothing.
 *
 * @returns the looks that Excel refused
 * @throws {Failure} `being-written` where somebody else writes; else as `recover`
 */
export async function writeOrPutBack(run: PreparedRun, options: ActionOptions): Promise<readonly MissingLook[]> {
  const telling = tellingBehind(options);
  const { signal, tell, onBehind } = telling;
  const lease = newLease(run.journal.kind, run.journal.record.person);
  let head: Head | null = null;
  const reached = (next: Head): Head => (head = next);
  try {
    const { missing } = await inExcel(
      run.facts.name,
      async (session) => {
        const held = await heldBy(session, lease);
        const staged = await stageRun(held, run, reached(await beginRun(held, run)), tell);
        reached(staged.head);
        return finishStaged(held, { ...staged, reached }, tell);
      },
      { signal, onBehind, undoAsOne: true },
    );
    return missing;
  } catch (error) {
    const failure = failureOfOffice(error, run.facts.name);
    // Nothing is written before the lease is there.
    if (failure.code === "being-written" && !isLeaseLost(failure)) throw failure;
    await recover({ run, head }, lease, failure, telling);
    return [];
  }
}
