import type { Book } from "../model/book";
import type { ChartAxis, ChartSeries } from "../model/chart";
import { chartData, type ChartData } from "./chartData";
import { xmlHeader } from "./draft";
import { escapeAttribute, escapeFormula, escapeXml } from "./escape";
import type { ChartContent } from "./readChart";
import { relationshipNamespace } from "./writeLayout";

/** Namespaces of DrawingML, by standard. */
export function drawingNamespace(strict: boolean, word: "main" | "chart" | "spreadsheetDrawing"): string {
  return strict
    ? `http://purl.oclc.org/ooxml/drawingml/${word}`
    : `http://schemas.openxmlformats.org/drawingml/2006/${word}`;
}

/**
 * A chart as DrawingML, with copies of the values it shows, so that readers that do not calculate can draw it.
 *
 * Source: ECMA-376 part 1, 21.2 (DrawingML charts); the order of elements is the schema's.
 */
export function chartXml(chart: ChartContent, book: Book, strict: boolean): string {
  const { title, legend } = chart;
  const position = { Bottom: "b", Left: "l", Top: "t", Right: "r" }[legend.position];
  return (
    `${xmlHeader}<c:chartSpace xmlns:c="${drawingNamespace(strict, "chart")}" xmlns:a="${drawingNamespace(strict, "main")}" xmlns:r="${relationshipNamespace({ strict })}">` +
    `<c:roundedCorners val="0"/><c:chart>${title === null ? "" : titleXml(title, 1400)}<c:autoTitleDeleted val="${title === null ? 1 : 0}"/>` +
    `<c:plotArea><c:layout/>${plotXml(chart, book)}</c:plotArea>` +
    `${legend.visible ? `<c:legend><c:legendPos val="${position}"/><c:overlay val="0"/></c:legend>` : ""}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  );
}

/** Series of one kind on one pair of axes: DrawingML draws them together. */
interface Group {
  readonly family: "bar" | "line" | "area" | "pie" | "doughnut" | "scatter";
  readonly chartType: string;
  readonly axisGroup: ChartSeries["axisGroup"];
  readonly series: { readonly series: ChartSeries; readonly index: number }[];
}

/** Numbers of the axes: category and value of the first pair, of the second pair. */
const axisIds = { Primary: [111111111, 111111112], Secondary: [111111113, 111111114] } as const;

function plotXml(chart: ChartContent, book: Book): string {
  const groups = grouped(chart);
  const xml = groups.map((group) => groupXml(group, book)).join("");
  const round = groups.every(({ family }) => family === "pie" || family === "doughnut");
  if (round) return xml;
  const scatter = groups[0]?.family === "scatter";
  const flat = groups[0]?.chartType.startsWith("Bar") ?? false;
  const second = groups.some(({ axisGroup }) => axisGroup === "Secondary");
  const { category, value, secondaryValue } = chart.axes;
  const [x1, y1] = axisIds.Primary;
  const [x2, y2] = axisIds.Secondary;
  const hidden = { ...category, title: null, visible: false };
  return (
    xml +
    (scatter
      ? valueAxis(category, x1, y1, "b", "autoZero", false, "midCat")
      : categoryAxis(category, x1, y1, flat ? "l" : "b")) +
    valueAxis(value, y1, x1, flat ? "b" : "l", "autoZero", true, scatter ? "midCat" : "between") +
    (second
      ? valueAxis(secondaryValue, y2, x2, flat ? "t" : "r", "max", false, "between") +
        categoryAxis(hidden, x2, y2, flat ? "l" : "b")
      : "")
  );
}

function grouped(chart: ChartContent): Group[] {
  const groups: Group[] = [];
  const anyPrimary = chart.series.some(({ axisGroup }) => axisGroup === "Primary");
  chart.series.forEach((series, index) => {
    const family = familyOf(series.chartType);
    // A second pair of axes needs a first one.
    const axisGroup = anyPrimary ? series.axisGroup : "Primary";
    const kind = family === "line" || family === "scatter" ? stacking(series.chartType) : series.chartType;
    let group = groups.find(
      (candidate) =>
        candidate.family === family &&
        candidate.axisGroup === axisGroup &&
        (kind === candidate.chartType || kind === stacking(candidate.chartType)),
    );
    if (!group) groups.push((group = { family, chartType: series.chartType, axisGroup, series: [] }));
    group.series.push({ series, index });
  });
  return groups;
}

function familyOf(chartType: string): Group["family"] {
  if (chartType.startsWith("Line")) return "line";
  if (chartType.startsWith("XYScatter")) return "scatter";
  if (chartType.startsWith("Area")) return "area";
  if (chartType.startsWith("Pie")) return "pie";
  if (chartType.startsWith("Doughnut")) return "doughnut";
  return "bar";
}

function stacking(chartType: string): string {
  return chartType.endsWith("Stacked100") ? "percentStacked" : chartType.endsWith("Stacked") ? "stacked" : "standard";
}

function groupXml({ family, chartType, axisGroup, series }: Group, book: Book): string {
  const axes = axisIds[axisGroup].map((id) => `<c:axId val="${id}"/>`).join("");
  const written = series.map((entry) => seriesXml(entry.series, entry.index, family, book)).join("");
  const vary = `<c:varyColors val="${family === "pie" || family === "doughnut" ? 1 : 0}"/>`;
  const grouping = stacking(chartType);
  switch (family) {
    case "bar": {
      const direction = chartType.startsWith("Bar") ? "bar" : "col";
      const stacked = grouping === "standard" ? "" : '<c:overlap val="100"/>';
      return `<c:barChart><c:barDir val="${direction}"/><c:grouping val="${stacked ? grouping : "clustered"}"/>${vary}${written}<c:gapWidth val="60"/>${stacked}${axes}</c:barChart>`;
    }
    case "line":
      return `<c:lineChart><c:grouping val="${grouping}"/>${vary}${written}<c:marker val="1"/>${axes}</c:lineChart>`;
    case "area":
      return `<c:areaChart><c:grouping val="${grouping}"/>${vary}${written}${axes}</c:areaChart>`;
    case "scatter":
      return `<c:scatterChart><c:scatterStyle val="lineMarker"/>${vary}${written}${axes}</c:scatterChart>`;
    case "pie":
      return `<c:pieChart>${vary}${written}<c:firstSliceAng val="0"/></c:pieChart>`;
    case "doughnut":
      return `<c:doughnutChart>${vary}${written}<c:firstSliceAng val="0"/><c:holeSize val="50"/></c:doughnutChart>`;
    default:
      return family satisfies never;
  }
}

function seriesXml(series: ChartSeries, index: number, family: Group["family"], book: Book): string {
  const name =
    series.nameReference === undefined
      ? series.name === ""
        ? ""
        : `<c:tx><c:v>${escapeFormula(series.name)}</c:v></c:tx>`
      : `<c:tx>${textReference(series.nameReference, { values: [series.name], numberFormat: "General" })}</c:tx>`;
  const lines = family === "line" || family === "scatter";
  const categories = chartData(book, series.categories);
  const numeric =
    family === "scatter" ||
    (categories !== null &&
      categories.values.length > 0 &&
      categories.values.every((value) => typeof value === "number"));
  const shown =
    series.categories === null
      ? ""
      : numeric
        ? numberReference(series.categories, categories)
        : textReference(series.categories, categories);
  const values = numberReference(series.values, chartData(book, series.values));
  const [x, y] = family === "scatter" ? ["xVal", "yVal"] : ["cat", "val"];
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${name}${lookXml(series, lines)}` +
    (family === "bar" ? '<c:invertIfNegative val="0"/>' : "") +
    (lines ? markerXml(series) : "") +
    (shown === "" ? "" : `<c:${x}>${shown}</c:${x}>`) +
    `<c:${y}>${values}</c:${y}>${lines ? `<c:smooth val="${series.chartType.includes("Smooth") ? 1 : 0}"/>` : ""}</c:ser>`
  );
}

function lookXml({ color, chartType }: ChartSeries, lines: boolean): string {
  const fill =
    color === undefined ? "" : `<a:solidFill><a:srgbClr val="${color.slice(1).toUpperCase()}"/></a:solidFill>`;
  if (chartType === "XYScatter") return `<c:spPr><a:ln w="25400"><a:noFill/></a:ln></c:spPr>`;
  if (fill === "") return "";
  return lines ? `<c:spPr><a:ln w="28575" cap="rnd">${fill}<a:round/></a:ln></c:spPr>` : `<c:spPr>${fill}</c:spPr>`;
}

function markerXml({ markers, color }: ChartSeries): string {
  if (!markers) return '<c:marker><c:symbol val="none"/></c:marker>';
  const fill =
    color === undefined
      ? ""
      : `<c:spPr><a:solidFill><a:srgbClr val="${color.slice(1).toUpperCase()}"/></a:solidFill></c:spPr>`;
  return `<c:marker><c:symbol val="circle"/><c:size val="5"/>${fill}</c:marker>`;
}

function numberReference(reference: string, data: ChartData | null): string {
  const points = (data?.values ?? []).map((value, i) =>
    typeof value === "number" && Number.isFinite(value) ? `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>` : "",
  );
  const cache =
    data &&
    `<c:numCache><c:formatCode>${escapeXml(data.numberFormat)}</c:formatCode><c:ptCount val="${points.length}"/>${points.join("")}</c:numCache>`;
  return `<c:numRef><c:f>${escapeFormula(reference)}</c:f>${cache ?? ""}</c:numRef>`;
}

function textReference(reference: string, data: ChartData | null): string {
  const points = (data?.values ?? []).map((value, i) =>
    value === null || typeof value === "object"
      ? ""
      : `<c:pt idx="${i}"><c:v>${escapeFormula(String(value))}</c:v></c:pt>`,
  );
  const cache = data && `<c:strCache><c:ptCount val="${points.length}"/>${points.join("")}</c:strCache>`;
  return `<c:strRef><c:f>${escapeFormula(reference)}</c:f>${cache ?? ""}</c:strRef>`;
}

function titleXml(text: string, size: number): string {
  const paragraphs = text
    .split("\n")
    .map(
      (line) =>
        `<a:p><a:pPr><a:defRPr sz="${size}" b="0"/></a:pPr><a:r><a:rPr sz="${size}" b="0"/><a:t>${escapeFormula(line)}</a:t></a:r></a:p>`,
    );
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${paragraphs.join("")}</c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function categoryAxis(axis: ChartAxis, id: number, crosses: number, position: string): string {
  return `<c:catAx>${axisHead(axis, id, position, false)}<c:crossAx val="${crosses}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`;
}

function valueAxis(
  axis: ChartAxis,
  id: number,
  crosses: number,
  position: string,
  where: string,
  grid: boolean,
  between: string,
): string {
  return `<c:valAx>${axisHead(axis, id, position, grid)}<c:crossAx val="${crosses}"/><c:crosses val="${where}"/><c:crossBetween val="${between}"/></c:valAx>`;
}

function axisHead(
  { title, numberFormat, minimum, maximum, visible }: ChartAxis,
  id: number,
  position: string,
  grid: boolean,
): string {
  const bounds =
    (maximum === null ? "" : `<c:max val="${maximum}"/>`) + (minimum === null ? "" : `<c:min val="${minimum}"/>`);
  const lines =
    '<c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
  const format =
    numberFormat === null
      ? '<c:numFmt formatCode="General" sourceLinked="1"/>'
      : `<c:numFmt formatCode="${escapeAttribute(numberFormat)}" sourceLinked="0"/>`;
  return (
    `<c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/>${bounds}</c:scaling><c:delete val="${visible ? 0 : 1}"/><c:axPos val="${position}"/>` +
    `${grid ? lines : ""}${title === null ? "" : titleXml(title, 1000)}${format}<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>`
  );
}

/** A chart's text without the copies of values: what the model can say is equal when these are. */
export function withoutCaches(text: string): string {
  return text.replace(/<c:(num|str)Cache>[^]*?<\/c:\1Cache>/g, "").replace(/<c:(\/?)(?:num|str)Ref>/g, "<c:$1ref>");
}
