import { CellKind } from "../customerTable";
import { readDateText } from "../readDateText";
import { readNumberText } from "../readNumberText";
import { saysBlank } from "./blankWords";
import { isBlank } from "./rawCells";
import type { RawColumn } from "./rawTable";

/**
 * What a cell looks like: a number or a day, also as text; a code, which is text with digits such as "K100" or "007";
 * or a word. A word that means blank says nothing of its column.
 */
export type CellShape = "blank" | "number" | "date" | "code" | "word" | "other";

/** Texts longer than this are sentences, whatever digits they hold. */
const longestCode = 40;

export function cellShape(column: RawColumn, row: number): CellShape {
  if (isBlank(column, row)) return "blank";
  switch (column.kinds[row]) {
    case CellKind.number:
      return column.dated[row] === 1 ? "date" : "number";
    case CellKind.text:
      return textShape(column.texts[row] ?? "");
    default:
      return "other";
  }
}

function textShape(text: string): CellShape {
  if (saysBlank(text)) return "blank";
  if (!/\p{Nd}/u.test(text)) return "word";
  if (/^\s*0\d+\s*$/u.test(text.normalize("NFKC"))) return "code";
  if (readNumberText(text, null) !== null) return "number";
  if (readDateText(text, null) !== null) return "date";
  return text.length > longestCode ? "word" : "code";
}

/** What most filled cells of each column look like in some rows; null for a column where nothing does. */
export type Profile = readonly (CellShape | null)[];

export function profileOf(columns: readonly RawColumn[], rows: readonly number[]): Profile {
  return columns.map((column) => {
    const counts = new Map<CellShape, number>();
    let filled = 0;
    for (const row of rows) {
      const shape = cellShape(column, row);
      if (shape === "blank" || shape === "other") continue;
      filled++;
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
    const most = [...counts].find(([, count]) => count * 2 > filled);
    return most?.[0] ?? null;
  });
}

/** True where a row holds in some column what most of that column is: a number, a day or a code. Words tell nothing. */
export function fitsProfile(columns: readonly RawColumn[], profile: Profile, row: number): boolean {
  return profile.some((shape, i) => {
    const column = columns[i];
    if (!column || shape === null || shape === "word") return false;
    return cellShape(column, row) === shape;
  });
}
