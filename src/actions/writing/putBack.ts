import { Failure } from "../../failure";
import type { SheetDoc } from "../../reports/sheetDoc";
import type { Column } from "../../table/customerTable";
import { keyText } from "../../table/keyText";
import { restoreSheet } from "../../workbook/capture";
import { fingerprint } from "../../workbook/fingerprint";
import type { Session } from "../../workbook/inExcel";
import { inFront } from "../../workbook/inFront";
import { removeAdded } from "../../workbook/addedColumns";
import { queueRestore, restoreContents } from "../../workbook/labelColumns";
import type { LeasedSession } from "../../workbook/lease";
import {
  dropIfEmpty,
  findSheets,
  leftovers,
  ownSheet,
  sweepSheets,
  sweptWith,
  type FoundSheet,
} from "../../workbook/ownSheets";
import { restorePeoplesTables } from "../../workbook/peoplesTables";
import { readColumns } from "../../workbook/readColumns";
import { readKept, stagedNames } from "../../workbook/staging";
import { queueHead, queueSweep, readEntries, storeSheet, writeEntries, type Head } from "../../workbook/store";
import { tableFacts, type TableFacts } from "../../workbook/tableFacts";
import { queueText } from "../../workbook/writeCell";
import type { RunRecord } from "../readState";
import { registerText } from "../owners/registerText";
import { findOwners } from "../owners/standingOwners";
import { openStored } from "../recovery/openStored";
import { closing, entryNames, rolledBackHead } from "./entries";
import { readStored, type Before, type Docs, type Journal, type Undo } from "./journal";
import { setFilterAgain, unfilteredTable } from "./clearedFilter";
import { completeRun } from "./completeRun";
import { factsOrNull } from "./factsOrNull";
import { contentsByKey } from "./contentsByKey";
import { keptRecords } from "./keptRecords";
import { docOf } from "./prepareRun";
import { markOf, stagingOf } from "./stagedRun";
import { writeDownAgain, type KnownRun } from "./runTexts";
import { requireNoneAdded, requireRestored, restoreFromStore } from "./restoreFromStore";
import { statePlace, stateSheet } from "./stateCell";

/** How putting back ended: "complete" if the run had in fact been completed, "nothing" if it had not begun. */
export interface PutBack {
  readonly ended: "complete" | "rolled-back" | "nothing";
  readonly record: RunRecord | null;
}

interface Unfinished {
  readonly head: Head;
  readonly journal: Journal;
  readonly before: Before;
  readonly next: Docs;
  readonly previous: Docs;
  readonly undo: Undo | null;
  readonly staged: boolean;
}

/**
 * Puts the workbook back to what it was before the run in progress. May be interrupted and repeated.
 *
 * @param known - the run that failed, as its maker remembers it; null for any that lies unfinished
 * @throws {Failure} `rollback-failed` where nobody knows any more what a run wrote that is there all the same
 */
export async function putBack(session: LeasedSession, known: KnownRun | null): Promise<PutBack> {
  const found = await runToPutBack(session, known);
  if ("ended" in found) return found;
  const { head, journal } = found;
  if (head.run?.stage === closing) {
    // All of it is written, and columns or sheets that it replaced may be gone already.
    const docs = found.next as readonly SheetDoc[];
    await completeRun(session, { journal, head, labels: [], docs, previous: new Map(), before: {} });
    return { ended: "complete", record: journal.record };
  }
  const sheets = await findSheets(session);
  const hasStaging = sheets.some(({ name }) => name === journal.staging);
  await clearFilterAgain(session, found);
  if (found.staged && journal.labels.length > 0) {
    if (hasStaging) await putLabelsBack(session, found);
    else await restoreFromStore(session, journal, found.undo);
  }
  await putSheetsBack(session, found, sheets, hasStaging);
  if (!(await setFilterAgain(session, journal)))
    throw new Failure("unexpected", "the table is not filtered as before", { subject: journal.table.name });
  const record = await closeJournal(session, found, sheets, hasStaging);
  return { ended: "rolled-back", record };
}

/** The run in progress, written down again where somebody deleted or damaged what the store said of it; or how it ended. */
async function runToPutBack(session: LeasedSession, known: KnownRun | null): Promise<Unfinished | PutBack> {
  const store = await openStored(session);
  const { head } = store;
  if (known?.head && isForgotten(known.head, head))
    // A directory that is made again of texts that stand there may take for true what was not to count yet.
    return requireUnfinished(session, await writeDownAgain(session, store, known.run, known.head));
  const runId = known?.run.journal.record.id ?? null;
  const ended = await endedBefore(session, head, runId);
  if (ended) return ended;
  if (store.exists && head === null) await dropHalfMadeStore(session);
  if (known === null && head === null) await requireNothingStaged(session);
  // A colleague's run is theirs to end.
  if (!head?.run || (runId !== null && head.run.id !== runId)) return { ended: "nothing", record: null };
  const run = await readUnfinished(session, head);
  if (run) return run;
  return requireUnfinished(session, known ? await writeDownAgain(session, store, known.run, head) : head);
}

/** Whether a store, which may be gone, is none that ever knew of a run. */
function isForgotten({ id }: Head, now: Head | null): boolean {
  return !now?.run && now?.id !== id;
}

/** @throws {Failure} `rollback-failed` if the journal of an unfinished run cannot be read any more */
async function requireUnfinished(session: Session, head: Head): Promise<Unfinished> {
  const run = await readUnfinished(session, head);
  if (run) return run;
  throw new Failure("rollback-failed", "journal requires sound texts", { subject: storeSheet(session).name });
}

/** An unfinished run as the store says it; null where that is damaged. */
async function readUnfinished(session: Session, head: Head): Promise<Unfinished | null> {
  const { docs: formerDocs, nextDocs, nextUndo } = entryNames;
  const texts = await readEntries(session, head, [
    entryNames.journal,
    entryNames.before,
    nextDocs,
    formerDocs,
    nextUndo,
  ]);
  const journal = readStored("journal", texts[entryNames.journal]);
  const before = readStored("before", texts[entryNames.before]);
  const next = readStored("docs", texts[nextDocs]);
  if (!journal || !before || !next) return null;
  const previous = readStored("docs", texts[formerDocs]) ?? [];
  return {
    head,
    journal,
    before,
    next,
    previous,
    undo: readStored("undo", texts[nextUndo]),
    staged: head.run?.stage !== "started",
  };
}

/**
 * A run that was stopped, and whose store somebody deleted then, can neither be finished nor put back: but which columns
 * it wrote, or was about to, its staging sheet says.
 *
 * @throws {Failure} `rollback-failed`, naming them
 */
export async function requireNothingStaged(session: Session): Promise<void> {
  for (const name of leftovers(await findSheets(session))) {
    const columns = await stagedNames(session, name);
    if (columns.length === 0) continue;
    throw new Failure("rollback-failed", "the store of an unfinished run is gone", {
      subject: columns.join(", "),
      detail: { columns },
    });
  }
}

/** A run that was stopped after it had set the filter again could misplace what it puts back. */
async function clearFilterAgain(session: Session, { journal, staged }: Unfinished): Promise<void> {
  if (staged && journal.filter && (await factsOrNull(session, journal))) await unfilteredTable(session, journal);
}

/** A store without a first cell has never counted: its making was interrupted. One with other content is not ours. */
async function dropHalfMadeStore(session: Session): Promise<void> {
  const sheet = storeSheet(session);
  const first = sheet.getRange("A1").load("values");
  await session.sync();
  if ((first.values[0]?.[0] as unknown) !== "") return;
  await inFront(session, () => {
    sheet.delete();
    return session.sync();
  });
}

/** How a run ended that is not in progress any more; null for one of which nothing says that it ended. */
async function endedBefore(session: Session, head: Head | null, runId: string | null): Promise<PutBack | null> {
  if (!head || head.run || runId === null) return null;
  const texts = await readEntries(session, head, [entryNames.runs, entryNames.ended]);
  const isUnlogged = readStored("ended", texts[entryNames.ended]) === runId;
  const runs = readStored("runs", texts[entryNames.runs]) ?? [];
  const logged = runs.find(({ id, undone }) => id === runId || undone?.id === runId);
  if (!logged && !isUnlogged) return null;
  session.workbook.protection.load("protected");
  const left = leftovers(await findSheets(session));
  // A protected structure keeps them until the next run; this one has ended all the same.
  const going = session.workbook.protection.protected ? [] : left;
  await sweepSheets(session, going);
  if (!logged) return { ended: "complete", record: null };
  return { ended: logged.status === "rolled-back" ? "rolled-back" : "complete", record: logged };
}

async function putLabelsBack(session: Session, run: Unfinished): Promise<void> {
  const { journal } = run;
  const staging = stagingOf(journal);
  const found = await factsOrNull(session, journal);
  // Whoever deleted the table has taken our columns away with it.
  if (!found) return;
  const [keysBefore] = await readColumns(session, found, [journal.keyColumn]);
  const sameRows = (await fingerprint(keysBefore as Column)) === journal.record.fingerprint;
  const others = await removeAdded(session, found, staging, journal.labels, journal.idsBefore, sameRows);
  const facts = await tableFacts(session, journal.table);
  if (sameRows) {
    queueRestore(session, facts, staging, journal.labels);
    await session.sync();
  }
  for (const [i, { before, measure }] of journal.labels.entries()) {
    if (before === null) continue;
    const wanted = await formerContents(session, facts, run, i, keysBefore as Column);
    if (!sameRows) await restoreContents(session, facts, { before, measure }, wanted);
    await session.sync();
    await requireRestored(session, facts, before, wanted);
  }
  await requireNoneAdded(session, journal, others);
}

/** What a label column held before, in the order in which the keys stand now. */
async function formerContents(
  session: Session,
  facts: TableFacts,
  { journal }: Unfinished,
  label: number,
  keysNow: Column,
): Promise<readonly string[]> {
  const kept = await readKept(session, facts, stagingOf(journal), label, journal.record.rows);
  const keys = kept.keys.map((key) => key.trim().normalize("NFC"));
  const now = Array.from(keysNow.kinds, (_, row) => keyText(keysNow, row));
  return contentsByKey(keys, kept.contents, now);
}

/** Sheets that existed get their former content back. */
async function putSheetsBack(
  session: Session,
  { journal, before, next, previous, staged }: Unfinished,
  sheets: readonly FoundSheet[],
  hasStaging: boolean,
): Promise<void> {
  if (!staged) return;
  for (const [sheetIndex, { id, name, existed }] of journal.sheets.entries()) {
    const captured = before[id];
    const doc = docOf(next, id);
    const sheet = ownSheet(sheets, id, name);
    if (!existed || !captured || !doc || sheet === null) continue;
    const former = docOf(previous, id);
    const kept = id === stateSheet && former ? withUnfinishedState(captured, former, journal.unfinishedText) : captured;
    const formats = hasStaging ? { stagingSheet: journal.staging, sheetIndex } : null;
    const rest = await restorePeoplesTables(session, sheet, {
      captured: kept,
      docs: { previous: former, next: doc },
    });
    await restoreSheet(session, sheet, rest.captured, rest.docs, formats, rest.looks);
  }
}

type Captured = Before[string];

/** Until the journal is closed the Tierbook sheet goes on saying that the run is unfinished. */
function withUnfinishedState(captured: Captured, doc: SheetDoc, text: string): Captured {
  const state = statePlace(doc);
  return {
    ...captured,
    places: captured.places.map((part) =>
      part.place.row === state?.row && part.place.column === state.column ? { ...part, formulas: [[text]] } : part,
    ),
  };
}

/** Takes new sheets away, says again what the Tierbook sheet said before, and closes the journal, in one batch. */
async function closeJournal(
  session: LeasedSession,
  run: Unfinished,
  sheets: readonly FoundSheet[],
  hasStaging: boolean,
): Promise<RunRecord> {
  const { head, journal } = run;
  const record: RunRecord = { ...journal.record, status: "rolled-back" };
  const logged = (await readEntries(session, head, [entryNames.runs]))[entryNames.runs];
  const runs = keptRecords<RunRecord>([...(readStored("runs", logged) ?? []), record]);
  const texts =
    journal.kind === "run"
      ? { [entryNames.runs]: JSON.stringify(runs), ...(await filledIn(session, journal, sheets)) }
      : {};
  const written = await writeEntries(session, head, texts, markOf(journal));
  const closed = rolledBackHead(written);
  const made = journal.sheets.filter(({ existed }) => !existed);
  const ours = made.filter(({ id, name }) => sheets.some((sheet) => sheet.name === name && sheet.mark === id));
  const going = [...ours.map(({ name }) => name), ...(hasStaging ? [journal.staging] : [])];
  const close = async (queueSwept: () => void): Promise<void> => {
    for (const { id, name, existed } of journal.sheets) {
      if (existed) queueFormerState(session, run, id, ownSheet(sheets, id, name));
      else if (sheets.some((sheet) => sheet.name === name && sheet.mark === null)) await dropIfEmpty(session, name);
    }
    queueSwept();
    queueHead(session, closed);
    queueSweep(session, head, closed);
    session.queueRelease();
    await session.sync();
  };
  await sweptWith(session, going, close, true);
  return record;
}

/** What people filled in on an Owners sheet that goes with its run: the next run makes it again from that. */
async function filledIn(
  session: Session,
  { sheets: written }: Journal,
  sheets: readonly FoundSheet[],
): Promise<Readonly<Record<string, string>>> {
  const going = written.find(({ id, name, existed }) => {
    return id === "owners" && !existed && sheets.some((sheet) => sheet.name === name && sheet.mark === id);
  });
  const owners = going ? await findOwners(session, sheets, [going]) : null;
  const entries = owners?.register.entries ?? [];
  const isFilledIn = entries.some(({ values }) => Object.keys(values).length > 0);
  return isFilledIn ? { [entryNames.register]: registerText(entries) } : {};
}

function queueFormerState(session: Session, { before, previous }: Unfinished, id: string, sheet: string | null): void {
  const doc = docOf(previous, id);
  const place = id === stateSheet && doc ? statePlace(doc) : null;
  if (!place || sheet === null) return;
  const part = before[id]?.places.find((kept) => kept.place.row === place.row && kept.place.column === place.column);
  const content = part?.formulas[0]?.[0];
  if (content !== undefined) queueText(session, sheet, place, String(content));
}
