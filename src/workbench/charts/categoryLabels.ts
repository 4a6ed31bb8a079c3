import type { ChartAxis } from "../../host/model/chart";
import { fitted, look, textWidth } from "./chartLook";
import type { Frame, Shape } from "./shape";

/** Labels longer than this, in CSS pixels, are cut when they stand aslant. */
const longest = 90;

/**
 * The names under a plot: level where they fit, aslant where they do not, only some of them where they are many.
 *
 * @param plot - gives the left edge and width
 * @param foot - the lowest line that may be used
 */
export function categoryLabels(
  categories: readonly string[],
  axis: ChartAxis,
  plot: Frame,
  foot: number,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  if (!axis.visible) return { shapes: [], height: 0 };
  const slot = plot.width / Math.max(1, categories.length);
  const widest = Math.max(0, ...categories.map((text) => textWidth(text, look.label)));
  const level = widest <= slot - 4;
  const every = level ? 1 : Math.max(1, Math.ceil((look.label * 1.4) / slot));
  const slanted = Math.min(widest, longest) * 0.71 + look.label;
  const titleHeight = axis.title === null ? 0 : look.label * 1.6;
  const height = (level ? look.label * 1.7 : slanted) + titleHeight;
  const top = foot - height;
  const shapes: Shape[] = categories.flatMap((text, i): Shape[] => {
    if (i % every !== 0 || text === "") return [];
    const x = plot.x + slot * (i + 0.5);
    const common = { kind: "text", size: look.label, fill: look.text } as const;
    if (level) return [{ ...common, x, y: top + look.label * 1.4, text, anchor: "middle" }];
    return [
      {
        ...common,
        x: x + 4,
        y: top + look.label,
        text: fitted(text, look.label, Math.min(longest, x * 1.41)),
        anchor: "end",
        turn: -45,
      },
    ];
  });
  if (axis.title !== null) {
    const x = plot.x + plot.width / 2;
    shapes.push({
      kind: "text",
      x,
      y: foot - 2,
      text: axis.title,
      size: look.label,
      anchor: "middle",
      fill: look.text,
    });
  }
  return { shapes, height };
}
