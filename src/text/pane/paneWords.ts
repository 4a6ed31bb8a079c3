import type { Language } from "../language";
import { en } from "./en";
import { zh } from "./zh";

/** Every word of the pane; the shape is that of the English words, so that a gap in Chinese does not compile. */
export type PaneWords = typeof en;

const words: Readonly<Record<Language, PaneWords>> = { en, zh };

/** The pane's words in one language. */
export function paneWords(language: Language): PaneWords {
  return words[language];
}
