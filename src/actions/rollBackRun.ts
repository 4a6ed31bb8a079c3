import { Failure } from "../failure";
import { inExcel } from "../workbook/inExcel";
import { tellingBehind, type ActionOptions } from "./progress";
import type { RunRecord } from "./readState";
import { putBack } from "./writing/putBack";
import { underLease } from "./writing/underLease";

/**
 * Puts the workbook back to what it was before the unfinished run. May be interrupted and called again.
 *
 * @returns the run as the run log keeps it; null if it had been stopped before it wrote anything
 * @throws {Failure} `being-written` while whoever runs it is there; `rollback-failed`, naming what is not to be trusted
 */
export function rollBackRun({ onProgress }: Omit<ActionOptions, "signal"> = {}): Promise<RunRecord | null> {
  const { tell, onBehind } = tellingBehind({ onProgress });
  tell({ stage: "rolling-back", done: 0, total: 1 });
  return inExcel(
    "workbook",
    async (session) => {
      session.workbook.load("readOnly");
      await session.sync();
      if (session.workbook.readOnly) throw new Failure("workbook-read-only", "workbook is open read-only");
      return (await underLease(session, "roll-back", "", (held) => putBack(held, null))).record;
    },
    { onBehind },
  );
}
