import type { Chart } from "../../host/model/chart";
import { fitted, look, textWidth } from "./chartLook";
import type { Frame, Shape } from "./shape";

/** A name in the legend with the sign of its series. */
export interface LegendEntry {
  readonly name: string;
  readonly color: string;
  readonly sign: "square" | "line" | "dot";
}

/** Paper, title and legend, and the frame that they leave for the plot. */
export function chartFrame(
  chart: Chart,
  width: number,
  height: number,
  legend: readonly LegendEntry[],
): { shapes: Shape[]; frame: Frame } {
  const shapes: Shape[] = [{ kind: "rect", x: 0, y: 0, width, height, fill: "#FFFFFF" }];
  let frame: Frame = {
    x: look.margin,
    y: look.margin,
    width: width - 2 * look.margin,
    height: height - 2 * look.margin,
  };
  if (chart.title !== null && chart.title !== "") {
    const text = fitted(chart.title, look.title, frame.width);
    shapes.push({
      kind: "text",
      x: width / 2,
      y: frame.y + look.title,
      text,
      size: look.title,
      anchor: "middle",
      fill: look.text,
    });
    const used = look.title + look.margin;
    frame = { ...frame, y: frame.y + used, height: frame.height - used };
  }
  if (!chart.legend.visible || legend.length === 0) return { shapes, frame };
  const placed = chart.legend.position === "Left" || chart.legend.position === "Right" ? besides : aboveOrBelow;
  const result = placed(chart.legend.position, frame, legend);
  return { shapes: [...shapes, ...result.shapes], frame: result.frame };
}

const signWidth = 24;
const lineHeight = 20;

function aboveOrBelow(
  position: string,
  frame: Frame,
  entries: readonly LegendEntry[],
): { shapes: Shape[]; frame: Frame } {
  const rows: { entry: LegendEntry; text: string; width: number }[][] = [[]];
  let used = 0;
  for (const entry of entries) {
    const text = fitted(entry.name, look.label, frame.width / 2);
    const width = signWidth + textWidth(text, look.label) + 14;
    if (used > 0 && used + width > frame.width) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push({ entry, text, width });
    used += width;
  }
  const height = rows.length * lineHeight;
  const top = position === "Top" ? frame.y : frame.y + frame.height - height;
  const shapes = rows.flatMap((row, i) => {
    let x = frame.x + (frame.width - row.reduce((sum, { width }) => sum + width, 0)) / 2;
    return row.flatMap(({ entry, text, width }) => {
      x += width;
      return entryShapes(entry, text, x - width, top + (i + 0.5) * lineHeight);
    });
  });
  const y = position === "Top" ? frame.y + height + 4 : frame.y;
  return { shapes, frame: { ...frame, y, height: frame.height - height - 4 } };
}

function besides(position: string, frame: Frame, entries: readonly LegendEntry[]): { shapes: Shape[]; frame: Frame } {
  const texts = entries.map(({ name }) => fitted(name, look.label, frame.width / 3));
  const width = signWidth + 8 + Math.max(...texts.map((text) => textWidth(text, look.label)));
  const x = position === "Left" ? frame.x : frame.x + frame.width - width;
  const shown = entries.slice(0, Math.max(1, Math.floor(frame.height / lineHeight)));
  const top = frame.y + (frame.height - shown.length * lineHeight) / 2;
  const shapes = shown.flatMap((entry, i) => entryShapes(entry, texts[i] ?? "", x, top + (i + 0.5) * lineHeight));
  return {
    shapes,
    frame: { ...frame, x: position === "Left" ? frame.x + width : frame.x, width: frame.width - width },
  };
}

function entryShapes({ color, sign }: LegendEntry, text: string, x: number, middle: number): Shape[] {
  const label: Shape = {
    kind: "text",
    x: x + signWidth,
    y: middle + look.label * 0.35,
    text,
    size: look.label,
    anchor: "start",
    fill: look.text,
  };
  if (sign === "square") return [{ kind: "rect", x: x + 10, y: middle - 4, width: 8, height: 8, fill: color }, label];
  if (sign === "dot") return [{ kind: "dot", x: x + 14, y: middle, radius: look.dot, fill: color }, label];
  const points = [
    { x: x + 2, y: middle },
    { x: x + 20, y: middle },
  ];
  return [{ kind: "line", points, stroke: color, width: look.line }, label];
}
