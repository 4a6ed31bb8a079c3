import { rfmMap, type RfmMapName, rfmMapNames } from "../../../segmentations/rfm/rfmMaps";
import { rfmMeasures, type RfmMeasure, type RfmScoring, scoreCount } from "../../../segmentations/rfm/plan";
import { type ScoreCell, scoreCells } from "../../../segmentations/rfm/scoreCells";
import { scoreLines } from "../../../segmentations/rfm/scoreLines";
import type { Language } from "../../../text/language";
import type { RfmForm } from "../planForm";

/** The fewest and the most segments that a plan takes. */
export const fewestSegments = 2;
export const mostSegments = 30;

/** With other segments for the combinations of scores that are meant; null for none. */
export function withSegmentAt(open: RfmForm, isMeant: (at: ScoreCell["at"]) => boolean, to: string | null): RfmForm {
  const cells = scoreCells(open).map((cell) => (isMeant(cell.at) ? { ...cell, segment: to } : cell));
  return withLines(open, scoreLines(cells, idsOf(open)));
}

/** A map says something, or it is none. */
function withLines(open: RfmForm, map: RfmForm["map"]): RfmForm {
  return map.length === 0 ? open : { ...open, map };
}

/**
 * With another way of scoring a measure. Where there are more or fewer scores than before, each says what the nearest of
 * the former ones said, the highest and the lowest themselves: what was complete stays complete.
 */
export function withScoring(open: RfmForm, measure: RfmMeasure, to: RfmScoring): RfmForm {
  const scoring = { ...open.scoring, [measure]: to };
  const [before, now] = [scoreCount(open.scoring[measure]), scoreCount(to)];
  if (before === now) return { ...open, scoring };
  const place = rfmMeasures.indexOf(measure);
  const formerly = new Map(scoreCells(open).map(({ at, segment }) => [at.join("-"), segment]));
  const cells = scoreCells({ scoring, map: [] }).map((cell) => {
    const at = cell.at.map((score, i) =>
      i === place ? 1 + Math.round(((score - 1) * (before - 1)) / (now - 1)) : score,
    );
    return { ...cell, segment: formerly.get(at.join("-")) ?? null };
  });
  return { ...open, scoring, map: scoreLines(cells, idsOf(open)) };
}

/** True where recency and frequency alone are known: the number of orders is scored as the amount then, in the same way. */
export function isWithoutAmounts({ source }: RfmForm): boolean {
  return (source.kind === "columns" ? source.monetaryColumn : source.amountColumn) === null;
}

/** The amount scored as the frequency is, where there are no amounts. */
export function sameScoring(open: RfmForm): RfmForm {
  return isWithoutAmounts(open) ? withScoring(open, "monetary", open.scoring.frequency) : open;
}

/**
 * With amounts in a column, or without any.
 *
 * @param column - null for none; empty for one that is still to be chosen
 * @param summed - the column that is summed then
 */
export function withAmountColumn(open: RfmForm, column: string | null, summed: string): RfmForm {
  const { source } = open;
  if (source.kind === "columns") {
    return sameScoring({ ...open, source: { ...source, monetaryColumn: column }, valueColumn: summed });
  }
  const { quantityColumn: _, ...others } = source;
  return sameScoring({ ...open, source: { ...others, amountColumn: column }, valueColumn: summed });
}

export function withName(open: RfmForm, place: number, name: string): RfmForm {
  return { ...open, segments: open.segments.map((each, i) => (i === place ? { ...each, name } : each)) };
}

export function withOneMoreSegment(open: RfmForm, nameOf: (n: number) => string): RfmForm {
  const { segments } = open;
  if (segments.length >= mostSegments) return open;
  const numbers = Array.from({ length: mostSegments + 1 }, (_, i) => segments.length + 1 + i);
  const n = numbers.find((number) =>
    segments.every(({ id, name }) => id !== `segment-${number}` && name !== nameOf(number)),
  );
  return { ...open, segments: [...segments, { id: `segment-${n ?? 0}`, name: nameOf(n ?? 0) }] };
}

/** The combinations of a segment that goes have none. */
export function withoutSegment(open: RfmForm, place: number): RfmForm {
  const gone = open.segments[place];
  if (gone === undefined || open.segments.length <= fewestSegments) return open;
  const map = open.map.filter(({ segment }) => segment !== gone.id);
  return map.length === 0 ? open : { ...open, segments: open.segments.filter((each) => each !== gone), map };
}

/** The segments and scores of a customary map, in place of those there are. */
export function withMap(open: RfmForm, name: RfmMapName, language: Language): RfmForm {
  return { ...open, ...rfmMap(name, language) };
}

/** The customary map whose segments these are, or null. */
export function mapOf({ segments }: RfmForm): RfmMapName | null {
  const ids = segments.map(({ id }) => id).join();
  return (
    rfmMapNames.find(
      (name) =>
        rfmMap(name, "en")
          .segments.map(({ id }) => id)
          .join() === ids,
    ) ?? null
  );
}

function idsOf({ segments }: RfmForm): readonly string[] {
  return segments.map(({ id }) => id);
}
