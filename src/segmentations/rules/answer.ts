/**
 * Whether a test holds. A cell may not say: then neither the test nor its opposite holds, and what follows from it is
 * open. In rising order, so that of tests joined by "and" the least answer counts, and of alternatives the greatest.
 */
export const Answer = { no: 0, open: 1, yes: 2 } as const;
export type Answer = (typeof Answer)[keyof typeof Answer];

/** The answer to the opposite question. */
export function opposite(answer: Answer): Answer {
  return answer === Answer.yes ? Answer.no : answer === Answer.no ? Answer.yes : Answer.open;
}
