import type { SegmentationOutcome } from "../../engine/outcome";
import type { Segmentation } from "../../plan/plan";
import type { SheetWords } from "../../text/sheet/en";
import { criterion } from "../criterion";
import { moneyFormat } from "../moneyFormat";
import { ownerLookup } from "../ownerLookup";
import type { ReportContext } from "../reportContext";
import type { DocBlock, DocCell, RowLook } from "../sheetDoc";
import { structuredReference } from "../structuredReference";
import { tableName } from "../tableName";
import { widthFor } from "../textWidth";

/**
 * One row per tier, one for the customers that are not classified, and the total.
 *
 * The total counts the keys of the customer table, and what the tiers do not hold of it is not classified: so the rows
 * always add up to the table, also after customers were added below it and before the next run.
 */
export function segmentsTable(
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
      ownerLookup(group.id, context),
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
      { header: headers.owner, format: "text", width: 20 },
    ],
    rows,
    looks: [...result.groups.map((): RowLook => "plain"), "muted", "total"],
  };
}
