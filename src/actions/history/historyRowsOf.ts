import { firstCode } from "../../engine/keptLabels";
import { planForTable } from "../../plan/planForTable";
import { usedColumns } from "../../plan/usedColumns";
import type { HistoryRow } from "../../reports/historyRows";
import { readNumber } from "../../table/readNumber";
import { sheetWords } from "../../text/sheetWords";
import type { Session } from "../../workbook/inExcel";
import { inTurns } from "../../workbook/inTurns";
import type { TableFacts } from "../../workbook/tableFacts";
import { markedCustomers } from "../markedCustomers";
import type { FormerMonth } from "../newMonth/formerMonth";
import { markIndex } from "../writing/writtenLabel";

/** The rows of a run, and its customers that are in the table no more: their keys are nowhere kept. */
export interface RunRows {
  readonly rows: readonly HistoryRow[];
  readonly gone: number;
}

/**
 * Reads what the last run wrote to the customers that are still there, with their values as they are now.
 *
 * @throws {Failure} `missing-column`, `no-answer`
 */
export async function historyRowsOf(
  session: Session,
  facts: TableFacts,
  { run, plan, labels }: FormerMonth,
): Promise<RunRows> {
  const names = facts.columns.map(({ name }) => name);
  const there = planForTable(plan, plan.table, plan.keyColumn, names).plan;
  const values = there.segmentations.map(({ valueColumn }) => valueColumn).filter((name) => names.includes(name));
  const now = await markedCustomers(session, facts, there, [...usedColumns(there), ...values]);
  const rowOf = markIndex(labels.keys);
  const { notClassified } = sheetWords(plan.sheetLanguage);
  const runDate = moment(new Date(run.at));
  const rows: HistoryRow[] = [];
  const found = new Set<number>();
  for (const { id, name, valueColumn } of plan.segmentations) {
    const written = labels.segmentations.find((one) => one.id === id);
    if (!written) continue;
    const column = now.table.columns.find((one) => one.name === valueColumn);
    await inTurns(now.marks.length, (customer) => {
      const at = rowOf.get(now.marks[customer] ?? "");
      if (at === undefined) return;
      found.add(at);
      const value = column && readNumber(column, customer);
      rows.push({
        key: now.keys[customer] ?? "",
        segmentation: name,
        label: written.groups[written.codes.charCodeAt(at) - firstCode]?.name ?? notClassified,
        value: typeof value === "number" ? value : null,
        dataDate: plan.dataDate,
        runDate,
        run: run.id,
      });
    });
  }
  return { rows, gone: rowOf.size - found.size };
}

/** In the reader's own time zone, as the run log has it, and so that texts sort as moments do. */
function moment(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19).replace("T", " ");
}
