import type { Language } from "./language";
import { sheetEn, type SheetWords } from "./sheet/en";
import { sheetZh } from "./sheet/zh";

const words: Readonly<Record<Language, SheetWords>> = { en: sheetEn, zh: sheetZh };

/** The words that go into sheets: the label of rows without a tier, headers, sentences. */
export function sheetWords(language: Language): SheetWords {
  return words[language];
}
