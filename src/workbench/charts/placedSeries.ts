import type { Chart } from "../../host/model/chart";
import { axisScale, type AxisScale } from "./axisScale";
import { seriesKind, stacking } from "./chartKind";
import { seriesColor } from "./chartLook";
import type { DrawnSeries } from "./drawnChart";

/** One series with its place on the axes. */
export interface PlacedSeries {
  readonly color: string;
  readonly kind: "column" | "bar" | "line" | "area";
  readonly markers: boolean;
  readonly secondary: boolean;
  /** Per category; null is a gap. */
  readonly values: readonly (number | null)[];
  /** Where the series starts: the sum of those it stands on. */
  readonly bases: readonly number[];
}

/** The chart's series over `count` categories. */
export function placedSeries(chart: Chart, series: readonly DrawnSeries[], count: number): readonly PlacedSeries[] {
  const stacked = new Map<string, number[]>();
  const totals = Array.from({ length: count }, (_, i) =>
    series.reduce((sum, { values }) => sum + Math.abs(numberOf(values[i]) ?? 0), 0),
  );
  return chart.series.map((each, index) => {
    const kind = seriesKind(each.chartType);
    const how = stacking(each.chartType);
    const secondary = each.axisGroup === "Secondary";
    const raw = Array.from({ length: count }, (_, i) => numberOf(series[index]?.values[i]));
    const values = how === "whole" ? raw.map((value, i) => value && value / (totals[i] ?? 1)) : raw;
    const key = `${kind} ${secondary}`;
    const bases = how === "none" ? values.map(() => 0) : (stacked.get(key) ?? values.map(() => 0));
    if (how !== "none")
      stacked.set(
        key,
        bases.map((base, i) => base + (values[i] ?? 0)),
      );
    const plain = kind === "pie" || kind === "scatter" ? "column" : kind;
    return {
      color: seriesColor(each, index),
      kind: plain,
      markers: each.markers || each.chartType.startsWith("LineMarkers"),
      secondary,
      values,
      bases,
    };
  });
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

/** The scale of one of the two value axes. */
export function scaleOf(
  placed: readonly PlacedSeries[],
  secondary: boolean,
  bounds: { readonly minimum: number | null; readonly maximum: number | null },
  intervals: number,
): AxisScale {
  const own = placed.filter((series) => series.secondary === secondary);
  const tops = own.flatMap(({ values, bases }) =>
    values.flatMap((value, i) => (value === null ? [] : [value + (bases[i] ?? 0)])),
  );
  return axisScale(
    tops,
    bounds,
    intervals,
    own.some(({ kind }) => kind !== "line"),
  );
}

/** Excel's default gap between groups of columns, and between columns of a group, in columns. */
const gap = { group: 2.19, column: 0.27 };

/** Places of `count` columns side by side in a slot that starts at `start`. */
export function columnPlaces(
  start: number,
  slot: number,
  count: number,
): { readonly at: (index: number) => number; readonly width: number } {
  const width = slot / (count + (count - 1) * gap.column + gap.group);
  return { width, at: (index) => start + width * (gap.group / 2 + index * (1 + gap.column)) };
}
