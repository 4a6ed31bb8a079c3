import type { HistoryRow, HistoryRun } from "../../reports/historyRows";
import { historyField, historyFields, type StandingHistory } from "../../reports/historySheet";
import type { Session } from "../../workbook/inExcel";
import type { FoundSheet } from "../../workbook/ownSheets";
import { readTexts } from "../../workbook/readTexts";
import { readStandingTables, requireOpenTable, type StandingTable } from "../../workbook/standingTable";

/** The history table as it stands in the workbook. */
export interface FoundHistory {
  readonly sheet: string;
  readonly standing: StandingHistory;
  readonly runs: readonly HistoryRun[];
  /** Rows of people's own, which name no run. */
  readonly own: number;
}

/**
 * The history table, found by the mark of its sheet and its columns. A table to which people gave columns of their own,
 * or took some of ours from, is theirs: null then. Only what tells the runs apart is read of its rows.
 *
 * @throws {Failure} `table-filtered`, `totals-row` where rows cannot be added safely
 */
export async function standingHistory(session: Session, found: readonly FoundSheet[]): Promise<FoundHistory | null> {
  for (const { name: sheet, mark } of found) {
    if (mark !== "history") continue;
    for (const table of await readStandingTables(session, sheet, { rows: false })) {
      const fields = table.headers.map(historyField);
      if (fields.length !== historyFields.length || !historyFields.every((field) => fields.includes(field))) continue;
      requireOpenTable(table, sheet);
      const { row, column, rows } = table.place;
      const standing = { name: table.name, row, column, headers: table.headers, rows: rows - 1 };
      return { sheet, standing, ...(await runsOf(session, sheet, table)) };
    }
  }
  return null;
}

async function runsOf(
  session: Session,
  sheet: string,
  { place, headers }: StandingTable,
): Promise<Pick<FoundHistory, "runs" | "own">> {
  // One after the other: a session answers one request at a time.
  const texts = new Map<keyof HistoryRow, readonly string[]>();
  for (const field of ["run", "runDate", "dataDate"] as const) {
    const column = place.column + headers.findIndex((header) => historyField(header) === field);
    const body = { row: place.row + 1, column, rows: place.rows - 1, columns: 1 };
    const [found = []] = await readTexts(session, sheet, body);
    texts.set(field, found);
  }
  const at = (field: keyof HistoryRow, row: number): string => texts.get(field)?.[row] ?? "";
  const runs = new Map<string, { id: string; runDate: string; dataDate: string; rows: number }>();
  let own = 0;
  texts.get("run")?.forEach((id, row) => {
    const runDate = at("runDate", row);
    const known = runs.get(id);
    if (id === "") own++;
    else if (!known) runs.set(id, { id, runDate, dataDate: at("dataDate", row), rows: 1 });
    else {
      known.rows++;
      if (runDate > known.runDate) known.runDate = runDate;
    }
  });
  return { runs: [...runs.values()], own };
}
