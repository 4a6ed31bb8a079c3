import type { CSSProperties } from "react";
import type { Border, BorderEdge, Style } from "../../host/model/style";
import type { CellView } from "../hostProtocol";
import type { TableLook } from "./tableLook";

/** How a cell's box and its text look. */
export interface CellCss {
  readonly box: CSSProperties;
  readonly text: CSSProperties;
  readonly align: "left" | "center" | "right";
  readonly wraps: boolean;
}

/** The look of a cell: its own style over the style of the table it stands in. */
export function cellCss(
  style: Style,
  look: TableLook | null,
  kind: CellView["kind"],
  { color: formatColor, rule }: Pick<CellView, "color" | "rule"> = {},
): CellCss {
  const align = alignment(style.horizontalAlignment, kind);
  const fill = rule?.fill ?? style.fillColor ?? look?.fill;
  const plainColor = style.fontColor === "#000000" ? (look?.color ?? style.fontColor) : style.fontColor;
  return {
    align,
    wraps: style.wrapText,
    box: {
      justifyContent: { left: "flex-start", center: "center", right: "flex-end" }[align],
      alignItems: { Top: "flex-start", Center: "center" }[style.verticalAlignment] ?? "flex-end",
      ...(fill ? { background: fill } : {}),
      ...borderCss(style.borders, look),
    },
    text: {
      fontFamily: `"${style.fontName}", "Calibri stand-in", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif`,
      fontSize: (style.fontSize * 4) / 3,
      color: rule?.color ?? formatColor ?? plainColor,
      ...(style.bold || look?.bold ? { fontWeight: 700 } : {}),
      ...(style.italic ? { fontStyle: "italic" } : {}),
      ...(style.underline === "None"
        ? {}
        : { textDecoration: style.underline === "Double" ? "underline double" : "underline" }),
      ...(style.wrapText ? { whiteSpace: "pre-wrap", overflowWrap: "anywhere" } : {}),
      ...(style.indent > 0 ? { [align === "right" ? "marginRight" : "marginLeft"]: style.indent * 9 } : {}),
    },
  };
}

function alignment(horizontal: string, kind: CellView["kind"]): "left" | "center" | "right" {
  if (horizontal === "Left" || horizontal === "Fill" || horizontal === "Justify") return "left";
  if (horizontal === "Right") return "right";
  if (horizontal.startsWith("Center") || horizontal === "Distributed") return "center";
  if (kind === "number") return "right";
  return kind === "logical" || kind === "error" ? "center" : "left";
}

const cssEdges: Readonly<Record<BorderEdge, "borderLeft" | "borderRight" | "borderTop" | "borderBottom">> = {
  left: "borderLeft",
  right: "borderRight",
  top: "borderTop",
  bottom: "borderBottom",
};

function borderCss(borders: Style["borders"], look: TableLook | null): CSSProperties {
  const css: CSSProperties = {};
  if (look?.below) css.borderBottom = `1px solid ${look.below}`;
  if (look?.above) css.borderTop = `1px solid ${look.above}`;
  for (const edge of Object.keys(cssEdges) as BorderEdge[]) {
    const border = borders[edge];
    if (border?.style) css[cssEdges[edge]] = lineCss(border);
  }
  return css;
}

function lineCss({ style, color }: Border): string {
  if (style === "double") return `3px double ${color}`;
  const width = style === "thick" ? 3 : style?.startsWith("medium") ? 2 : 1;
  const line = style === "dotted" || style === "hair" ? "dotted" : /dash/i.test(style ?? "") ? "dashed" : "solid";
  return `${width}px ${line} ${color}`;
}
