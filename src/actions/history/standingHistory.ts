import type { HistoryRow } from "../../reports/historyRows";
import { historyField, historyFields, type StandingHistory } from "../../reports/historySheet";
import type { Session } from "../../workbook/inExcel";
import type { FoundSheet } from "../../workbook/ownSheets";
import { readStandingTables, requireOpenTable } from "../../workbook/standingTable";

/** The history table as it stands in the workbook. */
export interface FoundHistory {
  readonly sheet: string;
  readonly standing: StandingHistory;
  readonly rows: readonly HistoryRow[];
}

/**
 * The history table, found by the mark of its sheet and its columns. A table to which people gave columns of their own,
 * or took some of ours from, is theirs: null then.
 *
 * @throws {Failure} `table-filtered`, `totals-row` where rows cannot be added safely
 */
export async function standingHistory(session: Session, found: readonly FoundSheet[]): Promise<FoundHistory | null> {
  for (const { name: sheet, mark } of found) {
    if (mark !== "history") continue;
    for (const table of await readStandingTables(session, sheet)) {
      const fields = table.headers.map(historyField);
      if (fields.length !== historyFields.length || !historyFields.every((field) => fields.includes(field))) continue;
      requireOpenTable(table, sheet);
      const { row, column } = table.place;
      const rows = table.rows.map((cells) => {
        const at = (field: keyof HistoryRow): HistoryRow["key"] => content(cells[fields.indexOf(field)]);
        return Object.fromEntries(historyFields.map((field) => [field, at(field)])) as unknown as HistoryRow;
      });
      return {
        sheet,
        standing: { name: table.name, row, column, headers: table.headers, rows: table.rows.length },
        rows,
      };
    }
  }
  return null;
}

function content(cell: unknown): string | number | null {
  if (typeof cell === "number") return cell;
  return typeof cell === "string" && cell !== "" ? cell : typeof cell === "boolean" ? String(cell).toUpperCase() : null;
}
