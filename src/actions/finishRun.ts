import type { ActionOptions } from "./progress";
import type { RunRecord } from "./readState";

/** Finishes the unfinished run from what it kept in the workbook. May be interrupted and called again. */
export function finishRun(options?: ActionOptions): Promise<RunRecord> {
  throw new Error(`finishRun is being written: ${String(options)}`);
}
