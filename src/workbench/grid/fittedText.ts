/**
 * A number's text in a column too narrow for it, as Excel shows it: a plain number loses decimals and is then
 * written by its power of ten, any other one becomes a row of "#", so that nobody reads half a number.
 *
 * @param width - pixels between the cell's paddings
 * @param font - CSS font
 */
export function fittedNumber(text: string, width: number, font: string, isGeneral: boolean): string {
  if (textWidth(text, font) <= width) return text;
  if (isGeneral) {
    const shorter = shorterNumbers(text).find((candidate) => textWidth(candidate, font) <= width);
    if (shorter !== undefined) return shorter;
  }
  return "#".repeat(Math.max(1, Math.floor(width / textWidth("#", font))));
}

/** A plain number with fewer and fewer decimals, then by its powers of ten. */
function shorterNumbers(text: string): string[] {
  const value = Number(text);
  const point = text.indexOf(".");
  const candidates: string[] = [];
  if (point > 0 && !text.includes("E")) {
    for (let decimals = text.length - point - 2; decimals >= 0; decimals--) candidates.push(value.toFixed(decimals));
  }
  for (let digits = 5; digits >= 0; digits--) {
    const [mantissa = "", power = "+0"] = value.toExponential(digits).split("e");
    const plain = mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
    candidates.push(`${plain}E${power.slice(0, 1)}${power.slice(1).padStart(2, "0")}`);
  }
  return candidates;
}

const known = new Map<string, number>();
/** Widths are kept for so many texts. */
const keptWidths = 20_000;
let pen: CanvasRenderingContext2D | null = null;

function textWidth(text: string, font: string): number {
  const key = `${font} ${text}`;
  const width = known.get(key);
  if (width !== undefined) return width;
  pen ??= document.createElement("canvas").getContext("2d");
  if (!pen) return 0;
  pen.font = font;
  const measured = pen.measureText(text).width;
  if (known.size > keptWidths) known.clear();
  known.set(key, measured);
  return measured;
}
