import type { Language } from "./language";
import { type FactsWords, factsEn } from "./sheet/factsEn";
import { factsZh } from "./sheet/factsZh";

const words: Readonly<Record<Language, FactsWords>> = { en: factsEn, zh: factsZh };

/** The words for what a plan goes by beside the tables of the Policy sheet, in one language. */
export function factsWords(language: Language): FactsWords {
  return words[language];
}
