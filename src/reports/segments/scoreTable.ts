import type { SegmentationOutcome } from "../../engine/outcome";
import type { SheetWords } from "../../text/sheet/en";
import type { ReportContext } from "../reportContext";
import type { DocBlock, DocCell } from "../sheetDoc";
import { structuredReference } from "../structuredReference";
import { tableName } from "../tableName";
import { chartColumn, scoreOffset } from "./blockPlaces";

/**
 * Where the customers of RFM are: recency down, the latest on top, and frequency across. Live counts of the written
 * scores; where a customer has several rows, those of the run, because formulas would count rows.
 */
export function scoreTable(
  { id, rfm: found }: SegmentationOutcome,
  top: number,
  { plan, table, scoreColumns, runAt }: ReportContext,
  { rfm }: SheetWords,
): readonly DocBlock[] {
  const scores = scoreColumns?.get(id);
  if (found === undefined || scores === undefined) return [];
  const live = plan.rows.perCustomer === "one";
  const down = Array.from({ length: found.counts.recency.length }, (_, i) => found.counts.recency.length - i);
  const across = found.counts.frequency.map((_, i) => i + 1);
  const cell = (recency: number, frequency: number): DocCell => {
    if (live) return { formula: `=COUNTIFS(${structuredReference(table, scores)},"${recency}${frequency}?")` };
    const here = found.cells.filter(({ at }) => at[0] === recency && at[1] === frequency);
    return here.reduce((sum, { customers }) => sum + customers, 0);
  };
  const row = top + scoreOffset;
  return [
    {
      kind: "text",
      id: `${id}/scores-heading`,
      row,
      column: chartColumn,
      style: "heading",
      cell: live ? rfm.grid.heading : rfm.grid.headingAt(runAt),
    },
    {
      kind: "table",
      id: `${id}/scores`,
      row: row + 1,
      column: chartColumn,
      name: tableName("Tierbook_Scores", id),
      shaded: true,
      columns: [
        { header: rfm.grid.corner, format: "text", width: 11 },
        ...across.map((score) => ({ header: `F${score}`, format: "count", width: 11 }) as const),
      ],
      rows: down.map((recency) => [`R${recency}`, ...across.map((frequency) => cell(recency, frequency))]),
    },
  ];
}
