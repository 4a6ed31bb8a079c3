import type { SegmentationOutcome } from "../../engine/outcome";
import type { Segmentation } from "../../segmentations/plans";
import type { SheetWords } from "../../text/sheet/en";
import type { ReportContext } from "../reportContext";
import type { DocBlock } from "../sheetDoc";
import { linesOf } from "../textWidth";
import type { Portfolio } from "./portfolio";
import { portfolioColumns } from "./portfolioColumns";
import { portfolioNotes } from "./portfolioNotes";
import { portfolioTable } from "./portfolioTable";

/** Heading, the table with its header, not classified and total, a line of space, notes, and space to what follows. */
const rowsBesideGroups = 1 + 3 + 1 + 7 + 1;
/** How much of a line the notes have, in characters of the default font. */
const notesWidth = 180;
const mostNotes = 7;

/** Rows that a segmentation's portfolio takes, whichever of its parts are there: ten tiers, or as many groups as there may be. */
export function portfolioRows({ method }: Segmentation): number {
  return rowsBesideGroups + (method === "groups" || method === "rules" ? 31 : 11);
}

/** Id of the first text of a segmentation's portfolio. */
export function portfolioHeading({ id }: Segmentation): string {
  return `${id}/portfolio-heading`;
}

/** The second table of a segmentation: what a credit committee, or a retailer's, asks of every segment. */
export function portfolioBlocks(
  segmentation: Segmentation,
  result: SegmentationOutcome,
  portfolio: Portfolio,
  top: number,
  context: ReportContext,
  words: SheetWords,
): DocBlock[] {
  const { id, name } = segmentation;
  const columns = portfolioColumns(segmentation, portfolio, context, words);
  const below = top + 1 + (columns.length === 0 ? 0 : result.groups.length + 4);
  const notes = portfolioNotes(segmentation, portfolio, context, words).flatMap((note) => linesOf(note, notesWidth));
  return [
    {
      kind: "text",
      id: portfolioHeading(segmentation),
      row: top,
      column: 0,
      style: "heading",
      cell: words.portfolio.heading(name),
    },
    ...(columns.length === 0 ? [] : [portfolioTable(segmentation, result, columns, top + 1, context, words)]),
    ...notes.slice(0, mostNotes).map((cell, i): DocBlock => {
      return { kind: "text", id: `${id}/portfolio-note-${i + 1}`, row: below + i, column: 0, style: "note", cell };
    }),
  ];
}
