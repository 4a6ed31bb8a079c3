/**
 * A number's text in a column too narrow for it, as Excel shows it: a plain number loses decimals, any other one
 * becomes a row of "#", so that nobody reads half a number.
 *
 * @param width - pixels between the cell's paddings
 * @param font - CSS font
 */
export function fittedNumber(text: string, width: number, font: string, isGeneral: boolean): string {
  if (textWidth(text, font) <= width) return text;
  const point = text.indexOf(".");
  if (isGeneral && point > 0 && !text.includes("E")) {
    const value = Number(text);
    for (let decimals = text.length - point - 2; decimals >= 0; decimals--) {
      const shorter = value.toFixed(decimals);
      if (textWidth(shorter, font) <= width) return shorter;
    }
  }
  return "#".repeat(Math.max(1, Math.floor(width / textWidth("#", font))));
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
