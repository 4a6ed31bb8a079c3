import { plainAxis, type Chart, type ChartSeries } from "../model/chart";
import type { Area } from "../model/address";
import type { Sheet } from "../model/book";
import { newId } from "../model/newBook";
import { chartSource } from "../edit/chartSource";
import { leftOf, topOf } from "../edit/measures";
import { HostError } from "../errors";
import { changed, type Session } from "../session";
import { cellsArgument } from "./addresses";
import { colorArgument } from "./colors";
import type { Handles, SheetChart } from "./handles";
import { absoluteReference } from "./names";
import {
  flagArgument,
  invalid,
  notFound,
  numberArgument,
  object,
  textArgument,
  wholeArgument,
  wordArgument,
  type Arguments,
  type ObjectClass,
} from "./objectClass";

/** Types that the host draws and writes to files. */
const chartTypes = [
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

/** [I] XlsxWriter#399: a chart of more series is taken for corrupt. */
const mostSeries = 255;

const charts: ObjectClass<Sheet> = {
  scalars: { Count: (sheet) => sheet.charts.length },
  items: (sheet) => sheet.charts.map((one) => object("Chart", { sheet, chart: one })),
  indexer: (sheet, key) => object("Chart", { sheet, chart: byKey(sheet, key) ?? missing(key) }),
  methods: {
    Add: (sheet, args, session) => object("Chart", { sheet, chart: added(sheet, args, session) }),
    GetItem: (sheet, [key]) => object("Chart", { sheet, chart: byKey(sheet, key) ?? missing(key) }),
    GetItemAt: (sheet, [index]) =>
      object("Chart", { sheet, chart: sheet.charts[wholeArgument(index)] ?? missing(index) }),
    GetItemOrNullObject: (sheet, [key]) => {
      const found = byKey(sheet, key);
      return found ? object("Chart", { sheet, chart: found }) : null;
    },
  },
  actions: { GetCount: (sheet) => sheet.charts.length },
};

const chart: ObjectClass<SheetChart> = {
  identity: ({ chart: { id } }) => ({ Id: id }),
  alive: ({ sheet, chart: one }, { book }) => book.sheets.includes(sheet) && sheet.charts.includes(one),
  scalars: {
    Id: ({ chart: { id } }) => id,
    Name: ({ chart: { name } }) => name,
    ChartType: ({ chart: { chartType } }) => chartType,
    Left: ({ chart: { left } }) => left,
    Top: ({ chart: { top } }) => top,
    Width: ({ chart: { width } }) => width,
    Height: ({ chart: { height } }) => height,
  },
  sets: {
    Name: (of, value, session) => change(of, session, (one) => (one.name = textArgument(value))),
    ChartType: (of, value, session) => change(of, session, (one) => retype(one, wordArgument(value, chartTypes))),
    Left: (of, value, session) => change(of, session, (one) => (one.left = numberArgument(value))),
    Top: (of, value, session) => change(of, session, (one) => (one.top = numberArgument(value))),
    Width: (of, value, session) => change(of, session, (one) => (one.width = positive(value))),
    Height: (of, value, session) => change(of, session, (one) => (one.height = positive(value))),
  },
  navigation: {
    Axes: (of) => object("ChartAxes", of),
    Legend: (of) => object("ChartLegend", of),
    Series: (of) => object("ChartSeriesCollection", of),
    Title: (of) => object("ChartTitle", of),
    Worksheet: ({ sheet }) => object("Worksheet", sheet),
  },
  actions: {
    Activate: () => undefined,
    Delete: ({ sheet, chart: one }, _, session) => {
      refuseObjects(sheet);
      sheet.charts.splice(sheet.charts.indexOf(one), 1);
      changed(session, { kind: "chart", sheet, chart: one, what: "deleted" });
    },
    SetData: (of, [source, seriesBy], session) =>
      change(of, session, (one) => setData(of, one, source, seriesBy, session)),
    SetPosition: (of, [start, end], session) => change(of, session, (one) => place(of, one, start, end, session)),
  },
};

const title: ObjectClass<SheetChart> = {
  scalars: { Text: ({ chart: one }) => one.title ?? "", Visible: ({ chart: one }) => one.title !== null },
  sets: {
    Text: (of, value, session) => change(of, session, (one) => (one.title = textArgument(value))),
    Visible: (of, value, session) =>
      change(of, session, (one) => (one.title = flagArgument(value) ? (one.title ?? "Chart Title") : null)),
  },
};

const legend: ObjectClass<SheetChart> = {
  scalars: { Position: ({ chart: one }) => one.legend.position, Visible: ({ chart: one }) => one.legend.visible },
  sets: {
    Position: (of, value, session) =>
      change(
        of,
        session,
        (one) => (one.legend = { ...one.legend, position: wordArgument(value, ["Top", "Bottom", "Left", "Right"]) }),
      ),
    Visible: (of, value, session) =>
      change(of, session, (one) => (one.legend = { ...one.legend, visible: flagArgument(value) })),
  },
};

const seriesCollection: ObjectClass<SheetChart> = {
  scalars: { Count: ({ chart: one }) => one.series.length },
  items: (of) => of.chart.series.map((series) => object("ChartSeries", { ...of, series })),
  methods: {
    Add: (of, [name, index], session) =>
      object("ChartSeries", { ...of, series: addedSeries(of, name, index, session) }),
    GetItemAt: (of, [index]) =>
      object("ChartSeries", { ...of, series: of.chart.series[wholeArgument(index)] ?? missing(index) }),
  },
  actions: { GetCount: ({ chart: one }) => one.series.length },
};

type OfSeries = Handles["ChartSeries"];

const seriesClass: ObjectClass<OfSeries> = {
  alive: ({ chart: one, series }) => one.series.includes(series),
  scalars: {
    Name: ({ series }) => series.name,
    ChartType: ({ series }) => series.chartType,
    AxisGroup: ({ series }) => series.axisGroup,
    MarkerStyle: ({ series }) => (series.markers ? "Automatic" : "None"),
  },
  sets: {
    Name: (of, value, session) =>
      changeSeries(of, session, (series) => {
        series.name = textArgument(value);
        delete series.nameReference;
      }),
    ChartType: (of, value, session) =>
      changeSeries(of, session, (series) => setSeriesType(series, wordArgument(value, chartTypes))),
    AxisGroup: (of, value, session) =>
      changeSeries(of, session, (series) => (series.axisGroup = wordArgument(value, ["Primary", "Secondary"]))),
    MarkerStyle: (of, value, session) =>
      changeSeries(of, session, (series) => (series.markers = textArgument(value) !== "None")),
  },
  navigation: { Format: (of) => object("ChartSeriesFormat", of) },
  actions: {
    Delete: (of, _, session) =>
      changeSeries(of, session, (series) => of.chart.series.splice(of.chart.series.indexOf(series), 1)),
    SetValues: (of, [source], session) =>
      changeSeries(of, session, (series) => (series.values = reference(of, source, session))),
    SetXAxisValues: (of, [source], session) =>
      changeSeries(of, session, (series) => (series.categories = reference(of, source, session))),
  },
};

const seriesFormat: ObjectClass<OfSeries> = {
  navigation: { Fill: (of) => object("ChartFill", of), Line: (of) => object("ChartLineFormat", of) },
};

const fill: ObjectClass<OfSeries> = {
  actions: {
    SetSolidColor: (of, [color], session) =>
      changeSeries(of, session, (series) => (series.color = colorArgument(color))),
    Clear: (of, _, session) => changeSeries(of, session, (series) => delete series.color),
  },
};

const line: ObjectClass<OfSeries> = {
  scalars: { Color: ({ series }) => series.color ?? "" },
  sets: { Color: (of, value, session) => changeSeries(of, session, (series) => (series.color = colorArgument(value))) },
};

const axes: ObjectClass<SheetChart> = {
  navigation: {
    CategoryAxis: (of) => object("ChartAxis", { ...of, axis: of.chart.axes.category, which: "category" }),
    ValueAxis: (of) => object("ChartAxis", { ...of, axis: of.chart.axes.value, which: "value" }),
  },
  methods: {
    GetItem: (of, [type, group]) => {
      const secondary = wordArgument(group ?? "Primary", ["Primary", "Secondary"]) === "Secondary";
      const category = wordArgument(type, ["Category", "Value"]) === "Category";
      if (secondary && category)
        throw new HostError(
          "UnsupportedOperation",
          "The operation being attempted is not supported: a second category axis.",
        );
      // Only a chart with a series on the second axis has one. [K]
      if (secondary && !of.chart.series.some(({ axisGroup }) => axisGroup === "Secondary")) missing("secondary axis");
      const which = category ? "category" : secondary ? "secondaryValue" : "value";
      return object("ChartAxis", { ...of, axis: of.chart.axes[which], which });
    },
  },
};

type OfAxis = Handles["ChartAxis"];

const axis: ObjectClass<OfAxis> = {
  scalars: {
    Minimum: ({ axis: one }) => one.minimum ?? "",
    Maximum: ({ axis: one }) => one.maximum ?? "",
    NumberFormat: ({ axis: one }) => one.numberFormat ?? "General",
    Visible: ({ axis: one }) => one.visible,
    Type: ({ which }) => (which === "category" ? "Category" : "Value"),
    AxisGroup: ({ which }) => (which === "secondaryValue" ? "Secondary" : "Primary"),
  },
  sets: {
    // An empty text makes it automatic again. [D]
    Minimum: (of, value, session) =>
      changeAxis(of, session, (one) => (one.minimum = value === "" ? null : numberArgument(value))),
    Maximum: (of, value, session) =>
      changeAxis(of, session, (one) => (one.maximum = value === "" ? null : numberArgument(value))),
    NumberFormat: (of, value, session) => changeAxis(of, session, (one) => (one.numberFormat = textArgument(value))),
    Visible: (of, value, session) => changeAxis(of, session, (one) => (one.visible = flagArgument(value))),
  },
  navigation: { Title: (of) => object("ChartAxisTitle", of) },
};

const axisTitle: ObjectClass<Handles["ChartAxisTitle"]> = {
  scalars: { Text: ({ axis: one }) => one.title ?? "", Visible: ({ axis: one }) => one.title !== null },
  sets: {
    Text: (of, value, session) => changeAxis(of, session, (one) => (one.title = textArgument(value))),
    Visible: (of, value, session) =>
      changeAxis(of, session, (one) => (one.title = flagArgument(value) ? (one.title ?? "Axis Title") : null)),
  },
};

function byKey(sheet: Sheet, key: unknown): Chart | undefined {
  const text = textArgument(key);
  return (
    sheet.charts.find(({ id }) => id === text) ??
    sheet.charts.find(({ name }) => name.toLowerCase() === text.toLowerCase())
  );
}

function missing(key: unknown): never {
  throw notFound(`chart, series or axis ${String(key)}`);
}

function refuseObjects(sheet: Sheet): void {
  if (sheet.protection.isProtected && sheet.protection.options["allowEditObjects"] !== true) {
    throw new HostError("AccessDenied", "You cannot perform the requested operation: the sheet is protected.");
  }
}

/** A chart from a file that the host does not write anew keeps the file's own XML: changing it would be lost. */
function change({ sheet, chart: one }: SheetChart, session: Session, make: (chart: Chart) => unknown): void {
  refuseObjects(sheet);
  make(one);
  one.foreign = false;
  changed(session, { kind: "chart", sheet, chart: one, what: "changed" });
}

function changeSeries(of: OfSeries, session: Session, make: (series: ChartSeries) => unknown): void {
  change(of, session, () => make(of.series));
}

function changeAxis(of: Handles["ChartAxisTitle"], session: Session, make: (axis: OfAxis["axis"]) => unknown): void {
  change(of, session, () => make(of.axis));
}

function positive(value: unknown): number {
  const number = numberArgument(value);
  if (number <= 0) throw invalid("a size above zero");
  return number;
}

function setSeriesType(series: ChartSeries, chartType: string): void {
  series.chartType = chartType;
  series.markers = chartType === "LineMarkers" || chartType === "XYScatter" || chartType === "XYScatterLines";
}

function retype(one: Chart, chartType: string): void {
  one.chartType = chartType;
  for (const series of one.series) setSeriesType(series, chartType);
}

function added(sheet: Sheet, [type, source, seriesBy]: Arguments, session: Session): Chart {
  refuseObjects(sheet);
  const made: Chart = {
    id: newId(),
    name: freeName(sheet),
    chartType: wordArgument(type, chartTypes),
    title: null,
    legend: { visible: true, position: "Bottom" },
    series: [],
    axes: { category: plainAxis(), value: plainAxis(), secondaryValue: plainAxis() },
    // Excel puts a new chart into the middle of the window; the size is its default. [K]
    left: 120,
    top: 60,
    width: 360,
    height: 216,
    foreign: false,
  };
  setData({ sheet, chart: made }, made, source, seriesBy, session);
  sheet.charts.push(made);
  changed(session, { kind: "chart", sheet, chart: made, what: "added" });
  return made;
}

function freeName(sheet: Sheet): string {
  for (let i = sheet.charts.length + 1; ; i++)
    if (!sheet.charts.some(({ name }) => name === `Chart ${i}`)) return `Chart ${i}`;
}

function setData({ sheet }: SheetChart, one: Chart, source: unknown, seriesBy: unknown, session: Session): void {
  const cells = cellsArgument(session, sheet, source);
  const by = wordArgument(seriesBy ?? "Auto", ["Auto", "Columns", "Rows"]);
  session.settle();
  const series = chartSource(cells.sheet, cells.area, by).map(({ name, nameArea, categories, values }): ChartSeries => {
    const refer = (area: Area) => absoluteReference(cells.sheet, area);
    const made: ChartSeries = {
      name,
      categories: categories && refer(categories),
      values: refer(values),
      chartType: one.chartType,
      axisGroup: "Primary",
      markers: false,
    };
    if (nameArea) made.nameReference = refer(nameArea);
    setSeriesType(made, one.chartType);
    return made;
  });
  if (series.length > mostSeries) throw invalid(`at most ${mostSeries} series`);
  one.series.splice(0, one.series.length, ...series);
  // A chart of one series is titled by its name. [K]
  if (one.title === null && series.length === 1 && series[0]?.nameReference !== undefined) one.title = series[0].name;
}

function addedSeries(of: SheetChart, name: unknown, index: unknown, session: Session): ChartSeries {
  const { series } = of.chart;
  const at = index === null || index === undefined ? series.length : wholeArgument(index);
  if (at < 0 || at > series.length || series.length >= mostSeries) throw invalid("a place among the series");
  const text = name === null || name === undefined ? `Series${series.length + 1}` : textArgument(name);
  const made: ChartSeries = {
    name: text,
    categories: series[0]?.categories ?? null,
    values: "",
    chartType: of.chart.chartType,
    axisGroup: "Primary",
    markers: false,
  };
  setSeriesType(made, of.chart.chartType);
  change(of, session, () => series.splice(at, 0, made));
  return made;
}

function reference({ sheet }: SheetChart, source: unknown, session: Session): string {
  const cells = cellsArgument(session, sheet, source);
  return absoluteReference(cells.sheet, cells.area);
}

/** From the first cell's corner; with an end, to that cell's far corner. [D] chart.setPosition */
function place({ sheet }: SheetChart, one: Chart, start: unknown, end: unknown, session: Session): void {
  const from = cellsArgument(session, sheet, start).area;
  one.left = leftOf(sheet, from.column);
  one.top = topOf(sheet, from.row);
  if (end === undefined || end === null || end === "") return;
  const to = cellsArgument(session, sheet, end).area;
  one.width = Math.max(1, leftOf(sheet, to.column + to.columns) - one.left);
  one.height = Math.max(1, topOf(sheet, to.row + to.rows) - one.top);
}

export const chartClasses = {
  ChartCollection: charts,
  Chart: chart,
  ChartTitle: title,
  ChartLegend: legend,
  ChartSeriesCollection: seriesCollection,
  ChartSeries: seriesClass,
  ChartSeriesFormat: seriesFormat,
  ChartFill: fill,
  ChartLineFormat: line,
  ChartAxes: axes,
  ChartAxis: axis,
  ChartAxisTitle: axisTitle,
};
