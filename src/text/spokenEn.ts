import { failuresEn } from "./failure/en";
import { en } from "./pane/en";
import type { Spoken } from "./spoken";

/** What the pane speaks in English. */
export const spokenEn: Spoken = { words: en, failures: failuresEn };
