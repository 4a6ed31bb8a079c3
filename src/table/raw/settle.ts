import type { Steps } from "./steps";

/** What each choice would read of some texts. */
export interface Settled<T extends string> {
  /** The choice that reads all of them, where every choice that does gives the same; null where they leave it open. */
  readonly only: T | null;
  readonly reads: Readonly<Record<T, number>>;
}

/**
 * Whether texts themselves say which of several choices they are written by: 261,96 has a comma before its decimals, and
 * 01/15/2020 no month 15. Yields once a text.
 */
export function* settle<T extends string>(
  choices: readonly T[],
  texts: readonly string[],
  read: (text: string, choice: T) => number | null,
): Steps<Settled<T>> {
  const reads = Object.fromEntries(choices.map((choice) => [choice, 0])) as Record<T, number>;
  const differ = new Set<string>();
  for (const text of texts) {
    yield;
    const values = choices.map((choice) => read(text, choice));
    values.forEach((value, i) => {
      if (value === null) return;
      reads[choices[i]!]++;
      values.forEach((other, j) => {
        if (j < i && other !== null && other !== value) differ.add(`${j} ${i}`);
      });
    });
  }
  const all = choices.flatMap((choice, i) => (reads[choice] === texts.length ? [i] : []));
  const open = all.some((i) => all.some((j) => differ.has(`${j} ${i}`)));
  const [first] = all;
  return { only: texts.length > 0 && first !== undefined && !open ? choices[first]! : null, reads };
}
