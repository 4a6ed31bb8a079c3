import { Failure } from "../../failure";
import {
  mostHistoryRows,
  mostHistoryRuns,
  mostRowsAdded,
  runsToDrop,
  usualHistoryRuns,
} from "../../reports/historyRows";
import {
  historyField,
  historySheet,
  inPlace,
  runsKeptCell,
  standingHistorySheet,
  type StandingHistory,
} from "../../reports/historySheet";
import { historyWords } from "../../text/historyWords";
import { requireFree } from "../../workbook/capture";
import type { Session } from "../../workbook/inExcel";
import { freeSheetName, type FoundSheet } from "../../workbook/ownSheets";
import { readEntries, type Head } from "../../workbook/store";
import { preparedList } from "../changes/preparedList";
import { openLastRun } from "../newMonth/openLastRun";
import type { ActionOptions } from "../progress";
import { entryNames } from "../writing/entries";
import { readStored, type Journal } from "../writing/journal";
import { takenNames, withFreeTableNames } from "../writing/ownTableNames";
import type { PreparedRun } from "../writing/prepareRun";
import { preparingIn, writeOrPutBack } from "../writing/writeOrPutBack";
import { historyRowsOf } from "./historyRowsOf";
import { standingHistory, type FoundHistory } from "./standingHistory";

/** The most labels of a run that can be added, and the most rows that the table keeps. */
export const historyLimits = { labels: mostRowsAdded, rows: mostHistoryRows } as const;

export interface HistoryAsked extends ActionOptions {
  /** True to leave a workbook without a history table as it is. */
  readonly onlyStanding?: boolean;
  readonly now: Date;
  /** Who asks for it, as typed; empty if not stated. */
  readonly person: string;
}

/**
 * Adds the labels of the last run to the history table, one row per customer and segmentation: all of them, or none.
 * A run that the table has already is not added again, and nothing is written then.
 *
 * @returns the name of the sheet; null where there is none and only a table that stands was asked for
 * @throws {Failure} `no-plan` where there is no complete run; `sheet-full` for a run with more rows than the table
 *   takes; `table-filtered`, `totals-row` or `cells-in-the-way`; what writing a run meets
 */
export async function addToHistory(options: HistoryAsked): Promise<string | null> {
  const prepared = await preparingIn("workbook", options, (session) => prepareHistory(session, options));
  if (prepared === null || typeof prepared === "string") return prepared;
  await writeOrPutBack(prepared, options);
  return prepared.journal.sheets[0]?.name ?? "";
}

/** What is to be written; the name of the sheet if it has the run already. */
async function prepareHistory(
  session: Session,
  { now, person, onlyStanding = false }: HistoryAsked,
): Promise<PreparedRun | string | null> {
  const { store, head, last, facts, found } = await openLastRun(session);
  const { run, plan } = last;
  const history = await standingHistory(session, found);
  if (history?.runs.some(({ id }) => id === run.id)) return history.sheet;
  if (history === null && onlyStanding) return null;
  const added = await historyRowsOf(session, facts, last);
  const runsKept = await statedRuns(session, history);
  const { runs = [], own = 0 } = history ?? {};
  const dropped = runsToDrop(
    runs,
    { dataDate: plan.dataDate, rows: added.rows.length, runsKept, own },
    await undoneRuns(session, head),
  );
  const name = history?.sheet ?? newName(found, plan.sheetLanguage);
  const { length } = added.rows;
  if (length === 0 || length > mostRowsAdded || own + length > mostHistoryRows) {
    throw new Failure("sheet-full", `history requires 1 to ${mostRowsAdded} rows of a run`, { subject: name });
  }
  const standing: StandingHistory | null = history?.standing ?? null;
  const former = standing && standingHistorySheet(standing, name);
  const doc = historySheet({
    name,
    language: plan.sheetLanguage,
    rows: added.rows,
    dropped: dropped.length,
    runsKept,
    added: { at: new Date(run.at), rows: added.rows.length, gone: added.gone },
    standing,
  });
  const named = withFreeTableNames(doc, former, await takenNames(session));
  if (former) await requireFree(session, name, named, former);
  const list = await preparedList(session, { store, facts, found, plan, doc: named, former, now, person });
  return standing && dropped.length > 0 ? { ...list, journal: withoutRuns(list.journal, standing, dropped) } : list;
}

/** The most runs that go at once; others go with the next one. */
const mostDropped = 1000;

function withoutRuns(journal: Journal, { name, headers }: StandingHistory, runs: readonly string[]): Journal {
  const header = headers.find((each) => historyField(each) === "run") ?? "";
  const rows = { sheet: "history", table: name, header, texts: runs.slice(0, mostDropped) };
  return { ...journal, drop: { columns: [], sheets: [], rows } };
}

function newName(found: readonly FoundSheet[], language: Parameters<typeof historyWords>[0]): string {
  return freeSheetName(
    historyWords(language).sheet.name,
    found.map(({ name }) => name),
  );
}

/** How many runs stay, as people stated it on the sheet; as many as may be where that cannot be told. */
async function statedRuns(session: Session, history: FoundHistory | null): Promise<number> {
  if (!history) return usualHistoryRuns;
  if (!inPlace(history.standing)) return mostHistoryRuns;
  const { row, column } = runsKeptCell;
  const cell = session.workbook.worksheets.getItem(history.sheet).getRangeByIndexes(row, column, 1, 1).load("values");
  await session.sync();
  const stated: unknown = (cell.values as unknown[][])[0]?.[0];
  const sound = typeof stated === "number" && Number.isInteger(stated) && stated >= 1 && stated <= mostHistoryRuns;
  return sound ? stated : mostHistoryRuns;
}

async function undoneRuns(session: Session, head: Head): Promise<ReadonlySet<string>> {
  const texts = await readEntries(session, head, [entryNames.runs]);
  const runs = readStored("runs", texts[entryNames.runs]) ?? [];
  return new Set(runs.flatMap(({ id, status }) => (status === "undone" ? [id] : [])));
}
