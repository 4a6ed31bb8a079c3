import { Failure } from "../../failure";
import type { SheetDoc } from "../../reports/sheetDoc";
import type { Column } from "../../table/customerTable";
import { keyText } from "../../table/keyText";
import { restoreSheet } from "../../workbook/capture";
import { fingerprint } from "../../workbook/fingerprint";
import type { Session } from "../../workbook/inExcel";
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
import { readKept } from "../../workbook/staging";
import { readTexts } from "../../workbook/readTexts";
import { queueHead, queueSweep, readEntries, storeSheet, writeEntries, type Head } from "../../workbook/store";
import { tableFacts, type TableFacts } from "../../workbook/tableFacts";
import { queueText } from "../../workbook/writeCell";
import type { RunRecord } from "../readState";
import { registerText } from "../owners/registerText";
import { findOwners } from "../owners/standingOwners";
import { openStored } from "../recovery/openStored";
import { closing, entryNames, rolledBackHead } from "./entries";
import { readStored, requireStored, type Before, type Docs, type Journal } from "./journal";
import { setFilterAgain, unfilteredTable } from "./clearedFilter";
import { completeRun } from "./completeRun";
import { factsOrNull } from "./factsOrNull";
import { contentsByKey } from "./contentsByKey";
import { keptRecords } from "./keptRecords";
import { docOf } from "./prepareRun";
import { markOf, stagingOf } from "./stagedRun";
import { restoreFromStore } from "./restoreFromStore";
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
  readonly staged: boolean;
}

/** Puts the workbook back to what it was before the run in progress. May be interrupted and repeated. */
export async function putBack(session: LeasedSession, runId: string | null): Promise<PutBack> {
  const store = await openStored(session);
  if (store.exists && store.head === null) return dropHalfMadeStore(session);
  const { head } = store;
  if (!head) return { ended: "nothing", record: null };
  if (!head.run) return endedBefore(session, head, runId);
  // A colleague's run is theirs to end.
  if (runId !== null && head.run.id !== runId) return { ended: "nothing", record: null };
  const { journal, before, nextDocs, docs: formerDocs, nextUndo } = entryNames;
  const names = [journal, before, nextDocs, formerDocs, nextUndo];
  const texts = await readEntries(session, head, names);
  const run: Unfinished = {
    head,
    journal: requireStored("journal", texts[entryNames.journal]),
    before: requireStored("before", texts[entryNames.before]),
    next: requireStored("docs", texts[entryNames.nextDocs]),
    previous: readStored("docs", texts[entryNames.docs]) ?? [],
    staged: head.run.stage !== "started",
  };
  if (head.run.stage === closing) {
    // All of it is written, and columns or sheets that it replaced may be gone already.
    const docs = run.next as readonly SheetDoc[];
    await completeRun(session, { journal: run.journal, head, labels: [], docs, previous: new Map(), before: {} });
    return { ended: "complete", record: run.journal.record };
  }
  const sheets = await findSheets(session);
  const hasStaging = sheets.some(({ name }) => name === run.journal.staging);
  await clearFilterAgain(session, run);
  if (run.staged && run.journal.labels.length > 0) {
    if (hasStaging) await putLabelsBack(session, run);
    else await restoreFromStore(session, run.journal, readStored("undo", texts[nextUndo]));
  }
  await putSheetsBack(session, run, sheets, hasStaging);
  if (!(await setFilterAgain(session, run.journal)))
    throw new Failure("unexpected", "the table is not filtered as before", { subject: run.journal.table.name });
  const record = await closeJournal(session, run, sheets, hasStaging);
  return { ended: "rolled-back", record };
}

/** A run that was stopped after it had set the filter again could misplace what it puts back. */
async function clearFilterAgain(session: Session, { journal, staged }: Unfinished): Promise<void> {
  if (staged && journal.filter && (await factsOrNull(session, journal))) await unfilteredTable(session, journal);
}

/** A store without a first cell has never counted: its making was interrupted. One with other content is not ours. */
async function dropHalfMadeStore(session: Session): Promise<PutBack> {
  const sheet = storeSheet(session);
  const first = sheet.getRange("A1").load("values");
  await session.sync();
  if ((first.values[0]?.[0] as unknown) === "") {
    sheet.delete();
    await session.sync();
  }
  return { ended: "nothing", record: null };
}

async function endedBefore(session: Session, head: Head, runId: string | null): Promise<PutBack> {
  const texts = await readEntries(session, head, [entryNames.runs, entryNames.ended]);
  const unlogged = readStored("ended", texts[entryNames.ended]);
  const last = (readStored("runs", texts[entryNames.runs]) ?? []).at(-1) ?? null;
  if (runId === null || ![last?.id, last?.undone?.id, unlogged].includes(runId)) {
    return { ended: "nothing", record: null };
  }
  session.workbook.protection.load("protected");
  const left = leftovers(await findSheets(session));
  // A protected structure keeps them until the next run; this one has ended all the same.
  const going = session.workbook.protection.protected ? [] : left;
  await sweepSheets(session, going);
  if (last === null || unlogged === runId) return { ended: "complete", record: null };
  return { ended: last.status === "rolled-back" ? "rolled-back" : "complete", record: last };
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
  const kept = [...journal.idsBefore, ...others];
  const left = (await tableFacts(session, journal.table)).columns.filter(({ id }) => !kept.includes(id));
  const ours = left.filter(({ name }) => journal.labels.some((label) => label.name === name));
  if (ours.length > 0) throw new Failure("rollback-failed", "added columns are still there", { subject: facts.name });
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

async function requireRestored(
  session: Session,
  facts: TableFacts,
  { id, name }: { readonly id: number; readonly name: string },
  wanted: readonly string[],
): Promise<void> {
  const column = facts.place.column + facts.columns.findIndex((candidate) => candidate.id === id);
  const place = { row: facts.firstRow, column, rows: facts.rows, columns: 1 };
  const [found = []] = await readTexts(session, facts.sheet, place);
  if (wanted.every((text, row) => found[row] === text)) return;
  throw new Failure("rollback-failed", `column ${name} does not hold its former labels`, { subject: name });
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
  await sweptWith(session, going, async (queueSwept) => {
    for (const { id, name, existed } of journal.sheets) {
      if (existed) queueFormerState(session, run, id, ownSheet(sheets, id, name));
      else if (sheets.some((sheet) => sheet.name === name && sheet.mark === null)) await dropIfEmpty(session, name);
    }
    queueSwept();
    queueHead(session, closed);
    queueSweep(session, head, closed);
    session.queueRelease();
    await session.sync();
  });
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
