import { sheetWords } from "../../text/sheetWords";
import { undoWords } from "../../text/undoWords";
import type { Column } from "../../table/customerTable";
import { fingerprint } from "../../workbook/fingerprint";
import type { Session } from "../../workbook/inExcel";
import { requireSpace } from "../../workbook/requireSpace";
import { readColumns } from "../../workbook/readColumns";
import type { RunRecord } from "../readState";
import type { Journal } from "../writing/journal";
import type { RunLabel } from "../writing/labelNames";
import type { PreparedRun } from "../writing/prepareRun";
import type { LeftColumn } from "../writing/retiredColumns";
import { sideJournal } from "../writing/sideJournal";
import { readLastRun } from "./readLastRun";
import { undoneLabels } from "./undoneLabels";
import { undoneSheets } from "./undoneSheets";

/** What undoing the last run will do, in the names that people know. */
export interface UndoOffer {
  readonly run: RunRecord;
  /** Columns that get former labels back, and how many customers have another label in one of them. */
  readonly columns: readonly string[];
  readonly customers: number;
  readonly columnsGone: readonly string[];
  /** Taken away by the run: they come back at the table's right end. */
  readonly columnsBack: readonly string[];
  readonly columnsKept: readonly LeftColumn[];
  readonly sheetsBack: readonly string[];
  readonly sheetsGone: readonly string[];
  /** Made by the run, and people wrote on them: what Tierbook wrote goes. */
  readonly sheetsKept: readonly string[];
  /** Changed by people since: they stay as they are. */
  readonly sheetsLeft: readonly string[];
  /** Cells whose label somebody changed since: they stay. */
  readonly edited: readonly string[];
  /** False for the first run, before which there were no settings. */
  readonly planBefore: boolean;
}

export interface PreparedUndo {
  readonly run: PreparedRun;
  readonly offer: UndoOffer;
}

/**
 * Looks at everything that can refuse the undoing of the last run, and decides what it will write: the labels and
 * reports of the run before, by the very steps of a run. Writes nothing.
 *
 * @throws {Failure} `nothing-to-undo`, `run-unfinished`, `missing-table`, `missing-column` and what stops a run
 */
export async function prepareUndo(session: Session, now: Date, person: string): Promise<PreparedUndo> {
  const last = await readLastRun(session, person.slice(0, 255));
  const { undo, facts, own, plan, labels, record } = last;
  const [keys] = (await readColumns(session, facts, [undo.keyColumn])) as [Column];
  const { notClassified } = sheetWords(plan.sheetLanguage);
  const sheetsNow = { found: last.found, remembered: own.sheets, docs: last.docs };
  const columns = await undoneLabels(session, {
    undo,
    written: labels,
    notClassified,
    own,
    facts,
    keys,
    sheets: sheetsNow,
  });
  await requireSpace(session, facts, columns.labels.filter(({ before }) => before === null).length);
  const sheets = await undoneSheets(session, last, { now, labelColumns: columns.labels });
  const journal: Journal = {
    ...(await sideJournal({
      kind: "undo",
      mark: `undo ${record.id}`,
      now,
      person: last.person,
      facts,
      keyColumn: undo.keyColumn,
      fingerprint: await fingerprint(keys),
      found: last.found,
    })),
    labels: [...columns.labels],
    sheets: sheets.sheets,
    unfinishedText: undoWords((last.formerPlan ?? plan).sheetLanguage).underWay(now),
    undoes: record.id,
    drop: { columns: [...columns.dropped], sheets: [...sheets.dropped] },
  };
  const run: PreparedRun = {
    journal,
    facts,
    store: last.store,
    plan: null,
    labels: columns.texts,
    kept: null,
    moves: null,
    changes: null,
    docs: sheets.docs,
    formerDocs: sheets.standing,
    previous: sheets.previous,
    before: sheets.before,
  };
  const named = (wanted: (label: RunLabel) => boolean): readonly string[] =>
    columns.labels.filter(wanted).map(({ name }) => name);
  const offer: UndoOffer = {
    run: record,
    columns: named(({ before }) => before !== null),
    columnsBack: named(({ before }) => before === null),
    customers: columns.customers,
    columnsGone: columns.dropped.map(({ name }) => name),
    columnsKept: columns.left,
    sheetsBack: sheets.back,
    sheetsGone: sheets.dropped.map(({ name }) => name),
    sheetsKept: sheets.kept,
    sheetsLeft: sheets.left,
    edited: columns.edited,
    planBefore: last.formerPlan !== null,
  };
  return { run, offer };
}
