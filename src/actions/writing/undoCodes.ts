import { firstCode } from "../../engine/keptLabels";

/** What a column held at each of some marks: indexes into different texts, or their number for what did not change. */
export interface UndoCodes {
  readonly texts: readonly string[];
  readonly codes: string;
  /** True for codes of two characters each, which a column of many different numbers takes. */
  readonly wide?: true | undefined;
}

/** Codes that one character tells apart. */
const base = 10_000;

/** The most different texts that codes tell apart. */
export const mostUndoTexts = base * base - 1;

/** @param indexes - per mark the index of its text; null for one that did not change */
export function undoCodes(texts: readonly string[], indexes: readonly (number | null)[]): UndoCodes {
  const wide = texts.length >= base;
  const character = (digit: number): string => String.fromCharCode(firstCode + digit);
  const codes = indexes.map((index) => {
    const code = index ?? texts.length;
    return wide ? character(Math.floor(code / base)) + character(code % base) : character(code);
  });
  return { texts, codes: codes.join(""), ...(wide ? { wide } : {}) };
}

/** The text at a mark by its place; null for one that did not change, and for no place. */
export function undoneText({ texts, codes, wide }: UndoCodes, at: number | undefined): string | null {
  if (at === undefined) return null;
  const digit = (place: number): number => codes.charCodeAt(place) - firstCode;
  return texts[wide ? digit(2 * at) * base + digit(2 * at + 1) : digit(at)] ?? null;
}

/** True if there is one code per mark, and every one of them names a text or none. */
export function areUndoCodes({ texts, codes, wide }: UndoCodes, marks: number): boolean {
  const width = wide ? 2 : 1;
  if (codes.length !== marks * width) return false;
  const digit = (place: number): number => codes.charCodeAt(place) - firstCode;
  for (let i = 0; i < codes.length; i += width) {
    const code = wide ? digit(i) * base + digit(i + 1) : digit(i);
    if (digit(i) < 0 || code < 0 || code > texts.length) return false;
  }
  return true;
}
