import type { Session } from "./inExcel";
import { sheetColumnOf, type TableFacts } from "./tableFacts";

/** Functions that Excel calculates anew at every calculation. */
const restless = /\b(RAND|RANDBETWEEN|RANDARRAY|NOW|TODAY|OFFSET|INDIRECT|CELL|INFO)\(/i;

/**
 * The columns whose formulas give another value whenever the workbook is calculated, as far as their first and last
 * rows tell: a table's formulas are the same all the way down.
 */
export async function restlessColumns(
  session: Session,
  facts: TableFacts,
  names: readonly string[],
): Promise<readonly string[]> {
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  const ends = [...new Set([facts.firstRow, facts.firstRow + facts.rows - 1])];
  const cells = names.map((name) => ({
    name,
    ranges: ends.map((row) => sheet.getRangeByIndexes(row, sheetColumnOf(facts, name), 1, 1).load("formulas")),
  }));
  await session.sync();
  return cells
    .filter(({ ranges }) => ranges.some(({ formulas }) => isRestless(formulas[0]?.[0])))
    .map(({ name }) => name);
}

/** What stands in quotes calls nothing. */
function isRestless(formula: unknown): boolean {
  return (
    typeof formula === "string" && formula.startsWith("=") && restless.test(formula.replace(/"[^"]*"|'[^']*'/g, ""))
  );
}
