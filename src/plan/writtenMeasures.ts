import type { Segmentation } from "./plan";

/** What a run writes beside a label: the day of the last order, how many orders, for how much, and the three scores. */
export const writtenMeasures = ["lastOrder", "orders", "amount", "score"] as const;
export type WrittenMeasure = (typeof writtenMeasures)[number];

/** What a segmentation writes beside its label: where it goes by orders what was found there, and scores as text. */
export function measuresBeside(segmentation: Segmentation): readonly WrittenMeasure[] {
  if (segmentation.method !== "rfm") return [];
  const { source } = segmentation;
  if (source.kind === "columns") return ["score"];
  // Without amounts their column holds the numbers of orders.
  return source.amountColumn === null ? writtenMeasures.filter((measure) => measure !== "orders") : writtenMeasures;
}
