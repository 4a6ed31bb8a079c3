import type { FailureData } from "../failure";
import type { Plan } from "../plan/plan";

/** How a run ended. "incomplete": rolling back failed and the named columns are not to be trusted. */
export type RunStatus = "complete" | "rolled-back" | "unfinished" | "incomplete";

/** One run, as the run log keeps it. */
export interface RunRecord {
  readonly id: string;
  /** When it began, ISO 8601 in UTC. */
  readonly at: string;
  readonly person: string;
  readonly status: RunStatus;
  readonly table: string;
  readonly rows: number;
  /** Per segmentation: rows that got a tier, and rows that got none. */
  readonly segmentations: readonly {
    readonly id: string;
    readonly name: string;
    readonly classified: number;
    readonly notClassified: number;
  }[];
  /** SHA-256 of the column names, the number of rows and the keys in order, in hexadecimal. */
  readonly fingerprint: string;
}

/** A run that neither ended nor was put back: the pane was closed, or Excel stopped, on the way. */
export interface UnfinishedRun {
  readonly id: string;
  readonly at: string;
  readonly person: string;
  readonly table: string;
  readonly rows: number;
  readonly labelColumns: readonly string[];
  /** False where the labels had not been kept yet: then only rolling back is offered. */
  readonly canFinish: boolean;
}

export interface WorkbookState {
  readonly plan: Plan | null;
  /** Why the stored plan cannot be used: broken, hostile or too new. */
  readonly planProblem: FailureData | null;
  /** True if the plan came from the backup because the stored sheet was gone or damaged. */
  readonly planRestored: boolean;
  readonly unfinished: UnfinishedRun | null;
  readonly lastRun: RunRecord | null;
  readonly readOnly: boolean;
  /** Sheets of Tierbook's own as they are named now. */
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
}

/** What the workbook says about Tierbook's earlier work. Reads only; nothing stored is run or written. */
export function readState(): Promise<WorkbookState> {
  throw new Error("readState is being written");
}
