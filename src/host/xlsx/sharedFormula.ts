import { cellAddress, columnLetters, columnOf, maxColumns, maxRows } from "../model/address";

/** Strings, quoted sheet names, structured references, cells, whole columns, whole rows and words, by turns. */
const pieces =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^\]]*\])*\]|(?<![\w.\\])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(\\])|(?<![\w.\\])(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(\\])|(?<![\w.\\])(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.(\\])/g;

/**
 * A formula as it reads some rows and columns further on: relative references move along, absolute ones stay. This is how one
 * stored formula stands for a whole block of cells.
 *
 * Source: ECMA-376 part 1, 18.3.1.40 (f, t="shared").
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(pieces, (whole: string, ...groups: (string | undefined)[]) => {
    const [c$, c, r$, r, a$, a, b$, b, f$, f, l$, l] = groups;
    if (c !== undefined && r !== undefined) {
      const column = c$ ? columnOf(c) : columnOf(c) + columns;
      const row = r$ ? Number(r) - 1 : Number(r) - 1 + rows;
      if (!inside(row, maxRows) || !inside(column, maxColumns)) return "#REF!";
      const address = cellAddress(row, column);
      const letters = columnLetters(column);
      return `${c$}${letters}${r$}${address.slice(letters.length)}`;
    }
    if (a !== undefined && b !== undefined) {
      const [first, last] = [a$ ? columnOf(a) : columnOf(a) + columns, b$ ? columnOf(b) : columnOf(b) + columns];
      return inside(first, maxColumns) && inside(last, maxColumns)
        ? `${a$}${columnLetters(first)}:${b$}${columnLetters(last)}`
        : "#REF!";
    }
    if (f !== undefined && l !== undefined) {
      const [first, last] = [f$ ? Number(f) : Number(f) + rows, l$ ? Number(l) : Number(l) + rows];
      return inside(first - 1, maxRows) && inside(last - 1, maxRows) ? `${f$}${first}:${l$}${last}` : "#REF!";
    }
    return whole;
  });
}

function inside(index: number, count: number): boolean {
  return index >= 0 && index < count;
}
