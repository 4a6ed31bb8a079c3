import type { SegmentationBy } from "./plan";
import { highestScore } from "./rfmSegmentation";

/** How one measure becomes a score. */
export type RfmScoring = SegmentationBy<"rfm">["scoring"]["recency"];

/** How many scores a measure can have: from one to this. */
export function scoreCount(scoring: RfmScoring): number {
  if (scoring.by === "limits") return scoring.limits.length + 1;
  return scoring.by === "mean" ? 2 : highestScore;
}
