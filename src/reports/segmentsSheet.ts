import type { Outcome, SegmentationOutcome } from "../engine/outcome";
import type { Segmentation } from "../plan/plan";
import { sheetWords } from "../text/sheetWords";
import type { SheetWords } from "../text/sheet/en";
import { criterion } from "./criterion";
import { curveAt } from "./curveAt";
import type { ReportContext } from "./reportContext";
import type { DocBlock, DocCell, SheetDoc } from "./sheetDoc";
import { structuredReference } from "./structuredReference";

/** Rows from one segmentation's block to the next: ten tiers, their total and the curve have room in every one. */
const blockRows = 42;
const firstBlockRow = 3;
/** Rows from the top of a block to its table, to the heading of its curve, and to the curve's table. */
const tableOffset = 3;
const curveHeadingOffset = 17;
const curveOffset = 18;
/** Right of the table, with a column of space. */
const chartColumn = 8;
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
    frozenRows: 0,
    widths: {},
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
  const text = (part: string, row: number, style: "heading" | "body" | "note", cell: string): DocBlock => {
    return { kind: "text", id: `${id}/${part}`, row, column: 0, style, cell };
  };
  const cuts = tiers.map((tier, i) => ({ name: tier.name, cutoff: cutoffs[i] ?? null }));
  return [
    text("heading", top, "heading", name),
    text("method", top + 1, "body", words.segments.methodAbc(valueColumn, cuts)),
    text("rule", top + 2, "note", words.segments.rule),
    segmentTable(segmentation, result, top + tableOffset, context, words),
    text("curve-heading", top + curveHeadingOffset, "heading", words.segments.curve(context.runAt)),
    curveTable(id, result, top + curveOffset, words),
    {
      kind: "chart",
      id: `${id}/chart`,
      name: `Tierbook ${id}`,
      title: words.segments.chart(valueColumn),
      row: top + tableOffset,
      column: chartColumn,
      width: 520,
      height: 300,
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
      { header: headers.segment, format: "text", width: 24 },
      { header: headers.customers, format: "count", width: 12 },
      { header: headers.shareOfCustomers, format: "share", width: 19 },
      { header: headers.value, format: "money", width: 18 },
      { header: headers.shareOfValue, format: "share", width: 15 },
      { header: headers.cumulativeShare, format: "share", width: 18 },
      { header: headers.median, format: "money", width: 20 },
    ],
    rows,
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
      { header: curveHeaders.customers, format: "text", width: 24 },
      { header: curveHeaders.shareOfValue, format: "share", width: 14 },
      { header: curveHeaders.cumulativeShare, format: "share", width: 14 },
    ],
    rows,
  };
}
