import type { Outcome, SegmentationOutcome } from "../../engine/outcome";
import type { Segmentation } from "../../segmentations/plans";
import { mostOtherwise } from "../../segmentations/rules/plan";
import { sheetWords } from "../../text/sheetWords";
import type { SheetWords } from "../../text/sheet/en";
import type { ReportContext } from "../reportContext";
import { portfolioBlocks, portfolioHeading, portfolioRows } from "../portfolio/portfolioBlocks";
import type { DocBlock, SheetDoc } from "../sheetDoc";
import { withUnit } from "../withUnit";
import {
  blockRows,
  blockTops,
  chartColumn,
  chartColumns,
  chartOffset,
  curveHeadingOffset,
  curveOffset,
  firstBlockRow,
  tableOffset,
  type WantedRows,
} from "./blockPlaces";
import { curveTable } from "./curveTable";
import { rowSentences, segmentsAsOf } from "./rowSentences";
import { scoreTable } from "./scoreTable";
import { segmentsChart } from "./segmentsChart";
import { segmentsTable } from "./segmentsTable";
import { methodLines, sentences } from "./sentences";

/**
 * The Segments sheet: per segmentation what it means, a table of live formulas over the customer table, and how the
 * value is spread. Blocks stand at fixed places, so that a re-run updates them and notes beside them stay.
 *
 * @param former - the sheet as the run before left it: a segmentation keeps its place though others come or go
 */
export function segmentsSheet(outcome: Outcome, context: ReportContext, former: SheetDoc | null = null): SheetDoc {
  const { plan, sheetNames, portfolio = null } = context;
  const words = sheetWords(plan.sheetLanguage);
  const parts = outcome.segmentations.flatMap((result) => {
    const segmentation = plan.segmentations.find(({ id }) => id === result.id);
    return segmentation ? [{ segmentation, result }] : [];
  });
  const wanted = parts.flatMap(({ segmentation }): WantedRows[] => [
    { heading: headingOf(segmentation), rows: blockRows },
    ...(portfolio === null ? [] : [{ heading: portfolioHeading(segmentation), rows: portfolioRows(segmentation) }]),
  ]);
  const tops = blockTops(wanted, former);
  const top = (heading: string): number => tops.get(heading) ?? firstBlockRow;
  const asOf = segmentsAsOf(context, words);
  const blocks = parts.flatMap(({ segmentation, result }) => [
    ...blocksOf(segmentation, result, top(headingOf(segmentation)), context, words),
    ...(portfolio === null
      ? []
      : portfolioBlocks(segmentation, result, portfolio, top(portfolioHeading(segmentation)), context, words)),
  ]);
  return {
    id: "segments",
    name: sheetNames.segments,
    frozenRows: 1,
    widths: widthsBeside(blocks),
    blocks: [
      { kind: "text", id: "title", row: 0, column: 0, style: "title", cell: words.segments.title },
      { kind: "text", id: "as-of", row: 1, column: 0, style: "note", cell: withUnit(asOf, plan.unit, words) },
      ...blocks,
    ],
  };
}

function headingOf({ id }: Segmentation): string {
  return `${id}/heading`;
}

/** A gap right of the tables and narrow columns below the chart, but where a table reaches so far. */
function widthsBeside(blocks: readonly DocBlock[]): Readonly<Record<number, number>> {
  const columns = [chartColumn - 1, ...Array.from({ length: chartColumns }, (_, i) => chartColumn + i)];
  return Object.fromEntries(
    columns.map((column) => {
      const widths = blocks.flatMap((block) => (block.kind === "table" ? [block.columns[column]?.width ?? 0] : []));
      return [column, Math.max(column === chartColumn - 1 ? 3 : 11, ...widths)];
    }),
  );
}

/** A word of warning where the rules leave too many customers to the last group. */
function otherwiseWarning({ rules, groups }: SegmentationOutcome, { segments }: SheetWords): readonly string[] {
  if (rules === undefined || rules.otherwiseShare <= mostOtherwise) return [];
  return [segments.manyOtherwise(groups.at(-1)?.name ?? "", rules.otherwise, rules.otherwiseShare)];
}

function blocksOf(
  segmentation: Segmentation,
  result: SegmentationOutcome,
  top: number,
  context: ReportContext,
  words: SheetWords,
): DocBlock[] {
  const { id, name } = segmentation;
  const text = (
    part: string,
    row: number,
    style: "heading" | "body" | "note" | "warning",
    cell: string,
    column = 0,
  ): DocBlock => {
    return { kind: "text", id: `${id}/${part}`, row, column, style, cell };
  };
  const { by, heading, method, rules } = sentences(segmentation, result, context, words);
  return [
    text("heading", top, "heading", name),
    text("by", top + 1, "note", by),
    ...otherwiseWarning(result, words).map((warning) => text("warning", top + 2, "warning", warning)),
    segmentsTable(segmentation, result, top + tableOffset, context, words),
    ...(segmentation.method === "abc"
      ? [
          text("curve-heading", top + curveHeadingOffset, "heading", words.segments.curve(context.runAt)),
          curveTable(id, result, top + curveOffset, words),
        ]
      : []),
    text("method", top + curveOffset, "heading", heading, chartColumn),
    ...methodLines(segmentation.method, [
      ...method,
      ...rules,
      ...rowSentences(segmentation, result, context, words),
    ]).map((line, i) => text(`method-${i + 1}`, top + curveOffset + 1 + i, "body", line, chartColumn)),
    segmentsChart(segmentation, result, top + chartOffset, words),
    ...scoreTable(result, top, context, words),
  ];
}
