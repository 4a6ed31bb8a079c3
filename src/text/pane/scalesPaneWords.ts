import type { Language } from "../language";
import { scalesPaneEn } from "./scalesPaneEn";
import { scalesPaneZh } from "./scalesPaneZh";

const words: Readonly<Record<Language, typeof scalesPaneEn>> = { en: scalesPaneEn, zh: scalesPaneZh };

/** The words for scales, apart from the pane's others because they travel with the part that speaks them. */
export function scalesPaneWords(language: Language): typeof scalesPaneEn {
  return words[language];
}
