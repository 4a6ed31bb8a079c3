/** How a series is drawn. */
export type SeriesKind = "column" | "bar" | "line" | "area" | "scatter" | "pie";

/** The kind behind Excel's word for a chart type, e.g. "ColumnClustered"; what is unknown is drawn as columns. */
export function seriesKind(chartType: string): SeriesKind {
  if (/^(Pie|3DPie|Doughnut|PieOfPie|BarOfPie)/.test(chartType)) return "pie";
  if (/^(XYScatter|Bubble)/.test(chartType)) return "scatter";
  if (/^(3D)?Line/.test(chartType)) return "line";
  if (/^(3D)?Area/.test(chartType)) return "area";
  return /^(3D)?Bar(Clustered|Stacked)/.test(chartType) ? "bar" : "column";
}

/** Whether series stand on each other, and whether they fill the axis. */
export function stacking(chartType: string): "none" | "stacked" | "whole" {
  if (chartType.endsWith("Stacked100")) return "whole";
  return chartType.endsWith("Stacked") ? "stacked" : "none";
}
