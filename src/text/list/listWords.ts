import type { Language } from "../language";
import { listEn } from "./listEn";
import { listZh } from "./listZh";

const words: Readonly<Record<Language, typeof listEn>> = { en: listEn, zh: listZh };

/** The words for lists that become tables, apart from others because they travel with the part that speaks them. */
export function listWords(language: Language): typeof listEn {
  return words[language];
}
