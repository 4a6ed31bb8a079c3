import { daysTested } from "../plan/usedColumns";
import type { Plan } from "../plan/plan";
import { columnNamed } from "../table/columnNamed";
import type { CustomerTable } from "../table/customerTable";
import { countsFrom1904 } from "../workbook/countsFrom1904";
import type { Session } from "../workbook/inExcel";
import type { TableFacts } from "../workbook/tableFacts";
import { dayCells } from "./dayCells";

/** Whether the days that a plan goes by in the customer table count from 1904; false where it goes by none. */
export function customersFrom1904(
  session: Session,
  plan: Plan,
  facts: TableFacts,
  table: CustomerTable,
): Promise<boolean> {
  const bought = plan.segmentations.flatMap((each) =>
    each.method === "rfm" && each.source.kind === "columns" && each.source.recency.as === "date"
      ? [each.source.recency.column]
      : [],
  );
  const columns = [...new Set([...bought, ...daysTested(plan)])];
  const cells = columns.flatMap((name) => dayCells(facts, columnNamed(table, name)));
  return countsFrom1904(session, facts.sheet, cells);
}
