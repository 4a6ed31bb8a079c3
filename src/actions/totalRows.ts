import { CellKind, type Column } from "../table/customerTable";
import { saysTotal } from "../table/raw/totalRow";
import type { Session } from "../workbook/inExcel";
import { inTurns } from "../workbook/inTurns";
import { readColumns } from "../workbook/readColumns";
import type { TableFacts } from "../workbook/tableFacts";

/** Columns of text, from the left, in which the word is looked for that says a total. */
export const columnsWithTotals = 3;

/** True for a cell with a word that says a total. */
export function isTotalCell({ kinds, texts }: Column, row: number): boolean {
  return kinds[row] === CellKind.text && saysTotal(texts[row] ?? "");
}

/** The rows of a table that look like totals, as an inspection finds them. Reads the first columns of text. */
export async function totalRows(session: Session, facts: TableFacts): Promise<readonly number[]> {
  const rows = new Set<number>();
  let left = columnsWithTotals;
  for (const { name } of facts.columns) {
    if (left === 0) break;
    const [column] = await readColumns(session, facts, [name]);
    if (!column?.kinds.includes(CellKind.text)) continue;
    left--;
    await inTurns(facts.rows, (row) => {
      if (isTotalCell(column, row)) rows.add(row);
    });
  }
  return [...rows];
}
