import type { ActionOptions } from "./progress";
import type { RunRecord } from "./readState";

/** Puts the workbook back to what it was before the unfinished run. May be interrupted and called again. */
export function rollBackRun(options?: Omit<ActionOptions, "signal">): Promise<RunRecord> {
  throw new Error(`rollBackRun is being written: ${String(options)}`);
}
