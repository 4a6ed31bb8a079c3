import type { SegmentationOutcome } from "../../engine/outcome";
import type { SheetWords } from "../../text/sheet/en";
import { curveAt } from "../curveAt";
import type { DocBlock, DocCell } from "../sheetDoc";
import { tableName } from "../tableName";

/** Five per cent of the customers a bar. */
const ventiles = 20;

/** How the value is spread, as the bars and the line of the chart. */
export function curveTable(id: string, { curve }: SegmentationOutcome, row: number, words: SheetWords): DocBlock {
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
