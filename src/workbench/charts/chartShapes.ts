import type { Chart } from "../../host/model/chart";
import { cartesianShapes } from "./cartesianShapes";
import { chartFrame, type LegendEntry } from "./chartFrame";
import { seriesKind } from "./chartKind";
import { accent, seriesColor } from "./chartLook";
import { labelText, type DrawnChart, type DrawnSeries } from "./drawnChart";
import { pieShapes } from "./pieShapes";
import { scatterShapes } from "./scatterShapes";
import type { Shape } from "./shape";

/** A chart as Excel would draw it, stroke by stroke, on paper of this many CSS pixels. */
export function chartShapes({ chart, series }: DrawnChart, width: number, height: number): readonly Shape[] {
  const kind = seriesKind(chart.series[0]?.chartType ?? chart.chartType);
  const { shapes, frame } = chartFrame(chart, width, height, legendOf(chart, series, kind === "pie"));
  if (frame.width < 24 || frame.height < 24) return shapes;
  const draw = kind === "pie" ? pieShapes : kind === "scatter" ? scatterShapes : cartesianShapes;
  return [...shapes, ...draw(chart, series, frame)];
}

function legendOf(chart: Chart, series: readonly DrawnSeries[], pie: boolean): readonly LegendEntry[] {
  if (pie) {
    const [first] = series;
    return (first?.values ?? []).map((_, i) => ({
      name: labelText(first?.categories[i] ?? i + 1),
      color: accent(i),
      sign: "square",
    }));
  }
  return chart.series.map((each, i) => {
    const kind = seriesKind(each.chartType);
    const sign = kind === "line" ? "line" : kind === "scatter" ? "dot" : "square";
    return { name: series[i]?.name ?? each.name, color: seriesColor(each, i), sign };
  });
}
