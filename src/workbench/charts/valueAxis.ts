import { formatValue } from "../../host/format/formatValue";
import type { ChartAxis } from "../../host/model/chart";
import { along, type AxisScale } from "./axisScale";
import { look, textWidth } from "./chartLook";
import type { Frame, Shape } from "./shape";

/** A vertical axis of values. */
export interface ValueAxis {
  readonly scale: AxisScale;
  /** Only the left one draws gridlines. */
  readonly side: "left" | "right";
  readonly axis: ChartAxis;
}

/** A value at a tick, under the axis' number format. */
export function tickLabel(value: number, numberFormat: string | null): string {
  return formatValue(value, numberFormat ?? "General", false).text;
}

/**
 * Labels, title and gridlines of a vertical axis, and the plot that they leave.
 *
 * @param below - height at the frame's foot that the category axis takes
 */
export function valueAxis(
  { scale, side, axis }: ValueAxis,
  frame: Frame,
  below = 0,
): { shapes: readonly Shape[]; plot: Frame } {
  const texts = axis.visible ? scale.ticks.map((tick) => tickLabel(tick, axis.numberFormat)) : [];
  const titleWidth = axis.title === null ? 0 : look.label * 1.7;
  const width =
    Math.max(0, ...texts.map((text) => textWidth(text, look.label))) + (texts.length > 0 ? 8 : 0) + titleWidth;
  // Half a label stands out above the highest tick.
  const above = look.label / 2;
  const plot: Frame = {
    x: side === "left" ? frame.x + width : frame.x,
    y: frame.y + above,
    width: frame.width - width,
    height: frame.height - above,
  };
  const foot = plot.y + plot.height - below;
  const height = plot.height - below;
  const shapes: Shape[] = [];
  scale.ticks.forEach((tick, i) => {
    const y = foot - along(scale, tick) * height;
    const right = plot.x + plot.width;
    if (side === "left")
      shapes.push({
        kind: "line",
        points: [
          { x: plot.x, y },
          { x: right, y },
        ],
        stroke: look.rule,
        width: 1,
      });
    const text = texts[i];
    if (text === undefined) return;
    const x = side === "left" ? plot.x - 6 : right + 6;
    const anchor = side === "left" ? "end" : "start";
    shapes.push({ kind: "text", x, y: y + look.label * 0.35, text, size: look.label, anchor, fill: look.text });
  });
  if (axis.title !== null) {
    const x = side === "left" ? frame.x + look.label : frame.x + frame.width - look.label;
    const turn = side === "left" ? -90 : 90;
    shapes.push({
      kind: "text",
      x,
      y: plot.y + height / 2,
      text: axis.title,
      size: look.label,
      anchor: "middle",
      fill: look.text,
      turn,
    });
  }
  return { shapes, plot };
}
