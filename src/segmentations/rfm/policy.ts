import type { SegmentationBy } from "../plans";
import { highestScore, mostScoreRanges, type RfmMeasure, rfmMeasures, type RfmScoring, scoreCount } from "./plan";
import type { ScoreLine } from "./scoreCells";
import { limitFields } from "../shared/policy/policyTable";
import { lineId, rfmIds, rfmTables, scoreFields } from "./rfmTables";
import { freeSegmentId, namesIn, type Names } from "../shared/policy/namesIn";
import { listText, valuesIn } from "../shared/valueList";
import {
  type Draft,
  fact,
  keptFacts,
  keptOf,
  named,
  numberIn,
  type PolicyKind,
  type ReadSegmentation,
  rowsOf,
  type SettingsOf,
  type SheetReading,
  type SheetTables,
  type Stated,
} from "../shared/policy/policyKind";
import { textOf, type TableReader } from "../shared/policy/tableReader";

type Rfm = SegmentationBy<"rfm">;

/** The most segments that a plan takes. */
const mostSegments = 30;

function readRfm(rfm: Rfm, { readerOf }: SheetReading): ReadSegmentation<Rfm> {
  const { segments, rows } = readSegments(rfm, readerOf(rfmIds.segments(rfm.id)));
  const scoring = readLimits(rfm, readerOf(rfmIds.limits(rfm.id)));
  const names = namesIn(
    segments.map((each) => [each.id, each.name]),
    rfm.segments.map((each) => [each.id, each.name]),
  );
  const lines = readerOf(rfmIds.lines(rfm.id));
  const map = readLines(rfm, scoring, names, lines);
  if (map.length === 0) lines.note("no-line", null, "segment");
  return { segmentation: { ...rfm, segments, scoring, map }, rows: new Map([[rfmIds.segments(rfm.id), rows]]) };
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
    const id = freeSegmentId(taken);
    taken.add(id);
    return { row, id, name: reader.text(row, "name") };
  });
  const all = [...known, ...added];
  if (all.length > mostSegments) reader.note("too-many", null, "name", all.length);
  return { segments: all.map(({ id, name }) => ({ id, name })), rows: all.map(({ row }) => row) };
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

function rfmFacts({ source, scoring }: Rfm): readonly Stated[] {
  return [
    ...fact("source", source.kind),
    ...(source.kind === "columns"
      ? [
          ...fact("recency", source.recency.column),
          ...fact("recencyAs", source.recency.as),
          ...fact("frequency", source.frequencyColumn),
          ...fact("monetary", source.monetaryColumn),
        ]
      : [
          ...fact("orderTable", source.table.name),
          ...fact("orderCustomer", source.customerColumn),
          ...fact("orderDate", source.dateColumn),
          ...fact("orderAmount", source.amountColumn),
          ...fact("orderQuantity", source.quantityColumn),
          ...fact("orderId", source.orderColumn),
          ...fact("mergeDays", source.mergeDays ? "yes" : "no"),
          ...fact("window", source.windowMonths),
          ...source.leaveOut.flatMap(({ column, values, prefixes, range }) => [
            ...fact("leaveOut", values && listText(values), column),
            ...fact("leaveOutPrefix", prefixes && listText(prefixes), column),
            ...fact("leaveOutRange", range && rangeText(range), column),
          ]),
          ...fact("spent", source.monetary),
        ]),
    ...rfmMeasures.flatMap((measure) => {
      const scored = scoring[measure];
      return [
        ...fact("scoredBy", scored.by, measure),
        ...(scored.by === "limits" ? [] : keptFacts(scored.kept, measure)),
      ];
    }),
  ];
}

/** A range of numbers as "10 .. 20", with nothing for an open end. */
function rangeText({ from, below }: { readonly from: number | null; readonly below: number | null }): string {
  return `${from ?? ""} .. ${below ?? ""}`;
}

/** Where the measures come from, by facts. */
function sourceOf({ text, number, all }: SettingsOf): Draft {
  if (text("source") === "columns") {
    return {
      kind: "columns",
      recency: { column: text("recency"), as: text("recencyAs") },
      frequencyColumn: text("frequency"),
      monetaryColumn: text("monetary") ?? null,
    };
  }
  return {
    kind: "transactions",
    table: { id: "", name: text("orderTable") },
    customerColumn: text("orderCustomer"),
    dateColumn: text("orderDate"),
    amountColumn: text("orderAmount") ?? null,
    ...(text("orderQuantity") === undefined ? {} : { quantityColumn: text("orderQuantity") }),
    orderColumn: text("orderId") ?? null,
    mergeDays: text("mergeDays") === "yes",
    windowMonths: number("window") ?? null,
    leaveOut: [
      ...all("leaveOut").map(([column, values]) => ({ column, values: valuesIn(values) })),
      ...all("leaveOutPrefix").map(([column, prefixes]) => ({ column, prefixes: valuesIn(prefixes) })),
      ...all("leaveOutRange").map(([column, range]) => ({ column, range: rangeIn(range) })),
    ],
    monetary: text("spent"),
  };
}

/** A range as `rangeText` writes it. */
function rangeIn(text: string): Draft {
  const [from, below] = text.split("..").map((end) => (end.trim() === "" ? null : Number(end)));
  return { from, below };
}

/** Segments, scoring and map, by facts and the ids of rows. */
function rfmOf(id: string, settings: SettingsOf, tables: SheetTables): Draft {
  const segments = rowsOf(rfmIds.segments(id), ["name"], tables).map(named);
  const idOf = new Map(segments.map((each) => [each.name, each.id]));
  const limits = rowsOf(rfmIds.limits(id), limitFields, tables);
  const scored = (measure: RfmMeasure): Draft => {
    const by = settings.text("scoredBy", measure);
    if (by !== "limits") return { by, ...keptOf(settings, measure) };
    const row = limits.find((each) => each.id === measure);
    return { by, limits: limitFields.flatMap((field) => row?.content(field) ?? []).filter((cell) => cell !== "") };
  };
  const fields = rfmMeasures.flatMap((measure) => scoreFields[measure]);
  const map = [...rowsOf(rfmIds.lines(id), ["segment", "order", ...fields], tables)]
    .sort((a, b) => numberIn(a, "order") - numberIn(b, "order"))
    .map((row) => ({
      segment: idOf.get(textOf(row.content("segment"))),
      ...Object.fromEntries(rfmMeasures.map((each) => [each, scoreFields[each].map((field) => row.content(field))])),
    }));
  return { segments, scoring: Object.fromEntries(rfmMeasures.map((each) => [each, scored(each)])), map };
}

export const rfm: PolicyKind<Rfm> = {
  tables: rfmTables,
  read: readRfm,
  facts: rfmFacts,
  fromSheet: (id, settings, tables) => ({ source: sourceOf(settings), ...rfmOf(id, settings, tables) }),
  tableOf: (id, list) => (list === "segments" ? rfmIds.segments(id) : id),
};
