import type { Chart } from "../../host/model/chart";
import { accent } from "./chartLook";
import type { DrawnSeries } from "./drawnChart";
import type { Frame, Shape } from "./shape";

/** Slices of the first series, clockwise from twelve o'clock; values of zero or less have none. */
export function pieShapes(chart: Chart, series: readonly DrawnSeries[], frame: Frame): readonly Shape[] {
  const sizes = (series[0]?.values ?? []).map((value) => (typeof value === "number" && value > 0 ? value : 0));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total === 0) return [];
  const radius = Math.min(frame.width, frame.height) / 2;
  const hole = (chart.series[0]?.chartType ?? chart.chartType).startsWith("Doughnut") ? radius * 0.6 : 0;
  let turned = 0;
  return sizes.flatMap((size, i): Shape[] => {
    const from = turned;
    turned += size / total;
    const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
    return size === 0 ? [] : [{ kind: "slice", ...middle, radius, hole, from, to: turned, fill: accent(i) }];
  });
}
