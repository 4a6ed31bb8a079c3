import type { Language } from "../language";
import { listPaneEn } from "./listPaneEn";
import { listPaneZh } from "./listPaneZh";

const words: Readonly<Record<Language, typeof listPaneEn>> = { en: listPaneEn, zh: listPaneZh };

/** The pane's words for lists that are no tables yet; they travel with the part that speaks them. */
export function listPaneWords(language: Language): typeof listPaneEn {
  return words[language];
}
