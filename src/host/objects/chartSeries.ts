import type { ChartSeries } from "../model/chart";
import { HostError } from "../errors";
import type { Session } from "../session";
import { cellsArgument } from "./addresses";
import { colorArgument } from "./colors";
import type { Handles, SheetChart } from "./handles";
import { absoluteReference } from "./names";
import { invalid, object, textArgument, wholeArgument, wordArgument, type ObjectClass } from "./objectClass";
import { changeChart, chartTypes, missingPart, mostSeries, setSeriesType } from "./changeChart";

const seriesCollection: ObjectClass<SheetChart> = {
  scalars: { Count: ({ chart: one }) => one.series.length },
  items: (of) => of.chart.series.map((series) => object("ChartSeries", { ...of, series })),
  methods: {
    Add: (of, [name, index], session) =>
      object("ChartSeries", { ...of, series: addedSeries(of, name, index, session) }),
    GetItemAt: (of, [index]) =>
      object("ChartSeries", { ...of, series: of.chart.series[wholeArgument(index)] ?? missingPart(index) }),
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
      changeLook(of, session, (series) => setSeriesType(series, wordArgument(value, chartTypes))),
    AxisGroup: (of, value, session) =>
      changeLook(of, session, (series) => (series.axisGroup = wordArgument(value, ["Primary", "Secondary"]))),
    MarkerStyle: (of, value, session) =>
      changeLook(of, session, (series) => (series.markers = textArgument(value) !== "None")),
  },
  navigation: { Format: (of) => object("ChartSeriesFormat", of) },
  actions: {
    Delete: (of, _, session) =>
      changeSeries(of, session, (series) => of.chart.series.splice(of.chart.series.indexOf(series), 1)),
    SetValues: (of, [source], session) =>
      changeSeries(of, session, (series) => (series.values = reference(of, source, session))),
    // [D] names no form of it; an address as Excel writes it into a formula. [K] P47
    GetDimensionDataSourceString: ({ chart: one, series }, [dimension]) => {
      const isXY = /^(XYScatter|Bubble)/.test(series.chartType || one.chartType);
      const [across, up] = isXY ? (["XValues", "YValues"] as const) : (["Categories", "Values"] as const);
      return wordArgument(dimension, [across, up]) === up ? series.values : (series.categories ?? "");
    },
    SetXAxisValues: (of, [source], session) =>
      changeSeries(of, session, (series) => (series.categories = reference(of, source, session))),
  },
};

const seriesFormat: ObjectClass<OfSeries> = {
  navigation: { Fill: (of) => object("ChartFill", of), Line: (of) => object("ChartLineFormat", of) },
};

const fill: ObjectClass<OfSeries> = {
  actions: {
    SetSolidColor: (of, [color], session) => changeLook(of, session, (series) => (series.color = colorArgument(color))),
    Clear: (of, _, session) => changeLook(of, session, (series) => delete series.color),
  },
};

const line: ObjectClass<OfSeries> = {
  scalars: { Color: ({ series }) => series.color ?? "" },
  sets: { Color: (of, value, session) => changeLook(of, session, (series) => (series.color = colorArgument(value))) },
};

function changeSeries(of: OfSeries, session: Session, make: (series: ChartSeries) => unknown): void {
  changeChart(of, session, () => make(of.series));
}

/** A series that has no values yet takes no look. */
function changeLook(of: OfSeries, session: Session, make: (series: ChartSeries) => unknown): void {
  if (session.profile.refuseEmptySeries && of.series.values === "")
    throw new HostError("EmptyChartSeries", "The attempted operation failed because the chart series is empty.");
  changeSeries(of, session, make);
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
  changeChart(of, session, () => series.splice(at, 0, made));
  return made;
}

function reference({ sheet }: SheetChart, source: unknown, session: Session): string {
  const cells = cellsArgument(session, sheet, source);
  return absoluteReference(cells.sheet, cells.area);
}

export const chartSeriesClasses = {
  ChartSeriesCollection: seriesCollection,
  ChartSeries: seriesClass,
  ChartSeriesFormat: seriesFormat,
  ChartFill: fill,
  ChartLineFormat: line,
};
