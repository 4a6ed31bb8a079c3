import { useEffect, useEffectEvent, useState } from "react";

import { type FailureData, failureData } from "../../failure";

/** Something read or computed in the background, and where that stands. */
export interface Loaded<T> {
  /** The newest result; while a newer one is under way, still the one before. */
  readonly value: T | null;
  readonly failure: FailureData | null;
  readonly busy: boolean;
  /** Loads once more, for the same subject. */
  readonly reload: () => void;
}

/** What to load: `subject` and `version` together name a request, and null in either asks for nothing. */
export interface Wanted<T> {
  /** A result stays on view while the version changes, never when the subject does. */
  readonly subject: string | null;
  readonly version?: string | null;
  /** Milliseconds to wait for a newer request before this one starts. */
  readonly delay?: number;
  /** `again` counts the calls of `reload`. */
  readonly load: (signal: AbortSignal, again: number) => Promise<T>;
}

interface Settled<T> {
  readonly request: string | null;
  readonly subject: string | null;
  readonly value: T | null;
  readonly failure: FailureData | null;
}

/** Loads in the background, drops results that a newer request has overtaken, and keeps the last good one on view. */
export function useLoaded<T>({ subject, version = "", delay = 0, load }: Wanted<T>): Loaded<T> {
  const [again, setAgain] = useState(0);
  const [settled, setSettled] = useState<Settled<T>>({ request: null, subject: null, value: null, failure: null });
  const request = subject === null || version === null ? null : JSON.stringify([again, subject, version]);
  const start = useEffectEvent(load);

  useEffect(() => {
    if (request === null) return undefined;
    const stop = new AbortController();
    const settle = (value: T | null, failure: FailureData | null): void => {
      if (stop.signal.aborted) return;
      setSettled((last) => ({
        request,
        subject,
        // A failed request must not leave an older result standing as if it were the answer.
        value: value ?? (failure === null && last.subject === subject ? last.value : null),
        failure,
      }));
    };
    const timer = setTimeout(() => {
      start(stop.signal, again).then(
        (value) => settle(value, null),
        (error: unknown) => settle(null, failureData(error)),
      );
    }, delay);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [request, subject, again, delay]);

  const known = subject !== null && settled.subject === subject;
  const busy = request !== null && settled.request !== request;
  return {
    value: known ? settled.value : null,
    failure: known && request !== null && !busy ? settled.failure : null,
    busy,
    reload: () => setAgain((count) => count + 1),
  };
}
