import type { FailureData } from "../failure";
import { failuresEn } from "./failure/en";
import { type FailuresWords, type FailureText, tellFailure } from "./failure/tellFailure";
import { failuresZh } from "./failure/zh";
import type { Language } from "./language";

const words: Readonly<Record<Language, FailuresWords>> = { en: failuresEn, zh: failuresZh };

/** A failure as the user reads it, where both languages are at hand. */
export function failureText(language: Language, failure: FailureData): FailureText {
  return tellFailure(language, words[language], failure);
}
