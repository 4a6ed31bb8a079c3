import { Failure } from "../../failure";
import { sumByCustomer } from "../../methods/rfm/sumByCustomer";
import type { Plan } from "../../plan/plan";
import type { SegmentationBy } from "../plans";
import { noNetSpendName, noOrderName, noSegmentName } from "../shared/reservedNames";
import { highestScore, type RfmMeasure, rfmMeasures } from "./plan";
import { columnNamed } from "../../table/columnNamed";
import { CellKind, type Column, type CustomerTable } from "../../table/customerTable";
import { readNumber } from "../../table/readNumber";
import { rowLister } from "../shared/rowLister";
import { summedGroups } from "../shared/summedGroups";
import type { Classified } from "../../engine/withShares";
import { fromColumns } from "./fromColumns";
import { fromLines } from "./fromLines";
import { Standing, type Measured } from "./measured";
import type { RfmCell, RfmLines, RfmResult } from "./rfmResult";
import { scoreMeasures } from "./scoreMeasures";
import type { EngineKind } from "../shared/engineKind";
import { whyScored } from "./whyScored";

/** Parameters as used, for RESULT.json and the run log. */
export interface RfmUsed
  extends
    Pick<SegmentationBy<"rfm">, "valueColumn" | "source" | "map">,
    Pick<RfmResult, "dataDate" | "monthEnd" | "from" | "scored" | "oneTime"> {
  readonly scores: Readonly<
    Record<RfmMeasure, { readonly by: string; readonly cuts: readonly number[]; readonly customers: readonly number[] }>
  >;
  readonly lines?: Pick<RfmLines, "all" | "counted" | "returns" | "unused">;
}

type Rfm = SegmentationBy<"rfm">;

/** What follows the stroke in the ids of the groups that are no segments of the plan's; no segment has such an id. */
export const noSegmentId = "-";
export const noNetSpendId = "-net";
export const noOrderId = "-order";

/**
 * One group per segment, then those whose scores no line of the map holds, those who spent nothing net of returns, and
 * those without an order. Only customers of standing `scored` count for where scores meet.
 *
 * @throws {Failure} `missing-column`, `not-a-number` if no cell of a column can be used; `missing-table` where the plan
 *   names a table of orders that was not read
 */
function classifyRfm(segmentation: Rfm, plan: Plan, table: CustomerTable): Classified {
  const { id, name, method, valueColumn, source, segments } = segmentation;
  const measured = measure(segmentation, plan, table);
  const scored = scoreMeasures(measured, segmentation.scoring);
  const named = [
    ...segments.map((each) => ({ id: `${id}/${each.id}`, name: each.name })),
    { id: `${id}/${noSegmentId}`, name: noSegmentName[plan.sheetLanguage] },
    { id: `${id}/${noNetSpendId}`, name: noNetSpendName[plan.sheetLanguage] },
    { id: `${id}/${noOrderId}`, name: noOrderName[plan.sheetLanguage] },
  ];
  const groupAt = groupsBySpot(segmentation);
  const labels = labelsOf(measured, scored, groupAt, segments.length);
  const amounts = source.kind === "columns" ? columnNamed(table, valueColumn) : amountColumn(valueColumn, measured);
  const { dataDate, monthEnd, from, days, lastDays, orders, lines } = measured;
  const rfm: RfmResult = {
    ...{ dataDate, monthEnd, from, days, lastDays, orders, amounts: measured.amounts, lines, ...scored },
    cells: cellsOf(scored, amounts, groupAt),
  };
  return {
    id,
    name,
    method,
    used: usedBy(segmentation, rfm),
    labels,
    notClassified: measured.notClassified,
    rfm,
    ...summedGroups(named, labels, amounts, rowLister(amounts, columnNamed(table, plan.keyColumn))),
  };
}

function measure({ id, source }: Rfm, plan: Plan, table: CustomerTable): Measured {
  if (source.kind === "columns") return fromColumns(source, plan, table);
  const lines = table.transactions?.[id];
  if (!lines) {
    throw new Failure("missing-table", "classifyRfm requires the lines of orders", { subject: source.table.name });
  }
  return fromLines(source, plan, lines, table.rows);
}

/** Looked up once, because every customer has a spot. */
const scores = highestScore;

/** All combinations of scores in a row, that of the amount running fastest. */
function spotOf(recency: number, frequency: number, monetary: number): number {
  return ((recency - 1) * scores + frequency - 1) * scores + monetary - 1;
}

/** Per combination of scores the index of its group: that of the first line of the map which holds it. */
function groupsBySpot({ map, segments }: Rfm): Uint16Array {
  const groups = new Uint16Array(highestScore ** 3).fill(segments.length);
  for (const line of [...map].reverse()) {
    const group = segments.findIndex(({ id }) => id === line.segment);
    for (let r = line.recency[0]; r <= line.recency[1]; r++) {
      for (let f = line.frequency[0]; f <= line.frequency[1]; f++) {
        for (let m = line.monetary[0]; m <= line.monetary[1]; m++) groups[spotOf(r, f, m)] = group;
      }
    }
  }
  return groups;
}

function labelsOf(
  { standings }: Measured,
  { scores: { recency, frequency, monetary } }: Pick<RfmResult, "scores">,
  groupAt: Uint16Array,
  noSegment: number,
): Uint16Array {
  const labels = new Uint16Array(standings.length);
  for (let i = 0; i < labels.length; i++) {
    const standing = standings[i]!;
    const isScored = standing === Standing.scored;
    labels[i] = isScored ? groupAt[spotOf(recency[i]!, frequency[i]!, monetary[i]!)]! : noSegment + standing;
  }
  return labels;
}

/** What a run writes as a column of amounts, before it is written. */
function amountColumn(name: string, { amounts }: Measured): Column {
  return { name, kinds: new Uint8Array(amounts.length).fill(CellKind.number), numbers: amounts, texts: [] };
}

function cellsOf(
  { scores: { recency, frequency, monetary } }: Pick<RfmResult, "scores">,
  amounts: Column,
  groupAt: Uint16Array,
): readonly RfmCell[] {
  const customers = new Uint32Array(groupAt.length);
  const spots = new Int32Array(recency.length).fill(-1);
  const values = new Float64Array(recency.length);
  for (let i = 0; i < spots.length; i++) {
    if (recency[i] === 0) continue;
    const spot = spotOf(recency[i]!, frequency[i]!, monetary[i]!);
    customers[spot]!++;
    const value = readNumber(amounts, i);
    if (typeof value !== "number") continue;
    spots[i] = spot;
    values[i] = value;
  }
  const sums = sumByCustomer(spots, values, groupAt.length);
  const scoreOf = (spot: number, digit: number): number =>
    (Math.floor(spot / highestScore ** digit) % highestScore) + 1;
  return Array.from(customers, (count, spot): RfmCell => {
    const at = [scoreOf(spot, 2), scoreOf(spot, 1), scoreOf(spot, 0)] as const;
    return { at, customers: count, value: sums[spot]!, group: groupAt[spot]! };
  })
    .filter((cell) => cell.customers > 0)
    .reverse();
}

function usedBy({ valueColumn, source, scoring, map }: Rfm, rfm: RfmResult): RfmUsed {
  const { dataDate, monthEnd, from, scored, oneTime, cuts, counts, lines } = rfm;
  const scoresOf = (measure: RfmMeasure): RfmUsed["scores"][RfmMeasure] => {
    return { by: scoring[measure].by, cuts: cuts[measure], customers: counts[measure] };
  };
  return {
    ...{ valueColumn, source, dataDate, monthEnd, from, scored, oneTime },
    scores: { recency: scoresOf("recency"), frequency: scoresOf("frequency"), monetary: scoresOf("monetary") },
    map,
    ...(lines
      ? { lines: { all: lines.all, counted: lines.counted, returns: lines.returns, unused: lines.unused } }
      : {}),
  };
}

/** Limits of a person's own are none that were found. */
function limitsFound(
  { scoring }: Rfm,
  { rfm: found }: Pick<Classified, "rfm">,
): Readonly<Record<string, readonly number[]>> {
  if (!found) return {};
  const own = rfmMeasures.filter((of) => scoring[of].by !== "limits");
  return Object.fromEntries(own.map((of) => [of, found.cuts[of]]));
}

export const rfm: EngineKind<SegmentationBy<"rfm">> = { classify: classifyRfm, why: whyScored, limitsFound };
