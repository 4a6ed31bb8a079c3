import type { Steps } from "../../../src/table/raw/steps";

/** Does work in one go that may be interrupted. */
export function atOnce<T>(work: Steps<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
