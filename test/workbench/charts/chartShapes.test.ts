import { plainAxis, type Chart, type ChartSeries } from "../../../src/host/model/chart";
import { axisScale } from "../../../src/workbench/charts/axisScale";
import { fitted, textWidth } from "../../../src/workbench/charts/chartLook";
import { chartShapes } from "../../../src/workbench/charts/chartShapes";
import type { Shape } from "../../../src/workbench/charts/shape";

const free = { minimum: null, maximum: null };
const tiers = ["A 重点", "B 成长", "C 普通"];

function chartOf(series: readonly Partial<ChartSeries>[], more: Partial<Chart> = {}): Chart {
  return {
    id: "1",
    name: "Chart 1",
    chartType: series[0]?.chartType ?? "ColumnClustered",
    title: null,
    legend: { visible: false, position: "Bottom" },
    series: series.map((one) => ({
      name: "",
      categories: null,
      values: "",
      chartType: "ColumnClustered",
      axisGroup: "Primary",
      markers: false,
      ...one,
    })),
    axes: { category: plainAxis(), value: plainAxis(), secondaryValue: plainAxis() },
    left: 0,
    top: 0,
    width: 0,
    height: 0,
    foreign: false,
    ...more,
  };
}

function shapesOf<K extends Shape["kind"]>(shapes: readonly Shape[], kind: K): Extract<Shape, { kind: K }>[] {
  return shapes.filter((shape): shape is Extract<Shape, { kind: K }> => shape.kind === kind);
}

const pareto = (): readonly Shape[] => {
  const chart = chartOf(
    [{ color: "#1F4E79" }, { chartType: "LineMarkers", axisGroup: "Secondary", color: "#C55A11" }],
    { title: "客户分布" },
  );
  Object.assign(chart.axes.secondaryValue, { minimum: 0, maximum: 1, numberFormat: "0%" });
  const series = [
    { name: "Value", categories: tiers, values: [800, 150, 50] },
    { name: "Share", categories: tiers, values: [0.8, 0.95, 1] },
  ];
  return chartShapes({ chart, series }, 480, 300);
};

test("stands columns on the axis in proportion to their values", () => {
  const columns = shapesOf(pareto(), "rect").filter(({ fill }) => fill === "#1F4E79");
  const [first, second, third] = columns.map(({ height }) => height);
  expect(columns).toHaveLength(3);
  expect((first ?? 0) / (third ?? 1)).toBeCloseTo(16, 6);
  expect((second ?? 0) / (third ?? 1)).toBeCloseTo(3, 6);
  expect(new Set(columns.map(({ y, height }) => Math.round(y + height))).size).toBe(1);
});

test("draws the line of a Pareto chart on its own axis, over the columns, and its end at the top", () => {
  const shapes = pareto();
  const line = shapesOf(shapes, "line").find(({ stroke }) => stroke === "#C55A11");
  const top = Math.min(...shapesOf(shapes, "line").map(({ points }) => points[0]?.y ?? Infinity));
  expect(line?.points.at(-1)?.y).toBeCloseTo(top, 6);
  expect(shapes.findIndex((shape) => shape === line)).toBeGreaterThan(
    shapes.findIndex((shape) => shape.kind === "rect" && shape.fill === "#1F4E79"),
  );
  const texts = shapesOf(shapes, "text").map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(["客户分布", "100%", "80%", "0%", ...tiers]));
});

test("keeps everything on the paper", () => {
  for (const shape of pareto()) {
    const [x, y] =
      shape.kind === "line" || shape.kind === "polygon" ? [shape.points[0]?.x, shape.points[0]?.y] : [shape.x, shape.y];
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(480);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(300);
  }
});

test("breaks a line where a value is missing", () => {
  const chart = chartOf([{ chartType: "Line", color: "#111111" }]);
  const shapes = chartShapes({ chart, series: [{ name: "", categories: [], values: [1, 2, null, 4, 5] }] }, 400, 300);
  const lines = shapesOf(shapes, "line").filter(({ stroke }) => stroke === "#111111");
  expect(lines.map(({ points }) => points.length)).toEqual([2, 2]);
});

test("stacks columns and lays bars", () => {
  const values = [
    { name: "a", categories: tiers, values: [1, 2, 3] },
    { name: "b", categories: tiers, values: [3, 2, 1] },
  ];
  const stack = chartShapes(
    { chart: chartOf([{ chartType: "ColumnStacked" }, { chartType: "ColumnStacked" }]), series: values },
    400,
    300,
  );
  const columns = shapesOf(stack, "rect").slice(1);
  expect(columns[0]?.y).toBeCloseTo((columns[3]?.y ?? 0) + (columns[3]?.height ?? 0), 6);
  const bars = shapesOf(
    chartShapes({ chart: chartOf([{ chartType: "BarClustered" }]), series: values.slice(0, 1) }, 400, 300),
    "rect",
  ).slice(1);
  expect((bars[2]?.width ?? 0) / (bars[0]?.width ?? 1)).toBeCloseTo(3, 6);
  expect(bars[0]?.y).toBeGreaterThan(bars[2]?.y ?? Infinity);
});

test("turns a pie once round, without slices for nothing", () => {
  const series = [{ name: "", categories: tiers, values: [80, 0, 20] }];
  const slices = shapesOf(chartShapes({ chart: chartOf([{ chartType: "Pie" }]), series }, 300, 300), "slice");
  expect(slices.map(({ from, to }) => [from, to])).toEqual([
    [0, 0.8],
    [0.8, 1],
  ]);
});

test("draws paper alone where there is nothing to draw on or of", () => {
  expect(chartShapes({ chart: chartOf([]), series: [] }, 30, 30)).toHaveLength(1);
  expect(shapesOf(chartShapes({ chart: chartOf([{ chartType: "Pie" }]), series: [] }, 300, 300), "slice")).toEqual([]);
});

test.each([
  [[0, 812], free, 5, true, [0, 200, 400, 600, 800, 1000]],
  [[0.2, 1], { minimum: 0, maximum: 1 }, 5, false, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [[-3, 6], free, 6, true, [-4, -2, 0, 2, 4, 6, 8]],
  [[100, 104], free, 5, false, [100, 101, 102, 103, 104, 105]],
  [[], free, 5, true, [0, 0.5, 1, 1.5]],
])("puts ticks for %j at round values", (values, bounds, most, fromZero, ticks) => {
  expect(axisScale(values, bounds, most, fromZero).ticks).toEqual(ticks);
});

test("gives Chinese characters a square each and cuts what is too wide", () => {
  expect(textWidth("客户", 10)).toBe(20);
  expect(fitted("客户价值", 10, 35)).toBe("客户…");
  expect(fitted("short", 10, 100)).toBe("short");
});
