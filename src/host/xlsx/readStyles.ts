import { defaultStyle, type Border, type BorderEdge, type Style } from "../model/style";
import { builtInFormats } from "./builtInFormats";
import { colorOf, indexedColors, themeColors, type Palette } from "./colors";
import { unescapeText } from "./escape";
import { attribute, child, childrenOf, flag, numberOf, type XmlElement } from "./xmlTree";

/** Cell formats of a file and what else refers to them. */
export interface FileStyles {
  /** One per cell format (cellXfs), in order, so that a format's index is the style's. */
  readonly styles: Style[];
  /** Partial styles of conditional formats, by index (dxfs). */
  readonly differences: readonly Partial<Style>[];
  readonly palette: Palette;
}

/** Reads xl/styles.xml with the theme's colours; a file without styles has the default one. */
export function readStyles(root: XmlElement | undefined, theme: XmlElement | undefined): FileStyles {
  const palette: Palette = { theme: themeColors(theme), indexed: root ? indexedColors(root) : [] };
  if (!root) return { styles: [defaultStyle], differences: [], palette };
  const formats = new Map(
    childrenOf(child(root, "numFmts"), "numFmt").map((format) => [numberOf(format, "numFmtId"), formatCode(format)]),
  );
  const fonts = childrenOf(child(root, "fonts"), "font").map((font) => readFont(font, palette));
  const fills = childrenOf(child(root, "fills"), "fill").map((fill) => fillColor(fill, palette));
  const borders = childrenOf(child(root, "borders"), "border").map((border) => readBorders(border, palette));
  const styles = childrenOf(child(root, "cellXfs"), "xf").map((format, base): Style => {
    const id = numberOf(format, "numFmtId") ?? 0;
    return {
      ...defaultStyle,
      ...fonts[numberOf(format, "fontId") ?? 0],
      numberFormat: formats.get(id) ?? builtInFormats[id] ?? "General",
      fillColor: fills[numberOf(format, "fillId") ?? 0] ?? null,
      borders: borders[numberOf(format, "borderId") ?? 0] ?? {},
      ...readAlignment(child(format, "alignment")),
      locked: flag(child(format, "protection"), "locked", true),
      base,
    };
  });
  const differences = childrenOf(child(root, "dxfs"), "dxf").map((difference) => readDifference(difference, palette));
  return { styles: styles.length > 0 ? styles : [defaultStyle], differences, palette };
}

function formatCode(format: XmlElement): string {
  return unescapeText(attribute(format, "formatCode") ?? "General");
}

function readFont(font: XmlElement, palette: Palette): Partial<Style> {
  const underline = child(font, "u");
  const kind = attribute(underline, "val") ?? "single";
  const size = numberOf(child(font, "sz"), "val");
  const name = attribute(child(font, "name") ?? child(font, "rFont"), "val");
  const color = colorOf(child(font, "color"), palette);
  const bold = child(font, "b");
  const italic = child(font, "i");
  return {
    ...(name === undefined ? {} : { fontName: name }),
    ...(size === undefined ? {} : { fontSize: size }),
    ...(color === undefined ? {} : { fontColor: color }),
    ...(bold ? { bold: flag(bold, "val", true) } : {}),
    ...(italic ? { italic: flag(italic, "val", true) } : {}),
    ...(underline ? { underline: kind === "none" ? "None" : kind.startsWith("double") ? "Double" : "Single" } : {}),
  };
}

/** The colour that a fill shows mostly: a pattern's or gradient's first. Null for no fill. */
function fillColor(fill: XmlElement, palette: Palette): string | null {
  const pattern = child(fill, "patternFill");
  if (!pattern) return colorOf(child(child(child(fill, "gradientFill"), "stop"), "color"), palette) ?? null;
  if ((attribute(pattern, "patternType") ?? "none") === "none") return null;
  return colorOf(child(pattern, "fgColor"), palette) ?? null;
}

function readBorders(border: XmlElement, palette: Palette): Style["borders"] {
  const edges: Partial<Record<BorderEdge, Border>> = {};
  const words = { left: ["left", "start"], right: ["right", "end"], top: ["top"], bottom: ["bottom"] } as const;
  for (const edge of ["left", "right", "top", "bottom"] as const) {
    const line = border.children.find(({ local }) => (words[edge] as readonly string[]).includes(local));
    const style = attribute(line, "style");
    if (style !== undefined && style !== "none")
      edges[edge] = { style, color: colorOf(child(line, "color"), palette) ?? "#000000" };
  }
  return edges;
}

function readAlignment(
  alignment: XmlElement | undefined,
): Pick<Style, "horizontalAlignment" | "verticalAlignment" | "wrapText" | "indent"> {
  const word = (name: string, otherwise: string): string => {
    const value = attribute(alignment, name);
    return value === undefined ? otherwise : value[0]!.toUpperCase() + value.slice(1);
  };
  return {
    horizontalAlignment: word("horizontal", "General"),
    verticalAlignment: word("vertical", "Bottom"),
    wrapText: flag(alignment, "wrapText"),
    indent: numberOf(alignment, "indent") ?? 0,
  };
}

/** A conditional format's look. Its fill is a solid one, whose colour stands in bgColor. */
function readDifference(difference: XmlElement, palette: Palette): Partial<Style> {
  const font = child(difference, "font");
  const pattern = child(child(difference, "fill"), "patternFill");
  const fill = colorOf(child(pattern, "bgColor"), palette) ?? colorOf(child(pattern, "fgColor"), palette);
  const format = child(difference, "numFmt");
  const border = child(difference, "border");
  return {
    ...(font ? readFont(font, palette) : {}),
    ...(fill === undefined ? {} : { fillColor: fill }),
    ...(format ? { numberFormat: formatCode(format) } : {}),
    ...(border ? { borders: readBorders(border, palette) } : {}),
  };
}
