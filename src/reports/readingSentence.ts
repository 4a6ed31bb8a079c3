import type { Outcome } from "../engine/outcome";
import type { Plan } from "../plan/plan";
import type { SheetWords } from "../text/sheet/en";
import { leftOutCounts } from "../engine/leftOutCounts";

/** What a person said of hidden rows and rows that look like totals; null where nobody was asked. */
export function readingSentence(
  { reading }: Plan,
  { segmentations: [first] }: Outcome,
  { rows: words, portfolio: { space } }: SheetWords,
): string | null {
  const { hidden, totals } = leftOutCounts(first ?? { notClassified: [] });
  const said = [
    ...(reading.hiddenRows === null ? [] : [words.hiddenRows[reading.hiddenRows](hidden)]),
    ...(reading.subtotals === null ? [] : [words.subtotals[reading.subtotals](totals)]),
  ];
  return said.length === 0 ? null : said.join(space);
}
