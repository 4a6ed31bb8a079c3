import type { SheetDoc } from "../sheetDoc";

/** Rows from one segmentation's block to the next: ten tiers and the curve, or thirty groups, have room in every one. */
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

/** Top row of each segmentation's block: where it stood, or the first place that none takes. */
export function blockTops(ids: readonly string[], former: SheetDoc | null): ReadonlyMap<string, number> {
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
