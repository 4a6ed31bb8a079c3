import type { SegmentationBy } from "../plans";
import { rfmMeasures, type RfmMeasure, scoreCount } from "./plan";

type Rfm = SegmentationBy<"rfm">;
export type ScoreLine = Rfm["map"][number];

/** Scores of recency, frequency and amount that a customer can have together, and what the map says of them. */
export interface ScoreCell {
  readonly at: readonly [recency: number, frequency: number, monetary: number];
  /** The id of the segment that the first line says; null where no line holds these scores. */
  readonly segment: string | null;
  /** The ids of other segments, whose lines hold these scores as well but come later. */
  readonly overruled: readonly string[];
}

/** Every combination of scores that the scoring can give, the highest first: the last measure runs fastest. */
export function scoreCells({ scoring, map }: Pick<Rfm, "scoring" | "map">): readonly ScoreCell[] {
  const [recency = [], frequency = [], monetary = []] = rfmMeasures.map((measure) => {
    const count = scoreCount(scoring[measure]);
    return Array.from({ length: count }, (_, i) => count - i);
  });
  return recency.flatMap((r) =>
    frequency.flatMap((f) => monetary.map((m) => cellAt({ recency: r, frequency: f, monetary: m }, map))),
  );
}

function cellAt(at: Readonly<Record<RfmMeasure, number>>, map: readonly ScoreLine[]): ScoreCell {
  const holding = map.filter((line) => rfmMeasures.every((measure) => holds(line[measure], at[measure])));
  const [first = null, ...others] = [...new Set(holding.map(({ segment }) => segment))];
  return { at: [at.recency, at.frequency, at.monetary], segment: first, overruled: others };
}

function holds([from, to]: readonly [number, number], score: number): boolean {
  return from <= score && score <= to;
}
