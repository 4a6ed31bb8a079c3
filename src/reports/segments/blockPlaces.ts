import type { SheetDoc } from "../sheetDoc";

/** Rows that a segmentation's block takes: ten tiers and the curve, or thirty groups, have room in every one. */
export const blockRows = 42;
export const firstBlockRow = 3;
/** Rows from the top of a block to its table, to the heading of its curve, and to the curve's table. */
export const tableOffset = 3;
export const curveHeadingOffset = 17;
export const curveOffset = 18;
/** Right of the table, with a column of space; beside the tiers the chart, below it how the segments are made. */
export const chartColumn = 9;
export const chartColumns = 7;
export const chartOffset = 1;
export const chartRows = 15;
/** Rows from the top of an RFM block to the heading of its table of scores, below how the scores are made. */
export const scoreOffset = 34;

/** A part of the sheet that needs rows of its own. */
export interface WantedRows {
  /** Id of the part's first text, which tells where the part stood before. */
  readonly heading: string;
  readonly rows: number;
}

/** Top row of each part by its heading: where it stood, or the first place that none takes. */
export function blockTops(wanted: readonly WantedRows[], former: SheetDoc | null): ReadonlyMap<string, number> {
  const taken: { readonly top: number; readonly end: number }[] = [];
  const tops = new Map<string, number>();
  const isFree = (top: number, rows: number): boolean => taken.every((one) => top + rows <= one.top || one.end <= top);
  const put = ({ heading, rows }: WantedRows, top: number): void => {
    tops.set(heading, top);
    taken.push({ top, end: top + rows });
  };
  for (const part of wanted) {
    const row = former?.blocks.find((block) => block.id === part.heading)?.row;
    if (row !== undefined && isFree(row, part.rows)) put(part, row);
  }
  for (const part of wanted) {
    if (tops.has(part.heading)) continue;
    const ends = taken.map(({ end }) => end).sort((a, b) => a - b);
    const top = [firstBlockRow, ...ends].find((row) => isFree(row, part.rows));
    put(part, top ?? firstBlockRow);
  }
  return tops;
}
