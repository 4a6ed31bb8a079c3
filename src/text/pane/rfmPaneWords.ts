import type { Language } from "../language";
import { rfmEn } from "./rfmEn";
import { rfmZh } from "./rfmZh";

const words: Readonly<Record<Language, typeof rfmEn>> = { en: rfmEn, zh: rfmZh };

/** The words of RFM, apart from the pane's others because they travel with the part that speaks them. */
export function rfmPaneWords(language: Language): typeof rfmEn {
  return words[language];
}
