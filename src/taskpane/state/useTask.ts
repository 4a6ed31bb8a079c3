import { useRef, useState } from "react";

import type { ActionProgress } from "../../actions/progress";
import { type FailureData, failureData } from "../../failure";

/** One thing the user asked for that takes a moment, other than writing segments. */
export interface Task<Name extends string> {
  /** Which one is under way, or null. */
  readonly running: Name | null;
  readonly progress: ActionProgress | null;
  readonly failure: FailureData | null;
  /** Starts one, unless another is under way; true if it ended well. */
  readonly start: (
    name: Name,
    act: (onProgress: (progress: ActionProgress) => void) => Promise<void>,
  ) => Promise<boolean>;
}

/** Keeps such tasks one at a time, and their failure until the next one starts. */
export function useTask<Name extends string>(): Task<Name> {
  const [running, setRunning] = useState<Name | null>(null);
  const [progress, setProgress] = useState<ActionProgress | null>(null);
  const [failure, setFailure] = useState<FailureData | null>(null);
  const busy = useRef(false);

  async function start(
    name: Name,
    act: (onProgress: (progress: ActionProgress) => void) => Promise<void>,
  ): Promise<boolean> {
    if (busy.current) return false;
    busy.current = true;
    setRunning(name);
    setProgress(null);
    setFailure(null);
    try {
      await act(setProgress);
      return true;
    } catch (error) {
      setFailure(failureData(error));
      return false;
    } finally {
      busy.current = false;
      setRunning(null);
    }
  }

  return { running, progress, failure, start };
}
