import type { FailureCode, FailureData } from "../../failure";
import type { Language } from "../language";

/** A failure in a reader's words. */
export interface FailureText {
  /** What happened, in one sentence. */
  readonly what: string;
  /** Where, as the workbook names it; null if it is nowhere in particular. */
  readonly where: string | null;
  /** What to do next. */
  readonly next: string;
}

/** What happened, and what to do next, for one code. */
export type FailureWords = (failure: FailureData) => readonly [what: string, next: string];

/** The words of one language for every failure. */
export type FailuresWords = Readonly<Record<FailureCode, FailureWords>>;

/** A failure as the user reads it: never a stack, never a developer's message. */
export function tellFailure(language: Language, words: FailuresWords, failure: FailureData): FailureText {
  const [what, next] = words[failure.code](failure);
  const where = failure.subject ?? null;
  const reason = failure.code === "rolled-back" ? reasonOf(failure, words) : null;
  if (reason === null) return { what, where, next };
  const [why, remedy] = words[reason](failure);
  return { what: joined(language, why, what), where, next: remedy };
}

/** Why a run was rolled back, where that is something the user can do something about. */
function reasonOf({ detail }: FailureData, words: FailuresWords): FailureCode | null {
  const reason = detail?.["reason"];
  const known = typeof reason === "string" && reason !== "unexpected" && Object.hasOwn(words, reason);
  return known ? (reason as FailureCode) : null;
}

function joined(language: Language, ...sentences: readonly string[]): string {
  return sentences.join(language === "zh" ? "" : " ");
}
