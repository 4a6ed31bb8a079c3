import type { RegisterEntry } from "./register";

/** True for a segment of the plan that nobody answers for. */
export function isOwnerless({ inPlan, values }: RegisterEntry): boolean {
  return inPlan && values.owner === undefined;
}

/**
 * True if a segment's review was due before today and it is not done.
 *
 * @param today - YYYY-MM-DD, where the reader is
 */
export function isReviewLate({ inPlan, status, values }: RegisterEntry, today: string): boolean {
  const review = values.nextReview;
  const isDay = typeof review === "string" && /^\d{4}-\d{2}-\d{2}$/.test(review);
  return inPlan && status !== "done" && isDay && review < today;
}

/** Entries in the order in which they ask for attention: nobody answers, review late, the others, no longer planned. */
export function byAttention<Entry extends RegisterEntry>(entries: readonly Entry[], today: string): readonly Entry[] {
  const rank = (entry: Entry): number => {
    if (!entry.inPlan) return 3;
    return isOwnerless(entry) ? 0 : isReviewLate(entry, today) ? 1 : 2;
  };
  return entries
    .map((entry, i) => ({ entry, i, rank: rank(entry) }))
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .map(({ entry }) => entry);
}
