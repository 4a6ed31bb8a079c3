import { meanCut } from "../../methods/rfm/meanCut";
import { quintileCuts } from "../../methods/rfm/quintileCuts";
import { scoreByCuts } from "../../methods/rfm/scoreByCuts";
import { rfmMeasures, type RfmMeasure, scoreCount, type RfmScoring } from "./plan";
import { Standing, type Measured } from "./measured";
import type { RfmResult } from "./rfmResult";

type Scored = Pick<RfmResult, "scores" | "cuts" | "counts" | "scored" | "oneTime">;

/** The scores of the customers of standing `scored`; those of all others are 0, and do not count for where scores meet. */
export function scoreMeasures(measured: Measured, scoring: Readonly<Record<RfmMeasure, RfmScoring>>): Scored {
  const places = placesOf(measured.standings);
  const values = { recency: measured.days, frequency: measured.orders, monetary: measured.monetary };
  const found = byMeasure((measure) => scoreMeasure(measure, values[measure], places, scoring[measure]));
  return {
    scores: byMeasure((measure) => found[measure].scores),
    cuts: byMeasure((measure) => found[measure].cuts),
    counts: byMeasure((measure) => found[measure].counts),
    scored: places.length,
    oneTime: places.reduce((count, i) => (measured.orders[i] === 1 ? count + 1 : count), 0),
  };
}

/** The customers of standing `scored`. */
function placesOf(standings: Uint8Array): Int32Array {
  const places = new Int32Array(standings.length);
  let count = 0;
  for (let i = 0; i < standings.length; i++) if (standings[i] === Standing.scored) places[count++] = i;
  return places.subarray(0, count);
}

function byMeasure<T>(of: (measure: RfmMeasure) => T): Readonly<Record<RfmMeasure, T>> {
  return Object.fromEntries(rfmMeasures.map((measure) => [measure, of(measure)])) as Record<RfmMeasure, T>;
}

interface ScoredMeasure {
  readonly scores: Uint8Array;
  readonly cuts: readonly number[];
  readonly counts: readonly number[];
}

function scoreMeasure(measure: RfmMeasure, all: Float64Array, places: Int32Array, scoring: RfmScoring): ScoredMeasure {
  const scores = new Uint8Array(all.length);
  const counts = new Array<number>(scoreCount(scoring)).fill(0);
  if (places.length === 0) return { scores, cuts: [], counts };
  const values = new Float64Array(places.length);
  for (let i = 0; i < values.length; i++) values[i] = all[places[i]!]!;
  const cuts = cutsOf(values, scoring);
  const found = scoreByCuts(values, cuts, {
    best: measure === "recency" ? "low" : "high",
    onCut: measure !== "recency" && scoring.by === "limits" ? "above" : "below",
  });
  for (let i = 0; i < found.length; i++) {
    scores[places[i]!] = found[i]!;
    counts[found[i]! - 1]!++;
  }
  return { scores, cuts, counts };
}

function cutsOf(values: Float64Array, scoring: RfmScoring): readonly number[] {
  switch (scoring.by) {
    case "limits":
      return scoring.limits;
    case "quintiles":
      return scoring.kept?.limits ?? quintileCuts(values);
    case "mean":
      return scoring.kept?.limits ?? meanCut(values);
    default:
      return scoring satisfies never;
  }
}
