import { failureOfOffice, inExcel } from "../../workbook/inExcel";
import { isLeaseLost, newLease } from "../../workbook/lease";
import type { MissingLook } from "../../workbook/looks";
import type { Head } from "../../workbook/store";
import type { ActionOptions } from "../progress";
import type { PreparedRun } from "./prepareRun";
import { recover } from "./recover";
import { heldBy } from "./underLease";
import { beginRun, finishStaged, stageRun } from "./writeRun";

/**
 * Writes a prepared run: all of it, or nothing.
 *
 * @returns the looks that Excel refused
 * @throws {Failure} `being-written` where somebody else writes; else as `recover`
 */
export async function writeOrPutBack(
  run: PreparedRun,
  { signal, onProgress }: ActionOptions,
): Promise<readonly MissingLook[]> {
  const tell = onProgress ?? (() => undefined);
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
      { signal, undoAsOne: true },
    );
    return missing;
  } catch (error) {
    const failure = failureOfOffice(error, run.facts.name);
    // Nothing is written before the lease is there.
    if (failure.code === "being-written" && !isLeaseLost(failure)) throw failure;
    await recover({ run, head }, lease, failure, tell);
    return [];
  }
}
