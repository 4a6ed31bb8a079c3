import type { FailuresWords } from "./failure/tellFailure";
import type { PaneWords } from "./pane/paneWords";

/** All that the pane speaks from its opening on, in one language: it travels in a file of its own. */
export interface Spoken {
  readonly words: PaneWords;
  readonly failures: FailuresWords;
}
