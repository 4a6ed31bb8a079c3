import type { Plan } from "../plan/plan";
import type { CustomerTable } from "../table/customerTable";
import type { Outcome } from "./outcome";

/** Where a computation stands: `done` of `total` segmentations, and the name of the one being computed. */
export interface EngineProgress {
  readonly done: number;
  readonly total: number;
  readonly segmentation: string;
}

/** The part of an `AbortSignal` that an engine needs; this layer knows no browser types. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

export interface EngineOptions {
  readonly signal?: StopSignal;
  readonly onProgress?: (progress: EngineProgress) => void;
}

/**
 * Computes what a plan makes of a table. Same plan and table, same outcome, wherever it runs.
 *
 * Rejects with a `Failure`: what the plan or the table is at fault for, `cancelled` when the signal was raised, and
 * `engine-stopped` when the place it runs in died.
 */
export interface Engine {
  run(plan: Plan, table: CustomerTable, options?: EngineOptions): Promise<Outcome>;
}
