import type { Plan } from "../plan/plan";
import { cellName } from "../workbook/address";
import { inExcel } from "../workbook/inExcel";
import { tableFacts } from "../workbook/tableFacts";
import { totalRows } from "./totalRows";

/** The first cells of rows that look like totals and count as customers because nobody said otherwise. */
export function undecidedTotals({ table, reading }: Pick<Plan, "table" | "reading">): Promise<readonly string[]> {
  if (reading.subtotals !== null) return Promise.resolve([]);
  return inExcel(table.name, async (session) => {
    const facts = await tableFacts(session, table);
    if (facts.rows < 1) return [];
    const rows = [...(await totalRows(session, facts))].sort((a, b) => a - b);
    return rows.map((row) => cellName(facts.sheet, facts.firstRow + row, facts.place.column));
  });
}
