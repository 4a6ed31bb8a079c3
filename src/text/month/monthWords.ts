import type { Language } from "../language";
import { monthEn, type MonthWords } from "./monthEn";
import { monthZh } from "./monthZh";

const words: Readonly<Record<Language, MonthWords>> = { en: monthEn, zh: monthZh };

/** The words for a new month, apart from the pane's others because they travel with the part that speaks them. */
export function monthWords(language: Language): MonthWords {
  return words[language];
}
