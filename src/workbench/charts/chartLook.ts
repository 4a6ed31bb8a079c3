import type { ChartSeries } from "../../host/model/chart";

/** The Office theme's accents and their darker shades, in the order in which Excel takes them. */
const accents = [
  "#4472C4",
  "#ED7D31",
  "#A5A5A5",
  "#FFC000",
  "#5B9BD5",
  "#70AD47",
  "#264478",
  "#9E480E",
  "#636363",
  "#997300",
  "#255E91",
  "#43682B",
];

/** How Excel draws a new chart. Sizes are CSS pixels: 14 and 9 points. */
export const look = {
  text: "#595959",
  rule: "#D9D9D9",
  title: 18.7,
  label: 12,
  line: 2.5,
  dot: 3.3,
  margin: 12,
} as const;

/** The colour of the series, or of the slice, at this place. */
export function accent(index: number): string {
  return accents[index % accents.length] ?? look.text;
}

/** A series' own colour, or the chart's for its place. */
export function seriesColor(series: ChartSeries, index: number): string {
  return series.color ?? accent(index);
}

const wideCharacter = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/;

/** About how wide a text is; Chinese characters take a full square. */
export function textWidth(text: string, size: number): number {
  let squares = 0;
  for (const character of text) squares += wideCharacter.test(character) ? 1 : 0.54;
  return squares * size;
}

/** The text, cut with an ellipsis where it would be wider. */
export function fitted(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && textWidth(`${characters.join("")}…`, size) > width) characters.pop();
  return `${characters.join("")}…`;
}
