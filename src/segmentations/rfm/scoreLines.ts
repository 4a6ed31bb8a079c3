import type { ScoreCell, ScoreLine } from "./scoreCells";

type Scored = Pick<ScoreCell, "at" | "segment">;

/**
 * Lines that say for every combination what the cells say, as few as can be found by always taking the longest next:
 * segment by segment, the highest scores first, none holding what another holds.
 *
 * @param segments - ids in their order
 */
export function scoreLines(cells: readonly Scored[], segments: readonly string[]): ScoreLine[] {
  return segments.flatMap((segment) => {
    const left = new Map(cells.filter((cell) => cell.segment === segment).map(({ at }) => [key(at), at]));
    const lines: ScoreLine[] = [];
    for (let next = first(left); next !== undefined; next = first(left)) {
      const line = longest(next, left);
      lines.push({ segment, ...line });
      for (const at of heldBy(line)) left.delete(key(at));
    }
    return lines;
  });
}

type At = Scored["at"];
type Box = Omit<ScoreLine, "segment">;

function key(at: readonly number[]): string {
  return at.join("-");
}

function first(left: ReadonlyMap<string, At>): At | undefined {
  return left.values().next().value;
}

/** The line that holds the most of what is left, of those that begin with the given scores at their high ends. */
function longest([r, f, m]: At, left: ReadonlyMap<string, At>): Box {
  let best: Box = { recency: [r, r], frequency: [f, f], monetary: [m, m] };
  let most = 0;
  for (let lowR = r; lowR >= 1; lowR--) {
    for (let lowF = f; lowF >= 1; lowF--) {
      for (let lowM = m; lowM >= 1; lowM--) {
        const box: Box = { recency: [lowR, r], frequency: [lowF, f], monetary: [lowM, m] };
        const held = heldBy(box);
        if (held.length > most && held.every((at) => left.has(key(at)))) [best, most] = [box, held.length];
      }
    }
  }
  return best;
}

function heldBy({ recency, frequency, monetary }: Box): readonly At[] {
  return scores(recency).flatMap((r) => scores(frequency).flatMap((f) => scores(monetary).map((m): At => [r, f, m])));
}

function scores([from, to]: readonly [number, number]): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
