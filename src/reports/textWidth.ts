/** Scripts whose characters are two digits wide: Chinese, Japanese, Korean and their punctuation. */
const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;

/** About how wide a text is, in digits of the default font, as Excel counts the width of columns. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

/** A column's width, in characters, that shows each of the texts whole, within limits. */
export function widthFor(texts: readonly string[], least: number, most: number): number {
  const widest = texts.reduce((width, text) => Math.max(width, textWidth(text)), 0);
  return Math.min(most, Math.max(least, widest + 2));
}

/** A text in lines of at most a width; it breaks at spaces, in Chinese anywhere but before punctuation. */
export function linesOf(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const [piece] of text.matchAll(
    /[^\s\u2E80-\uFFEF]+\s*|[\u2E80-\uFFEF][\u3001\u3002\uFF01-\uFF1F\u201D\u2019]*\s*|\s+/g,
  )) {
    if (line !== "" && textWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}
