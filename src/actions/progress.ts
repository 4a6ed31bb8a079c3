/** What an action is doing now, in the order of a run. The words are in `text/`. */
export type ActionStage =
  | "reading"
  | "computing"
  | "checking"
  | "staging"
  | "committing"
  | "verifying"
  | "sheets"
  | "saving"
  | "rolling-back"
  | "behind";

/** What Excel is told of whoever waits for an action, and a way to tell them where it stands. */
export interface Telling {
  readonly signal: AbortSignal | undefined;
  readonly tell: (progress: ActionProgress) => void;
  readonly onBehind: (behind: boolean) => void;
}

/** Tells as well that an action waits for its workbook to come to the front, and, once it goes on, again where it stood. */
export function tellingBehind({
  signal,
  onProgress,
}: {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ActionOptions["onProgress"] | undefined;
}): Telling {
  let last: ActionProgress | null = null;
  return {
    signal,
    tell: (progress) => {
      last = progress;
      onProgress?.(progress);
    },
    onBehind: (behind) => {
      if (behind) onProgress?.({ stage: "behind", done: 0, total: 1 });
      else if (last) onProgress?.(last);
    },
  };
}

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
