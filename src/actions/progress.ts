/** What an action is doing now, in the order of a run. The words are in `text/`. */
export type ActionStage =
  "reading" | "computing" | "checking" | "staging" | "committing" | "verifying" | "sheets" | "saving" | "rolling-back";

/** Where an action stands: `done` of `total` steps of this stage. */
export interface ActionProgress {
  readonly stage: ActionStage;
  readonly done: number;
  readonly total: number;
}

/** What every longer action takes: a way to stop it and a way to watch it. */
export interface ActionOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ActionProgress) => void;
}
