import type { Engine } from "../engine/engine";
import type { Outcome } from "../engine/outcome";
import type { Plan } from "../plan/plan";
import type { ActionOptions } from "./progress";
import type { RunRecord } from "./readState";

export interface RunOptions extends ActionOptions {
  /** The moment of the run, for the run log. */
  readonly now: Date;
  /** Who runs it, as typed; empty if not stated. */
  readonly person: string;
}

/** A label column as it was written. */
export interface WrittenColumn {
  readonly segmentation: string;
  readonly name: string;
  /** True where a column of the user's own has the wanted name, so that ours got a number: "ABC (2)". */
  readonly renamed: boolean;
}

export interface RunResult {
  readonly record: RunRecord;
  readonly outcome: Outcome;
  /** The plan as stored. */
  readonly plan: Plan;
  readonly columns: readonly WrittenColumn[];
  /** Sheets of Tierbook's own as they are named now. */
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
}

/**
 * Runs a plan and writes its labels and sheets: all of it, or nothing.
 *
 * @throws {Failure} a refusal before anything is written; `cancelled` or `rolled-back` when the workbook is as it was
 *   before (the reason is in `detail.reason`); `rollback-failed` when it is not, naming the columns not to be trusted;
 *   `no-answer` when Excel stopped answering, so that the next opening finds the run unfinished
 */
export function runPlan(plan: Plan, engine: Engine, options: RunOptions): Promise<RunResult> {
  throw new Error(`runPlan is being written: ${plan.keyColumn} ${String(engine)} ${String(options)}`);
}
