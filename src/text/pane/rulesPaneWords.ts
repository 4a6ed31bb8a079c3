import type { Language } from "../language";
import { rulesEn } from "./rulesEn";
import { rulesZh } from "./rulesZh";

const words: Readonly<Record<Language, typeof rulesEn>> = { en: rulesEn, zh: rulesZh };

/** The words for ordered rules, apart from the pane's others because they travel with the part that speaks them. */
export function rulesPaneWords(language: Language): typeof rulesEn {
  return words[language];
}
