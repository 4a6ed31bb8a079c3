import type { SegmentationBy } from "../segmentations/plans";
import { highestScore, mostScoreRanges, type RfmMeasure, type RfmScoring, scoreCount } from "../segmentations/rfm/plan";
import type { ScoreLine } from "../segmentations/rfm/scoreCells";
import { limitFields } from "./policyTable";
import { namesIn, type Names } from "./readCells";
import { lineId, rfmIds, scoreFields } from "./rfmTables";
import { textOf, type TableReader } from "./tableReader";

type Rfm = SegmentationBy<"rfm">;

/** The most segments that a plan takes. */
const mostSegments = 30;

/** An RFM segmentation as the sheet has it, and by table the row of each of its items. */
export interface ReadRfm {
  readonly rfm: Rfm;
  readonly rows: ReadonlyMap<string, readonly (number | null)[]>;
}

/** @param readerOf - a table by its id; all that people fill in are there */
export function readRfm(rfm: Rfm, readerOf: (table: string) => TableReader): ReadRfm {
  const { segments, rows } = readSegments(rfm, readerOf(rfmIds.segments(rfm.id)));
  const scoring = readLimits(rfm, readerOf(rfmIds.limits(rfm.id)));
  const names = namesIn(
    segments.map((each) => [each.id, each.name]),
    rfm.segments.map((each) => [each.id, each.name]),
  );
  const lines = readerOf(rfmIds.lines(rfm.id));
  const map = readLines(rfm, scoring, names, lines);
  if (map.length === 0) lines.note("no-line", null, "segment");
  return { rfm: { ...rfm, segments, scoring, map }, rows: new Map([[rfmIds.segments(rfm.id), rows]]) };
}

/** A row that people added is a segment more, after the others. */
function readSegments(
  { segments }: Rfm,
  reader: TableReader,
): { readonly segments: Rfm["segments"]; readonly rows: readonly (number | null)[] } {
  const known = segments.map((each) => {
    const row = reader.rowOf(each.id);
    return { row, id: each.id, name: row === null ? each.name : reader.text(row, "name") };
  });
  const taken = new Set(segments.map(({ id }) => id));
  const added = reader.added.map((row) => {
    const id = freeId(taken);
    taken.add(id);
    return { row, id, name: reader.text(row, "name") };
  });
  const all = [...known, ...added];
  if (all.length > mostSegments) reader.note("too-many", null, "name", all.length);
  return { segments: all.map(({ id, name }) => ({ id, name })), rows: all.map(({ row }) => row) };
}

function freeId(taken: ReadonlySet<string>): string {
  let n = taken.size + 1;
  while (taken.has(`segment-${n}`)) n++;
  return `segment-${n}`;
}

/** Limits that are filled in hold; where all are blank, a measure is scored as before, or by quintiles. */
function readLimits({ scoring }: Rfm, reader: TableReader): Rfm["scoring"] {
  for (const row of reader.added) reader.note("new-row", row, "measure", reader.content(row, limitFields[0]));
  const read = (measure: RfmMeasure): RfmScoring => {
    const row = reader.rowOf(measure);
    const before = scoring[measure];
    if (row === null) return before;
    const filled = limitFields.map((field) => textOf(reader.content(row, field)) !== "").lastIndexOf(true) + 1;
    if (filled === 0) return before.by === "limits" ? { by: "quintiles" } : before;
    const limits = limitFields.slice(0, filled).map((field) => reader.number(row, field));
    limits.forEach((limit, k) => {
      const [field, former] = [limitFields[k], limits[k - 1]];
      if (field !== undefined && former !== undefined && limit <= former)
        reader.note("out-of-order", row, field, limit);
    });
    return { by: "limits", limits };
  };
  return { recency: read("recency"), frequency: read("frequency"), monetary: read("monetary") };
}

/** The lines in the order of their numbers; one without a number, which somebody added, comes after them. */
function readLines({ map, segments }: Rfm, scoring: Rfm["scoring"], names: Names, reader: TableReader): ScoreLine[] {
  const known = map.flatMap((line, i) => {
    const row = reader.rowOf(lineId(i));
    return row === null ? [] : [{ row, former: line }];
  });
  const placed = [...known, ...reader.added.map((row) => ({ row, former: null }))].map(({ row, former }) => {
    const isLast = former === null && textOf(reader.content(row, "order")) === "";
    return { row, former, order: isLast ? Infinity : reader.number(row, "order") };
  });
  const orders = new Set<number>();
  for (const { row, order } of placed) {
    if (orders.has(order) && order !== Infinity) reader.note("same-order", row, "order", order);
    orders.add(order);
  }
  if (placed.length > mostScoreRanges) reader.note("too-many", null, "segment", placed.length);
  const nameOf = new Map(segments.map(({ id, name }) => [id, name]));
  return placed
    .sort((a, b) => a.order - b.order || a.row - b.row)
    .map(({ row, former }) => {
      const word = reader.text(row, "segment");
      // What the run before wrote still means what it meant then.
      const same = former !== null && word === nameOf.get(former.segment);
      const segment = same ? former.segment : names.idOf(word);
      if (segment === undefined) reader.note("unknown-segment", row, "segment", word);
      return {
        segment: segment ?? "",
        recency: readScores("recency", row, scoring, reader),
        frequency: readScores("frequency", row, scoring, reader),
        monetary: readScores("monetary", row, scoring, reader),
      };
    });
}

function readScores(
  measure: RfmMeasure,
  row: number,
  scoring: Rfm["scoring"],
  reader: TableReader,
): [from: number, to: number] {
  const [first, last] = scoreFields[measure];
  const [from, to] = [first, last].map((field) => {
    const score = reader.number(row, field);
    const fits = Number.isInteger(score) && score >= 1 && score <= highestScore;
    if (!Number.isNaN(score) && !fits) reader.note("score-range", row, field, score);
    return score;
  });
  const [low = NaN, high = NaN] = [from, to];
  if (low > high) reader.note("scores-out-of-order", row, first, low);
  if (low > scoreCount(scoring[measure])) reader.note("score-beyond", row, first, low);
  return [low, high];
}
