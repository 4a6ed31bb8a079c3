import type { Outcome, SegmentationOutcome } from "../engine/outcome";
import type { Segmentation } from "../plan/plan";
import { unknownName } from "../plan/planProblems";
import { sheetWords } from "../text/sheetWords";
import type { SheetWords } from "../text/sheet/en";
import { criterion } from "./criterion";
import { curveAt } from "./curveAt";
import { moneyFormat } from "./moneyFormat";
import { ownerLookup } from "./ownerLookup";
import type { ReportContext } from "./reportContext";
import type { DocBlock, DocCell, RowLook, SheetDoc } from "./sheetDoc";
import { linesOf, widthFor } from "./textWidth";
import { structuredReference } from "./structuredReference";

/** Rows from one segmentation's block to the next: ten tiers and the curve, or thirty groups, have room in every one. */
const blockRows = 42;
const firstBlockRow = 3;
/** Rows from the top of a block to its table, to the heading of its curve, and to the curve's table. */
const tableOffset = 3;
const curveHeadingOffset = 17;
const curveOffset = 18;
/** Right of the table, with a column of space; beside the tiers the chart, below it how the segments are made. */
const chartColumn = 9;
const chartColumns = 7;
const chartOffset = 1;
const chartRows = 15;
/** Rows for the sentences, and how much of a line they have, in characters of the default font. */
const methodRows = blockRows - curveOffset - 2;
const methodWidth = 80;
/** Five per cent of the customers a bar. */
const ventiles = 20;

/**
 * The Segments sheet: per segmentation what it means, a table of live formulas over the customer table, and how the
 * value is spread. Blocks stand at fixed places, so that a re-run updates them and notes beside them stay.
 *
 * @param former - the sheet as the run before left it: a segmentation keeps its place though others come or go
 */
export function segmentsSheet(outcome: Outcome, context: ReportContext, former: SheetDoc | null = null): SheetDoc {
  const { plan, runAt, sheetNames } = context;
  const words = sheetWords(plan.sheetLanguage);
  const tops = blockTops(
    outcome.segmentations.map(({ id }) => id),
    former,
  );
  return {
    id: "segments",
    name: sheetNames.segments,
    frozenRows: 1,
    widths: Object.fromEntries<number>([
      [chartColumn - 1, 3],
      ...Array.from({ length: chartColumns }, (_, i): [number, number] => [chartColumn + i, 11]),
    ]),
    blocks: [
      { kind: "text", id: "title", row: 0, column: 0, style: "title", cell: words.segments.title },
      { kind: "text", id: "as-of", row: 1, column: 0, style: "note", cell: words.segments.asOf(plan.dataDate, runAt) },
      ...outcome.segmentations.flatMap((result) => {
        const segmentation = plan.segmentations.find(({ id }) => id === result.id);
        const top = tops.get(result.id) ?? firstBlockRow;
        return segmentation ? blocksOf(segmentation, result, top, context, words) : [];
      }),
    ],
  };
}

/** Top row of each segmentation's block: where it stood, or the first place that none takes. */
function blockTops(ids: readonly string[], former: SheetDoc | null): ReadonlyMap<string, number> {
  const tops = new Map<string, number>();
  for (const id of ids) {
    const heading = former?.blocks.find((block) => block.id === `${id}/heading`);
    if (heading) tops.set(id, heading.row);
  }
  let next = firstBlockRow;
  for (const id of ids) {
    if (tops.has(id)) continue;
    while ([...tops.values()].includes(next)) next += blockRows;
    tops.set(id, next);
  }
  return tops;
}

function blocksOf(
  segmentation: Segmentation,
  result: SegmentationOutcome,
  top: number,
  context: ReportContext,
  words: SheetWords,
): DocBlock[] {
  const { id, name } = segmentation;
  const text = (part: string, row: number, style: "heading" | "body" | "note", cell: string, column = 0): DocBlock => {
    return { kind: "text", id: `${id}/${part}`, row, column, style, cell };
  };
  const { by, heading, method, rules } = sentences(segmentation, context, words);
  return [
    text("heading", top, "heading", name),
    text("by", top + 1, "note", by),
    segmentTable(segmentation, result, top + tableOffset, context, words),
    ...(segmentation.method === "abc"
      ? [
          text("curve-heading", top + curveHeadingOffset, "heading", words.segments.curve(context.runAt)),
          curveTable(id, result, top + curveOffset, words),
        ]
      : []),
    text("method", top + curveOffset, "heading", heading, chartColumn),
    ...methodLines([...method, ...rules]).map((line, i) =>
      text(`method-${i + 1}`, top + curveOffset + 1 + i, "body", line, chartColumn),
    ),
    chartOf(segmentation, result, top + chartOffset, words),
  ];
}

interface Sentences {
  readonly by: string;
  readonly heading: string;
  readonly method: readonly string[];
  readonly rules: readonly string[];
}

/** How customers come into the segments, and what the figures refer to. */
function sentences(segmentation: Segmentation, { plan }: ReportContext, { segments }: SheetWords): Sentences {
  const { valueColumn } = segmentation;
  switch (segmentation.method) {
    case "abc": {
      const cuts = segmentation.tiers.map(({ name }, i) => ({ name, cutoff: segmentation.cutoffs[i] ?? null }));
      const { by, methodAbc, rules, method: heading } = segments;
      return { by: by(valueColumn), heading, method: methodAbc(cuts), rules };
    }
    case "cutoffs": {
      const { column, cutoffs } = segmentation;
      const highFirst = segmentation.direction === "high-first";
      const bands = segmentation.tiers.map(({ name }, i) => {
        const [before = null, after = null] = [cutoffs[i - 1], cutoffs[i]];
        return { name, from: highFirst ? after : before, below: highFirst ? before : after };
      });
      return {
        by: segments.byCutoffs(column, highFirst),
        heading: segments.methodSegments,
        method: segments.methodCutoffs(bands),
        rules: segments.rulesCutoffs(valueColumn),
      };
    }
    case "groups": {
      const { column, groups } = segmentation;
      const names = groups.map(({ name }) => name);
      return {
        by: segments.byGroups(column),
        heading: segments.methodSegments,
        method: segments.methodGroups(names, unknownName[plan.sheetLanguage]),
        rules: segments.rulesGroups(valueColumn),
      };
    }
    default:
      return segmentation satisfies never;
  }
}

/** The concentration curve for value tiers; for bands and groups their customers beside their value. */
function chartOf(
  segmentation: Segmentation,
  result: SegmentationOutcome,
  row: number,
  { segments }: SheetWords,
): DocBlock {
  const { id, valueColumn } = segmentation;
  const place = { row, column: chartColumn, rows: chartRows, columns: chartColumns };
  const { headers, curveHeaders } = segments;
  if (segmentation.method === "abc") {
    return {
      kind: "chart",
      id: `${id}/chart`,
      name: `Tierbook ${id}`,
      title: segments.chart(valueColumn),
      ...place,
      chart: {
        kind: "pareto",
        table: `${id}/curve`,
        categories: curveHeaders.customers,
        bars: curveHeaders.shareOfValue,
        line: curveHeaders.cumulativeShare,
      },
    };
  }
  return {
    kind: "chart",
    id: `${id}/chart`,
    // Not the name of a Pareto chart: a segmentation that changes its method gets a chart of the other kind.
    name: `Tierbook ${id} shares`,
    title: segments.chartShares(segmentation.column, valueColumn),
    ...place,
    chart: {
      kind: "columns",
      table: `${id}/table`,
      categories: headers.segment,
      bars: headers.shareOfCustomers,
      line: headers.shareOfValue,
      rows: result.groups.length,
    },
  };
}

/** One row or more per sentence; one that does not fit the page width goes on in the next row, if there are so many. */
function methodLines(sentences: readonly string[]): readonly string[] {
  const lines = sentences.flatMap((sentence) => linesOf(sentence, methodWidth));
  return lines.length <= methodRows ? lines : sentences;
}

/** A native table's name from a segmentation's id: ids hold no underscore, so no two ids make one name. */
function tableName(prefix: string, id: string): string {
  return `${prefix}_${id.replaceAll("-", "_")}`;
}

/**
 * One row per tier, one for the customers that are not classified, and the total.
 *
 * The total counts the keys of the customer table, and what the tiers do not hold of it is not classified: so the rows
 * always add up to the table, also after customers were added below it and before the next run.
 */
function segmentTable(
  segmentation: Segmentation,
  result: SegmentationOutcome,
  row: number,
  context: ReportContext,
  words: SheetWords,
): DocBlock {
  const { id, valueColumn, name } = segmentation;
  const label = structuredReference(context.table, context.labelColumns.get(id) ?? name);
  const value = structuredReference(context.table, valueColumn);
  const key = structuredReference(context.table, context.plan.keyColumn);
  const names = result.groups.map((group) => group.name);
  const first = row + 2; // as the sheet counts: from one, below the header
  const last = row + 1 + names.length;
  const tiers = (column: string): string => `${column}${first}:${column}${last}`;
  const live = (formula: string): DocCell => ({ formula: `=${formula}` });

  const rows = result.groups.map((group, i): DocCell[] => {
    const is = criterion(`A${first + i}`, names);
    return [
      group.name,
      live(`COUNTIFS(${label},${is})`),
      live(`IFERROR(B${first + i}/SUM(B$${first}:B$${last}),0)`),
      live(`SUMIFS(${value},${label},${is})`),
      live(`IFERROR(SUMIFS(${value},${label},${is},${value},">0")/SUMIF(${value},">0"),0)`),
      live(`SUM(E$${first}:E${first + i})`),
      group.median,
      ownerLookup(group.id, context),
    ];
  });
  const open = last + 1;
  rows.push([
    words.notClassified,
    live(`COUNTA(${key})-SUM(${tiers("B")})`),
    null,
    // Rounded, because a difference of sums leaves a crumb in the last binary digits.
    live(`ROUND(SUMIF(${value},">0")+SUMIF(${value},"<0")-SUM(${tiers("D")}),6)`),
    null,
    null,
    null,
    null,
  ]);
  rows.push([
    words.total,
    live(`SUM(B${first}:B${open})`),
    live(`SUM(${tiers("C")})`),
    live(`SUM(D${first}:D${open})`),
    live(`SUM(${tiers("E")})`),
    null,
    null,
    null,
  ]);
  const { headers } = words.segments;
  return {
    kind: "table",
    id: `${id}/table`,
    row,
    column: 0,
    name: tableName("Tierbook_Segments", id),
    columns: [
      { header: headers.segment, format: "text", width: widthFor([...names, words.notClassified], 22, 40) },
      { header: headers.customers, format: "count", width: 12 },
      { header: headers.shareOfCustomers, format: "share", width: 13 },
      { header: headers.value, format: moneyFormat(result.groups.map((group) => group.value)), width: 18 },
      { header: headers.shareOfValue, format: "share", width: 11 },
      { header: headers.cumulativeShare, format: "share", width: 13 },
      { header: headers.median, format: moneyFormat(result.groups.map((group) => group.median ?? 0)), width: 15 },
      { header: headers.owner, format: "text", width: 20 },
    ],
    rows,
    looks: [...result.groups.map((): RowLook => "plain"), "muted", "total"],
  };
}

function curveTable(id: string, { curve }: SegmentationOutcome, row: number, words: SheetWords): DocBlock {
  const { curveHeaders, upTo } = words.segments;
  const rows = Array.from({ length: ventiles }, (_, i): DocCell[] => {
    const held = curveAt(curve, (i + 1) / ventiles);
    // Never a hair below zero, which a chart would draw.
    return [upTo((i + 1) / ventiles), Math.max(0, held - curveAt(curve, i / ventiles)), held];
  });
  return {
    kind: "table",
    id: `${id}/curve`,
    row,
    column: 0,
    name: tableName("Tierbook_Curve", id),
    columns: [
      { header: curveHeaders.customers, format: "text", width: 22 },
      { header: curveHeaders.shareOfValue, format: "share", width: 12 },
      { header: curveHeaders.cumulativeShare, format: "share", width: 13 },
    ],
    rows,
  };
}
