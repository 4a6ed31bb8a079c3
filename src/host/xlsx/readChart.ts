import { plainAxis, type Chart, type ChartAxis, type ChartSeries } from "../model/chart";
import type { Palette } from "./colors";
import { attribute, child, childrenOf, descendant, type XmlElement } from "./xmlTree";

/** What a chart's own part says; its place and name stand in the drawing. */
export type ChartContent = Pick<Chart, "chartType" | "title" | "legend" | "series" | "axes">;

/** Reads a chart's part as far as the model goes: bars, lines, areas, pies and scatters with their axes. */
export function readChart(root: XmlElement, palette: Palette): ChartContent {
  const chart = child(root, "chart");
  const plot = child(chart, "plotArea");
  const groups = (plot?.children ?? []).filter(({ local }) => local.endsWith("Chart"));
  const primary = axisIds(groups[0]);
  const series = groups.flatMap((group) => {
    const axisGroup =
      axisIds(group).some((id) => primary.includes(id)) || primary.length === 0 ? "Primary" : "Secondary";
    return childrenOf(group, "ser").map((element) => readSeries(element, group, axisGroup, palette));
  });
  const secondary = groups.map(axisIds).find((ids) => ids.length > 0 && !ids.some((id) => primary.includes(id))) ?? [];
  const axes = (plot?.children ?? []).filter(({ local }) => local.endsWith("Ax"));
  const axis = (id: string | undefined): ChartAxis => readAxis(axes.find((element) => value(element, "axId") === id));
  return {
    chartType: series[0]?.chartType ?? "ColumnClustered",
    title: readTitle(chart, series),
    legend: readLegend(child(chart, "legend")),
    series,
    axes: {
      category: axis(primary[0]),
      value: axis(primary[1]),
      secondaryValue: secondary.length > 0 ? axis(secondary[1]) : plainAxis(),
    },
  };
}

function axisIds(group: XmlElement | undefined): string[] {
  return childrenOf(group, "axId").map((element) => attribute(element, "val") ?? "");
}

function value(element: XmlElement | undefined, local: string): string | undefined {
  return attribute(child(element, local), "val");
}

function readSeries(
  element: XmlElement,
  group: XmlElement,
  axisGroup: ChartSeries["axisGroup"],
  palette: Palette,
): ChartSeries {
  const text = child(element, "tx");
  const nameReference = descendant(text, "f")?.text;
  const chartType = typeOf(group, element);
  const color = colorIn(child(element, "spPr"), chartType, palette);
  return {
    name: descendant(text, "v")?.text ?? "",
    ...(nameReference === undefined ? {} : { nameReference }),
    categories: descendant(child(element, "cat") ?? child(element, "xVal"), "f")?.text ?? null,
    values: descendant(child(element, "val") ?? child(element, "yVal"), "f")?.text ?? "",
    chartType,
    axisGroup,
    ...(color === undefined ? {} : { color }),
    markers: hasMarkers(group, element),
  };
}

/** Markers are shown unless the group or the series switches them off. */
function hasMarkers(group: XmlElement, series: XmlElement): boolean {
  if (group.local !== "lineChart" && group.local !== "scatterChart") return false;
  const symbol = value(child(series, "marker"), "symbol");
  if (symbol !== undefined) return symbol !== "none";
  return group.local === "scatterChart" ? value(group, "scatterStyle") !== "line" : value(group, "marker") === "1";
}

/** Excel's word for the kind of a series. Source: Excel.ChartType. */
function typeOf(group: XmlElement, series: XmlElement): string {
  const stack = { stacked: "Stacked", percentStacked: "Stacked100" }[value(group, "grouping") ?? ""] ?? "";
  switch (group.local.replace("3DChart", "Chart")) {
    case "barChart":
      return (value(group, "barDir") === "bar" ? "Bar" : "Column") + (stack || "Clustered");
    case "lineChart":
      return hasMarkers(group, series) ? `LineMarkers${stack}` : `Line${stack}`;
    case "areaChart":
      return `Area${stack}`;
    case "pieChart":
      return "Pie";
    case "doughnutChart":
      return "Doughnut";
    case "scatterChart":
      return scatterType(group, series);
    case "bubbleChart":
      return "Bubble";
    case "radarChart":
      return "Radar";
    default:
      return group.local;
  }
}

function scatterType(group: XmlElement, series: XmlElement): string {
  const line = child(child(series, "spPr"), "ln");
  if (child(line, "noFill")) return "XYScatter";
  const smooth = value(series, "smooth") === "1" ? "Smooth" : "Lines";
  return `XYScatter${smooth}${hasMarkers(group, series) ? "" : "NoMarkers"}`;
}

function colorIn(properties: XmlElement | undefined, chartType: string, palette: Palette): string | undefined {
  const lines = chartType.startsWith("Line") || chartType.startsWith("XYScatter");
  const fill = child(lines ? child(properties, "ln") : properties, "solidFill");
  const own = attribute(child(fill, "srgbClr"), "val");
  if (own !== undefined) return `#${own.toUpperCase()}`;
  const scheme = attribute(child(fill, "schemeClr"), "val");
  const place = scheme === undefined ? -1 : schemeColors.indexOf(scheme);
  return palette.theme[place];
}

const schemeColors = ["bg1", "tx1", "bg2", "tx2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"];

function readTitle(chart: XmlElement | undefined, series: readonly ChartSeries[]): string | null {
  const title = child(chart, "title");
  if (title) return textIn(title) ?? (series.length === 1 ? (series[0]?.name ?? null) : null);
  // A chart with one series that says nothing of a title shows the series's name.
  const deleted = value(chart, "autoTitleDeleted") ?? "0";
  return deleted === "0" && series.length === 1 && series[0]?.name ? series[0].name : null;
}

/** Text of a title, typed or taken from a cell; undefined where it has none of its own. */
function textIn(title: XmlElement | undefined): string | undefined {
  const text = child(title, "tx");
  if (!text) return undefined;
  const rich = child(text, "rich");
  if (!rich) return descendant(text, "v")?.text;
  return childrenOf(rich, "p")
    .map((paragraph) => paragraph.children.map((run) => child(run, "t")?.text ?? "").join(""))
    .join("\n");
}

function readLegend(legend: XmlElement | undefined): Chart["legend"] {
  const position = ({ b: "Bottom", l: "Left", t: "Top" } as const)[value(legend, "legendPos") ?? "r"] ?? "Right";
  return { visible: legend !== undefined, position };
}

function readAxis(element: XmlElement | undefined): ChartAxis {
  if (!element) return plainAxis();
  const scaling = child(element, "scaling");
  const format = child(element, "numFmt");
  const bound = (name: string): number | null =>
    value(scaling, name) === undefined ? null : Number(value(scaling, name));
  return {
    title: textIn(child(element, "title")) ?? null,
    numberFormat: attribute(format, "sourceLinked") === "1" ? null : (attribute(format, "formatCode") ?? null),
    minimum: bound("min"),
    maximum: bound("max"),
    visible: value(element, "delete") !== "1",
  };
}
