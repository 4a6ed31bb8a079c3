import { failuresZh } from "./failure/zh";
import { zh } from "./pane/zh";
import type { Spoken } from "./spoken";

/** What the pane speaks in Chinese. */
export const spokenZh: Spoken = { words: zh, failures: failuresZh };
