import type { SegmentationOutcome } from "../../engine/outcome";
import type { Segmentation, SegmentationBy } from "../../segmentations/plans";
import type { SheetWords } from "../../text/sheet/en";
import type { DocBlock } from "../sheetDoc";
import { chartColumn, chartColumns, chartRows } from "./blockPlaces";

/** The concentration curve for value tiers; for bands and groups their customers beside their value. */
export function segmentsChart(
  segmentation: Segmentation,
  result: SegmentationOutcome,
  row: number,
  { segments }: SheetWords,
): DocBlock {
  const { id, valueColumn } = segmentation;
  const place = { row, column: chartColumn, rows: chartRows, columns: chartColumns };
  const { headers, curveHeaders } = segments;
  if (segmentation.method === "abc") {
    return {
      kind: "chart",
      id: `${id}/chart`,
      name: `Tierbook ${id}`,
      title: segments.chart(valueColumn),
      ...place,
      chart: {
        kind: "pareto",
        table: `${id}/curve`,
        categories: curveHeaders.customers,
        bars: curveHeaders.shareOfValue,
        line: curveHeaders.cumulativeShare,
      },
    };
  }
  const by = dividedBy(segmentation);
  return {
    kind: "chart",
    id: `${id}/chart`,
    // Not the name of a Pareto chart: a segmentation that changes its method gets a chart of the other kind.
    name: `Tierbook ${id} shares`,
    title: segments.chartShares(by, valueColumn),
    ...place,
    chart: {
      kind: "columns",
      table: `${id}/table`,
      categories: headers.segment,
      bars: headers.shareOfCustomers,
      line: headers.shareOfValue,
      rows: result.groups.length,
    },
  };
}

/** What the segments go by, for the title of a chart. */
function dividedBy(segmentation: Exclude<Segmentation, SegmentationBy<"abc">>): string {
  switch (segmentation.method) {
    case "matrix":
      return segmentation.axes.map(({ column }) => column).join(" × ");
    case "rules":
    case "rfm":
      return segmentation.name;
    default:
      return segmentation.column;
  }
}
