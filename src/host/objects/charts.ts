import { plainAxis, type Chart, type ChartSeries } from "../model/chart";
import type { Area } from "../model/address";
import type { Sheet } from "../model/book";
import { newId } from "../model/newBook";
import { chartSource } from "../edit/chartSource";
import { leftOf, topOf } from "../edit/measures";
import { changed, type Session } from "../session";
import { cellsArgument } from "./addresses";
import type { SheetChart } from "./handles";
import { absoluteReference } from "./names";
import {
  flagArgument,
  invalid,
  numberArgument,
  object,
  textArgument,
  wholeArgument,
  wordArgument,
  type Arguments,
  type ObjectClass,
} from "./objectClass";
import { changeChart, chartTypes, missingPart, mostSeries, refuseObjects, setSeriesType } from "./changeChart";

const charts: ObjectClass<Sheet> = {
  scalars: { Count: (sheet) => sheet.charts.length },
  items: (sheet) => sheet.charts.map((one) => object("Chart", { sheet, chart: one })),
  indexer: (sheet, key) => object("Chart", { sheet, chart: byKey(sheet, key) ?? missingPart(key) }),
  methods: {
    Add: (sheet, args, session) => object("Chart", { sheet, chart: added(sheet, args, session) }),
    GetItem: (sheet, [key]) => object("Chart", { sheet, chart: byKey(sheet, key) ?? missingPart(key) }),
    GetItemAt: (sheet, [index]) =>
      object("Chart", { sheet, chart: sheet.charts[wholeArgument(index)] ?? missingPart(index) }),
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
    Name: (of, value, session) => changeChart(of, session, (one) => (one.name = textArgument(value))),
    ChartType: (of, value, session) => changeChart(of, session, (one) => retype(one, wordArgument(value, chartTypes))),
    Left: (of, value, session) => changeChart(of, session, (one) => (one.left = numberArgument(value))),
    Top: (of, value, session) => changeChart(of, session, (one) => (one.top = numberArgument(value))),
    Width: (of, value, session) => changeChart(of, session, (one) => (one.width = positive(value))),
    Height: (of, value, session) => changeChart(of, session, (one) => (one.height = positive(value))),
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
      changeChart(of, session, (one) => setData(of, one, source, seriesBy, session)),
    SetPosition: (of, [start, end], session) => changeChart(of, session, (one) => place(of, one, start, end, session)),
  },
};

const title: ObjectClass<SheetChart> = {
  scalars: { Text: ({ chart: one }) => one.title ?? "", Visible: ({ chart: one }) => one.title !== null },
  sets: {
    Text: (of, value, session) => changeChart(of, session, (one) => (one.title = textArgument(value))),
    Visible: (of, value, session) =>
      changeChart(of, session, (one) => (one.title = flagArgument(value) ? (one.title ?? "Chart Title") : null)),
  },
};

const legend: ObjectClass<SheetChart> = {
  scalars: { Position: ({ chart: one }) => one.legend.position, Visible: ({ chart: one }) => one.legend.visible },
  sets: {
    Position: (of, value, session) =>
      changeChart(
        of,
        session,
        (one) => (one.legend = { ...one.legend, position: wordArgument(value, ["Top", "Bottom", "Left", "Right"]) }),
      ),
    Visible: (of, value, session) =>
      changeChart(of, session, (one) => (one.legend = { ...one.legend, visible: flagArgument(value) })),
  },
};

function byKey(sheet: Sheet, key: unknown): Chart | undefined {
  const text = textArgument(key);
  return (
    sheet.charts.find(({ id }) => id === text) ??
    sheet.charts.find(({ name }) => name.toLowerCase() === text.toLowerCase())
  );
}

function positive(value: unknown): number {
  const number = numberArgument(value);
  if (number <= 0) throw invalid("a size above zero");
  return number;
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
    // Excel puts a new chart into the middle of the window; the size is its default. [K] P10
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
  // A chart of one series is titled by its name. [K] P10
  if (one.title === null && series.length === 1 && series[0]?.nameReference !== undefined) one.title = series[0].name;
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
};
