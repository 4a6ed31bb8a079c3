import { attribute, child, descendant, numberOf, type XmlElement } from "./xmlTree";

/** Colours that a file names by theme or index. */
export interface Palette {
  /** By theme index, in the order that Excel counts them (light before dark). */
  readonly theme: readonly string[];
  readonly indexed: readonly string[];
}

/** Reads a theme's colour scheme. Excel swaps the first two pairs: theme 0 is the background. Source: ECMA-376 part 1, 18.8.3. */
export function themeColors(theme: XmlElement | undefined): string[] {
  const scheme = descendant(theme, "clrScheme")?.children.map((entry) => {
    const color = entry.children[0];
    return `#${(attribute(color, "lastClr") ?? attribute(color, "val") ?? "000000").toUpperCase()}`;
  });
  if (!scheme || scheme.length < 12) return officeTheme;
  const [dark1, light1, dark2, light2, ...rest] = scheme as [string, string, string, string, ...string[]];
  return [light1, dark1, light2, dark2, ...rest];
}

/** Indexed colours of a file: its own where it defines them, else Excel 97's. */
export function indexedColors(styles: XmlElement): string[] {
  const own = child(child(styles, "colors"), "indexedColors")?.children.map((entry) =>
    rgb(attribute(entry, "rgb") ?? "000000"),
  );
  return own && own.length > 0 ? [...own, ...classicColors.slice(own.length)] : classicColors;
}

/** "#RRGGBB" of a colour element, or undefined where it says "automatic" or nothing. */
export function colorOf(element: XmlElement | undefined, palette: Palette): string | undefined {
  if (!element) return undefined;
  const own = attribute(element, "rgb");
  const theme = numberOf(element, "theme");
  const index = numberOf(element, "indexed");
  const color =
    own !== undefined
      ? rgb(own)
      : theme !== undefined
        ? palette.theme[theme]
        : index !== undefined
          ? palette.indexed[index]
          : undefined;
  const tint = numberOf(element, "tint") ?? 0;
  return color === undefined || tint === 0 ? color : tinted(color, tint);
}

/** "#RRGGBB" of an ARGB or RGB number as files write it. */
export function rgb(hex: string): string {
  return `#${hex.slice(-6).toUpperCase().padStart(6, "0")}`;
}

/** A colour made lighter (tint above zero) or darker in HLS space. Source: ECMA-376 part 1, 18.8.19 (tint). */
function tinted(color: string, tint: number): string {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  const before = (high + low) / 2;
  const after = tint < 0 ? before * (1 + tint) : before * (1 - tint) + tint;
  // Hue and saturation stay: each channel keeps its relative place between the extremes of its lightness.
  const chromaBefore = 1 - Math.abs(2 * before - 1);
  const chroma = chromaBefore === 0 ? 0 : ((high - low) / chromaBefore) * (1 - Math.abs(2 * after - 1));
  const channel = (value: number): string => {
    const place = high === low ? 0 : (value - (high + low) / 2) / (high - low);
    return Math.round(Math.min(1, Math.max(0, after + place * chroma)) * 255)
      .toString(16)
      .toUpperCase()
      .padStart(2, "0");
  };
  return `#${channel(red)}${channel(green)}${channel(blue)}`;
}

const officeTheme = [
  "FFFFFF",
  "000000",
  "E7E6E6",
  "44546A",
  "4472C4",
  "ED7D31",
  "A5A5A5",
  "FFC000",
  "5B9BD5",
  "70AD47",
  "0563C1",
  "954F72",
].map(rgb);

const first = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF".split(" ");
/** Source: ECMA-376 part 1, 18.8.27; 64 and 65 are the system's text and window colours. */
const classicColors = [
  ...first,
  ...first,
  ..."800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF".split(
    " ",
  ),
  ..."000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99".split(
    " ",
  ),
  ..."3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333".split(
    " ",
  ),
  "000000",
  "FFFFFF",
].map(rgb);
