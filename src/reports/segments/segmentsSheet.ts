import type { Outcome, SegmentationOutcome } from "../../engine/outcome";
import type { Segmentation } from "../../plan/plan";
import { sheetWords } from "../../text/sheetWords";
import type { SheetWords } from "../../text/sheet/en";
import type { ReportContext } from "../reportContext";
import type { DocBlock, SheetDoc } from "../sheetDoc";
import {
  blockTops,
  chartColumn,
  chartColumns,
  chartOffset,
  curveHeadingOffset,
  curveOffset,
  firstBlockRow,
  tableOffset,
} from "./blockPlaces";
import { curveTable } from "./curveTable";
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
    segmentsTable(segmentation, result, top + tableOffset, context, words),
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
    segmentsChart(segmentation, result, top + chartOffset, words),
  ];
}
