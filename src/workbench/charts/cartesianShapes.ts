import type { Chart } from "../../host/model/chart";
import { along, type AxisScale } from "./axisScale";
import { barShapes } from "./barShapes";
import { categoryLabels } from "./categoryLabels";
import { look } from "./chartLook";
import { labelText, type DrawnSeries } from "./drawnChart";
import { columnPlaces, placedSeries, scaleOf, type PlacedSeries } from "./placedSeries";
import type { Frame, Point, Shape } from "./shape";
import { valueAxis } from "./valueAxis";

/** Columns, bars, lines and areas over categories, on one or two value axes. */
export function cartesianShapes(chart: Chart, series: readonly DrawnSeries[], frame: Frame): readonly Shape[] {
  const count = Math.max(0, ...series.map(({ values }) => values.length));
  const named = series.find(({ categories }) => categories.length > 0)?.categories ?? [];
  const categories = Array.from({ length: count }, (_, i) => labelText(named[i] ?? (named.length > 0 ? null : i + 1)));
  const placed = placedSeries(chart, series, count);
  if (placed.some(({ kind }) => kind === "bar")) return barShapes(chart, placed, categories, frame);

  const intervals = Math.max(2, frame.height / 34);
  const left = scaleOf(placed, false, chart.axes.value, intervals);
  const right = placed.some(({ secondary }) => secondary)
    ? scaleOf(placed, true, chart.axes.secondaryValue, intervals)
    : null;
  const leftAxis = { scale: left, side: "left", axis: chart.axes.value } as const;
  const rightAxis = right && ({ scale: right, side: "right", axis: chart.axes.secondaryValue } as const);
  // The labels' height depends on the plot's width, and that on both value axes.
  const inner = valueAxis(leftAxis, rightAxis ? valueAxis(rightAxis, frame).plot : frame).plot;
  const labels = categoryLabels(categories, chart.axes.category, inner, frame.y + frame.height);
  const plot: Frame = { ...inner, y: frame.y + look.label / 2, height: frame.height - look.label / 2 - labels.height };
  const beforeRight = { ...frame, width: inner.x + inner.width - frame.x };
  return [
    ...valueAxis(leftAxis, beforeRight, labels.height).shapes,
    ...(rightAxis
      ? valueAxis(rightAxis, { ...frame, x: inner.x, width: frame.x + frame.width - inner.x }, labels.height).shapes
      : []),
    ...labels.shapes,
    ...drawn(placed, plot, left, right ?? left),
  ];
}

function drawn(placed: readonly PlacedSeries[], plot: Frame, left: AxisScale, right: AxisScale): readonly Shape[] {
  const columns = placed.filter(({ kind }) => kind === "column");
  const stacks = columns.some(({ bases }) => bases.some((base) => base !== 0));
  const slot = plot.width / Math.max(1, placed[0]?.values.length ?? 1);
  const foot = plot.y + plot.height;
  // Columns lie under lines, as in Excel.
  const order = [...placed].sort((a, b) => Number(a.kind === "line") - Number(b.kind === "line"));
  return order.flatMap((series): readonly Shape[] => {
    const scale = series.secondary ? right : left;
    const y = (value: number): number => foot - along(scale, value) * plot.height;
    const middle = (i: number): number => plot.x + slot * (i + 0.5);
    if (series.kind === "line") return lineShapes(series, middle, y);
    if (series.kind === "area") return areaShapes(series, middle, y);
    return series.values.flatMap((value, i): Shape[] => {
      if (value === null) return [];
      const places = columnPlaces(plot.x + slot * i, slot, stacks ? 1 : columns.length);
      const base = series.bases[i] ?? 0;
      const [top, bottom] = [y(Math.max(base, base + value)), y(Math.min(base, base + value))];
      const x = places.at(stacks ? 0 : columns.indexOf(series));
      return [{ kind: "rect", x, y: top, width: places.width, height: bottom - top, fill: series.color }];
    });
  });
}

function lineShapes(
  series: PlacedSeries,
  x: (index: number) => number,
  y: (value: number) => number,
): readonly Shape[] {
  const parts: Point[][] = [[]];
  series.values.forEach((value, i) => {
    if (value === null) parts.push([]);
    else parts.at(-1)?.push({ x: x(i), y: y(value + (series.bases[i] ?? 0)) });
  });
  const lines = parts.filter((points) => points.length > 1);
  const dots = parts.flat();
  return [
    ...lines.map((points): Shape => ({ kind: "line", points, stroke: series.color, width: look.line })),
    ...(series.markers
      ? dots.map((point): Shape => ({ kind: "dot", ...point, radius: look.dot, fill: series.color }))
      : []),
  ];
}

function areaShapes(
  series: PlacedSeries,
  x: (index: number) => number,
  y: (value: number) => number,
): readonly Shape[] {
  const tops = series.values.map((value, i) => ({ x: x(i), y: y((value ?? 0) + (series.bases[i] ?? 0)) }));
  const bottoms = series.bases.map((base, i) => ({ x: x(i), y: y(base) }));
  return [{ kind: "polygon", points: [...tops, ...bottoms.reverse()], fill: series.color }];
}
