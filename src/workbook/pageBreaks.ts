import type { DocBlock, SheetDoc } from "../reports/sheetDoc";
import { placeOf } from "./blockPlaces";

/** A4 across, less Excel's own margins, in points; and the height of a row. */
const page = { width: 741, height: 487 };
const rowHeight = 15;
/** Other programs draw a little wider and taller than Excel. */
const reserve = 0.96;

/**
 * The rows that begin a page of a sheet fitted to the width of its paper, counted from zero, so that no part of it is
 * cut that fits a page.
 *
 * @param width - of all columns, in points
 */
export function pageBreaks(doc: SheetDoc, width: number): readonly number[] {
  const parts = partsOf(doc);
  const scale = Math.min(1, page.width / width);
  const room = Math.floor((reserve * page.height) / scale / rowHeight) - titleRows;
  const breaks: number[] = [];
  let top = 0;
  for (const [i, { row, end }] of parts.entries()) {
    const left = room - (row - top);
    const isCut = end - row > left;
    // The first part keeps the title company; one that no page holds begins where there is room for some of it.
    if (i > 0 && isCut && (end - row <= room || left < leastRows)) {
      breaks.push(row);
      top = row;
    }
    // A part longer than a page ends somewhere on its last one.
    while (end - top > room) top += room;
  }
  return breaks;
}

/** A long list begins on a page only with that many rows. */
const leastRows = 10;

/** The title, which every page repeats, and the second line of a table's header. */
const titleRows = 3;

interface Part {
  readonly row: number;
  /** The first row below its last block. */
  readonly end: number;
}

/** A part is a heading at the left edge with what stands below it, down to the next one. */
function partsOf({ blocks }: SheetDoc): readonly Part[] {
  const tops = blocks.flatMap((block) => (isHeading(block) ? [block.row] : [])).sort((a, b) => a - b);
  return tops.map((row, i) => {
    const next = tops[i + 1] ?? Infinity;
    const ends = blocks.flatMap((block) => (block.row >= row && block.row < next ? [endOf(block)] : []));
    return { row, end: Math.max(row + 1, ...ends) };
  });
}

function isHeading(block: DocBlock): boolean {
  return block.kind === "text" && block.style === "heading" && block.column === 0;
}

function endOf(block: DocBlock): number {
  return block.row + (block.kind === "chart" ? block.rows : (placeOf(block)?.rows ?? 0));
}
