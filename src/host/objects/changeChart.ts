import type { Chart, ChartSeries } from "../model/chart";
import type { Sheet } from "../model/book";
import { HostError } from "../errors";
import { changed, type Session } from "../session";
import type { SheetChart } from "./handles";
import { notFound } from "./objectClass";

/** Types that the host draws and writes to files. */
export const chartTypes = [
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "BarClustered",
  "BarStacked",
  "BarStacked100",
  "Line",
  "LineMarkers",
  "Pie",
  "Doughnut",
  "XYScatter",
  "XYScatterLines",
  "XYScatterLinesNoMarkers",
  "Area",
] as const;

/** [I] P44 XlsxWriter#399: a chart of more series is taken for corrupt. */
export const mostSeries = 255;

/** A chart, series or axis that is not there. */
export function missingPart(key: unknown): never {
  throw notFound(`chart, series or axis ${String(key)}`);
}

/** Refuses to touch drawings on a sheet that protects them. */
export function refuseObjects(sheet: Sheet): void {
  if (sheet.protection.isProtected && sheet.protection.options["allowEditObjects"] !== true) {
    throw new HostError("AccessDenied", "You cannot perform the requested operation: the sheet is protected.");
  }
}

/** A chart from a file that the host does not write anew keeps the file's own XML: changing it would be lost. */
export function changeChart(
  { sheet, chart: one }: SheetChart,
  session: Session,
  make: (chart: Chart) => unknown,
): void {
  refuseObjects(sheet);
  make(one);
  one.foreign = false;
  changed(session, { kind: "chart", sheet, chart: one, what: "changed" });
}

/** Gives a series its type and the markers that come with it. */
export function setSeriesType(series: ChartSeries, chartType: string): void {
  series.chartType = chartType;
  series.markers = chartType === "LineMarkers" || chartType === "XYScatter" || chartType === "XYScatterLines";
}
