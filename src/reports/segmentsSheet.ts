import type { Outcome, SegmentationOutcome } from "../engine/outcome";
import type { Segmentation } from "../plan/plan";
import { sheetWords } from "../text/sheetWords";
import type { SheetWords } from "../text/sheet/en";
import { criterion } from "./criterion";
import { curveAt } from "./curveAt";
import type { ReportContext } from "./reportContext";
import type { DocBlock, DocCell, RowLook, SheetDoc } from "./sheetDoc";
import { linesOf, widthFor } from "./textWidth";
import { structuredReference } from "./structuredReference";

/** Rows from one segmentation's block to the next: ten tiers, their total and the curve have room in every one. */
const blockRows = 42;
const firstBlockRow = 3;
/** Rows from the top of a block to its table, to the heading of its curve, and to the curve's table. */
const tableOffset = 3;
const curveHeadingOffset = 17;
const curveOffset = 18;
/** Right of the table, with a column of space; beside the tiers the chart, beside the curve how the tiers are made. */
const chartColumn = 8;
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
 */
export function segmentsSheet(outcome: Outcome, context: ReportContext): SheetDoc {
  const { plan, runAt, sheetNames } = context;
  const words = sheetWords(plan.sheetLanguage);
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
      ...outcome.segmentations.flatMap((result, i) => {
        const segmentation = plan.segmentations.find(({ id }) => id === result.id);
        return segmentation ? blocksOf(segmentation, result, firstBlockRow + i * blockRows, context, words) : [];
      }),
    ],
  };
}

function blocksOf(
  segmentation: Segmentation,
  result: SegmentationOutcome,
  top: number,
  context: ReportContext,
  words: SheetWords,
): DocBlock[] {
  const { id, name, valueColumn, cutoffs, tiers } = segmentation;
  const text = (part: string, row: number, style: "heading" | "body" | "note", cell: string, column = 0): DocBlock => {
    return { kind: "text", id: `${id}/${part}`, row, column, style, cell };
  };
  const cuts = tiers.map((tier, i) => ({ name: tier.name, cutoff: cutoffs[i] ?? null }));
  return [
    text("heading", top, "heading", name),
    text("by", top + 1, "note", words.segments.by(valueColumn)),
    segmentTable(segmentation, result, top + tableOffset, context, words),
    text("curve-heading", top + curveHeadingOffset, "heading", words.segments.curve(context.runAt)),
    curveTable(id, result, top + curveOffset, words),
    text("method", top + curveOffset, "heading", words.segments.method, chartColumn),
    ...methodLines([...words.segments.methodAbc(cuts), ...words.segments.rules]).map((line, i) =>
      text(`method-${i + 1}`, top + curveOffset + 1 + i, "body", line, chartColumn),
    ),
    {
      kind: "chart",
      id: `${id}/chart`,
      name: `Tierbook ${id}`,
      title: words.segments.chart(valueColumn),
      row: top + chartOffset,
      column: chartColumn,
      rows: chartRows,
      columns: chartColumns,
      chart: {
        kind: "pareto",
        table: `${id}/curve`,
        categories: words.segments.curveHeaders.customers,
        bars: words.segments.curveHeaders.shareOfValue,
        line: words.segments.curveHeaders.cumulativeShare,
      },
    },
  ];
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
  ]);
  rows.push([
    words.total,
    live(`SUM(B${first}:B${open})`),
    live(`SUM(${tiers("C")})`),
    live(`SUM(D${first}:D${open})`),
    live(`SUM(${tiers("E")})`),
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
    ],
    rows,
    looks: [...result.groups.map((): RowLook => "plain"), "muted", "total"],
  };
}

/** One format for a whole column, so that its decimals stand below each other. */
function moneyFormat(amounts: readonly number[]): "money" | "smallMoney" {
  return amounts.some((amount) => Math.abs(amount) >= 1000) ? "money" : "smallMoney";
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
