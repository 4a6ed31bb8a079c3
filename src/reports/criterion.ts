import { literalMatch } from "./literalMatch";

/**
 * A criterion of COUNTIFS and SUMIFS that means exactly the text of a cell. The equals sign keeps a text such as "<5" or
 * ">A" from being read as a comparison.
 *
 * @param cell - A1 text of the cell that holds the text
 * @param names - all the texts that such cells hold
 */
export function criterion(cell: string, names: readonly string[]): string {
  return `"="&${literalMatch(cell, names)}`;
}
