import type { HistoryRun } from "../../reports/historyRows";
import { historyField, historyFields, type StandingHistory } from "../../reports/historySheet";
import type { Session } from "../../workbook/inExcel";
import type { FoundSheet } from "../../workbook/ownSheets";
import { readTexts } from "../../workbook/staging";
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
  const [ids = [], runDates = [], dataDates = []] = await Promise.all(
    (["run", "runDate", "dataDate"] as const).map(async (field) => {
      const column = place.column + headers.findIndex((header) => historyField(header) === field);
      const [texts] = await readTexts(session, sheet, { row: place.row + 1, column, rows: place.rows - 1, columns: 1 });
      return texts ?? [];
    }),
  );
  const runs = new Map<string, { id: string; runDate: string; dataDate: string; rows: number }>();
  let own = 0;
  ids.forEach((id, row) => {
    const runDate = runDates[row] ?? "";
    const known = runs.get(id);
    if (id === "") own++;
    else if (!known) runs.set(id, { id, runDate, dataDate: dataDates[row] ?? "", rows: 1 });
    else {
      known.rows++;
      if (runDate > known.runDate) known.runDate = runDate;
    }
  });
  return { runs: [...runs.values()], own };
}
