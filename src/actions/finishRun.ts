import { Failure } from "../failure";
import { inExcel, type Session } from "../workbook/inExcel";
import { readStaged } from "../workbook/staging";
import { readEntries } from "../workbook/store";
import { tellingBehind, type ActionOptions } from "./progress";
import type { RunRecord } from "./readState";
import { backUp } from "./recovery/backUp";
import { openStored } from "./recovery/openStored";
import { unfilteredTable } from "./writing/clearedFilter";
import { closing, entryNames } from "./writing/entries";
import { readStored, requireStored, type Journal } from "./writing/journal";
import { docOf } from "./writing/prepareRun";
import { requireWritable } from "./writing/refusals";
import { requireNothingStaged } from "./writing/putBack";
import { stagingOf, type StagedRun } from "./writing/stagedRun";
import { underLease } from "./writing/underLease";
import { finishStaged } from "./writing/writeRun";
import type { SheetDoc } from "../reports/sheetDoc";

/**
 * Finishes the unfinished run from what it kept in the workbook. May be interrupted and called again.
 *
 * @throws {Failure} `being-written` while whoever runs it is there; `run-unfinished` if it can only be rolled back;
 *   `rollback-failed` where its store is gone; `table-changed` if customers came, went or were
 *   sorted since: then nothing of it is written
 */
export async function finishRun(options: ActionOptions = {}): Promise<RunRecord> {
  const telling = tellingBehind(options);
  const { record } = await inExcel(
    "workbook",
    (session) =>
      underLease(session, "finish", "", async (held) => finishStaged(held, await stagedRun(held), telling.tell)),
    telling,
  );
  await inExcel("workbook", backUp);
  return record;
}

async function stagedRun(session: Session): Promise<StagedRun> {
  const { head } = await openStored(session);
  if (head === null) await requireNothingStaged(session);
  const stage = head?.run?.stage;
  if (head === null || (stage !== "staged" && stage !== closing))
    throw new Failure("run-unfinished", "run requires staged labels to be finished");
  const names = [entryNames.journal, entryNames.nextDocs, entryNames.docs, entryNames.before];
  const texts = await readEntries(session, head, names);
  const journal = requireStored("journal", texts[entryNames.journal]);
  const former = readStored("docs", texts[entryNames.docs]);
  return {
    journal,
    head,
    labels: stage === closing ? [] : await stagedLabels(session, journal),
    docs: requireStored("docs", texts[entryNames.nextDocs]) as readonly SheetDoc[],
    before: requireStored("before", texts[entryNames.before]),
    previous: new Map(journal.sheets.map(({ id, existed }) => [id, existed ? docOf(former, id) : null])),
  };
}

async function stagedLabels(session: Session, journal: Journal): Promise<StagedRun["labels"]> {
  if (journal.labels.length === 0) return [];
  const facts = await unfilteredTable(session, journal);
  requireWritable(facts);
  // Whether the rows still stand as they did is checked before anything is committed.
  return readStaged(session, { ...facts, rows: journal.record.rows }, stagingOf(journal));
}
