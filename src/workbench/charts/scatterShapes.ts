import type { Chart } from "../../host/model/chart";
import { along, axisScale } from "./axisScale";
import { seriesColor, look } from "./chartLook";
import type { DrawnSeries } from "./drawnChart";
import { tickLabel, valueAxis, type ValueAxis } from "./valueAxis";
import type { Frame, Point, Shape } from "./shape";

/** Points by their numbers along both axes; joined by a line where the chart's type says so. */
export function scatterShapes(chart: Chart, series: readonly DrawnSeries[], frame: Frame): readonly Shape[] {
  const pairs = series.map(({ categories, values }) =>
    values.flatMap((y, i): Point[] => {
      const x = categories.length === 0 ? i + 1 : categories[i];
      return typeof x === "number" && typeof y === "number" ? [{ x, y }] : [];
    }),
  );
  const every = pairs.flat();
  const { category, value } = chart.axes;
  const down = axisScale(
    every.map(({ y }) => y),
    value,
    Math.max(2, frame.height / 34),
    false,
  );
  const axis: ValueAxis = { scale: down, side: "left", axis: value };
  const left = valueAxis(axis, frame);
  const bottom = look.label * 1.7 + (category.title === null ? 0 : look.label * 1.6);
  const plot: Frame = { ...left.plot, height: left.plot.height - bottom };
  const across = axisScale(
    every.map(({ x }) => x),
    category,
    Math.max(2, plot.width / 64),
    false,
  );
  const shapes: Shape[] = [...valueAxis(axis, frame, bottom).shapes];
  const y = plot.y + plot.height;
  for (const tick of across.ticks) {
    const x = plot.x + along(across, tick) * plot.width;
    shapes.push({
      kind: "line",
      points: [
        { x, y: plot.y },
        { x, y },
      ],
      stroke: look.rule,
      width: 1,
    });
    const text = tickLabel(tick, category.numberFormat);
    shapes.push({
      kind: "text",
      x,
      y: y + look.label * 1.5,
      text,
      size: look.label,
      anchor: "middle",
      fill: look.text,
    });
  }
  if (category.title !== null) {
    const middle = plot.x + plot.width / 2;
    shapes.push({
      kind: "text",
      x: middle,
      y: frame.y + frame.height - 2,
      text: category.title,
      size: look.label,
      anchor: "middle",
      fill: look.text,
    });
  }
  chart.series.forEach((each, i) => {
    const points = (pairs[i] ?? []).map((pair) => ({
      x: plot.x + along(across, pair.x) * plot.width,
      y: y - along(down, pair.y) * plot.height,
    }));
    const fill = seriesColor(each, i);
    if (/Lines|Smooth/.test(each.chartType)) shapes.push({ kind: "line", points, stroke: fill, width: look.line });
    if (!each.chartType.includes("NoMarkers"))
      for (const point of points) shapes.push({ kind: "dot", ...point, radius: look.dot, fill });
  });
  return shapes;
}
