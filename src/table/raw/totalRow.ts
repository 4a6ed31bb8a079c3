import type { RawTable } from "./rawTable";
import { isText } from "./rawCells";

const words = [
  /^(grand|sub|running|report)[\s-]*totals?\b/iu,
  /^(total|totals|sum|subtotal|overall|average|mean)\s*:?$/iu,
  /\b(sub)?total\s*:?$/iu,
  /^(合\s*计|总\s*计|小\s*计|累\s*计|汇\s*总)\s*[:(]/u,
  /(合\s*计|总\s*计|小\s*计|累\s*计|汇\s*总|共\s*计|合计数)\s*:?$/u,
  /^平均(值|数)?\s*:?$/u,
  // A part of the total above it.
  /^(其中|of which)\s*:/iu,
];

/** Cells of a row, from the left, among which the word that says a total is looked for. */
const cellsLookedAt = 3;

/**
 * True for a row that adds up others: one of its first words says so, or one of its cells takes a subtotal. A client
 * whose name ends in “Total” is taken for one as well, which is why people are asked and the rows are listed.
 */
export function isTotalRow({ columns }: RawTable, row: number): boolean {
  if (columns.some(({ subtotals }) => subtotals[row] === 1)) return true;
  const filled = columns.filter((column) => isText(column, row)).slice(0, cellsLookedAt);
  return filled.some(({ texts }) => saysTotal(texts[row] ?? ""));
}

/** True for words that name a total, in English or Chinese. */
export function saysTotal(text: string): boolean {
  const plain = text.normalize("NFKC").trim();
  return words.some((word) => word.test(plain));
}
