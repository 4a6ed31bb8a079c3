import type { Chart } from "../../host/model/chart";
import { along } from "./axisScale";
import { columnPlaces, scaleOf, type PlacedSeries } from "./placedSeries";
import { fitted, look, textWidth } from "./chartLook";
import type { Frame, Shape } from "./shape";
import { tickLabel } from "./valueAxis";

/** Horizontal bars; the first category is the lowest, as in Excel. */
export function barShapes(
  chart: Chart,
  placed: readonly PlacedSeries[],
  categories: readonly string[],
  frame: Frame,
): readonly Shape[] {
  const { category, value } = chart.axes;
  const texts = category.visible ? categories.map((text) => fitted(text, look.label, frame.width / 3)) : [];
  const left = Math.max(0, ...texts.map((text) => textWidth(text, look.label))) + 8;
  const below = value.visible ? look.label * 1.8 : 0;
  const plot: Frame = {
    x: frame.x + left,
    y: frame.y,
    width: frame.width - left - look.label,
    height: frame.height - below,
  };
  const scale = scaleOf(placed, false, value, Math.max(2, plot.width / 72));
  const x = (number: number): number => plot.x + along(scale, number) * plot.width;
  const foot = plot.y + plot.height;
  const slot = plot.height / Math.max(1, categories.length);
  const stacks = placed.some(({ bases }) => bases.some((base) => base !== 0));

  const rules = scale.ticks.flatMap((tick): Shape[] => {
    const rule: Shape = {
      kind: "line",
      points: [
        { x: x(tick), y: plot.y },
        { x: x(tick), y: foot },
      ],
      stroke: look.rule,
      width: 1,
    };
    if (!value.visible) return [rule];
    const text = tickLabel(tick, value.numberFormat);
    return [
      rule,
      {
        kind: "text",
        x: x(tick),
        y: foot + look.label * 1.5,
        text,
        size: look.label,
        anchor: "middle",
        fill: look.text,
      },
    ];
  });
  const names = texts.map((text, i): Shape => {
    const y = foot - slot * (i + 0.5) + look.label * 0.35;
    return { kind: "text", x: plot.x - 6, y, text, size: look.label, anchor: "end", fill: look.text };
  });
  const bars = placed.flatMap((series, index) =>
    series.values.flatMap((number, i): Shape[] => {
      if (number === null) return [];
      const places = columnPlaces(0, slot, stacks ? 1 : placed.length);
      const base = series.bases[i] ?? 0;
      const [from, to] = [x(Math.min(base, base + number)), x(Math.max(base, base + number))];
      const y = foot - slot * i - places.at(stacks ? 0 : index) - places.width;
      return [{ kind: "rect", x: from, y, width: to - from, height: places.width, fill: series.color }];
    }),
  );
  return [...rules, ...names, ...bars];
}
