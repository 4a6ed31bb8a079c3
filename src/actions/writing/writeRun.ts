import { Failure } from "../../failure";
import type { SheetDoc } from "../../reports/sheetDoc";
import { cellName } from "../../workbook/address";
import { queueKeepFormats, requireFree } from "../../workbook/capture";
import type { Session } from "../../workbook/inExcel";
import { commitLabels, queueSpace, targetsBefore } from "../../workbook/labelColumns";
import type { LeasedSession } from "../../workbook/lease";
import { dressLabels, keepWidths } from "../../workbook/labelLook";
import { errorsOfUser } from "../../workbook/errorsOfUser";
import { wrongFormulas, type WrongFormula } from "../../workbook/formulaCells";
import { inFront } from "../../workbook/inFront";
import { setLooks, type Look, type MissingLook } from "../../workbook/looks";
import { tolerated } from "../../workbook/tolerated";
import { dropIfEmpty, findSheets, nameMark, queueMarks, queueOwnSheet } from "../../workbook/ownSheets";
import { keyColumnOf, writePeoplesTables } from "../../workbook/peoplesTables";
import { renderSheet } from "../../workbook/renderSheet";
import { keepBefore, queueStagingSheet, readStaged, requireSame, writeStaging } from "../../workbook/staging";
import { readTexts } from "../../workbook/readTexts";
import {
  emptyHead,
  queueHead,
  queueStoreSheet,
  storeSheetOrNull,
  writeEntries,
  type Head,
  type Store,
} from "../../workbook/store";
import { openStored } from "../recovery/openStored";
import { keepOthers } from "../recovery/otherPlans";
import { sheetColumnOf, tableFacts, type TableFacts } from "../../workbook/tableFacts";
import { queueClearFilter } from "../../workbook/tableFilter";
import { queueText } from "../../workbook/writeCell";
import type { ActionOptions } from "../progress";
import { readFingerprint } from "../readCustomers";
import type { RunRecord } from "../readState";
import { setFilterAgain, unfilteredTable } from "./clearedFilter";
import { completeRun } from "./completeRun";
import { closing, entryNames } from "./entries";
import { factsOrNull } from "./factsOrNull";
import type { Journal } from "./journal";
import { docOf, type PreparedRun } from "./prepareRun";
import { isNamedAlike, withPresentNames } from "./presentNames";
import { headOfRun, runTexts } from "./runTexts";
import { markOf, sheetNow, stagingOf, type StagedRun } from "./stagedRun";
import { statePlace, stateSheet, withState } from "./stateCell";
import { undoText } from "./undoText";

/** A run that is complete, and the looks that could not be set. */
export interface FinishedRun {
  readonly record: RunRecord;
  readonly missing: readonly MissingLook[];
}

type Tell = NonNullable<ActionOptions["onProgress"]>;

/**
 * Writes down what the run is going to do, then says so on the Tierbook sheet.
 *
 * The journal comes first: whatever follows, and however far it comes, can be told and put back.
 */
export async function beginRun(session: Session, run: PreparedRun): Promise<Head> {
  const { store, journal, docs } = run;
  const standing = await requireSameStore(session, store);
  // What a colleague saved at the same time, and a merge has left beside the directory, is kept from being written over.
  const known = standing ? await keepOthers(session, standing) : emptyHead;
  const sheet = journal.sheets.find(({ id }) => id === stateSheet);
  const doc = docOf(docs, stateSheet);
  const place = doc && statePlace(doc);
  let head = emptyHead;
  let stands = { store: store.exists, state: sheet?.existed === true };
  const begin = async (): Promise<void> => {
    if (!stands.store) queueStoreSheet(session);
    queueMarks(session, run.marked ?? []);
    const written = await writeEntries(session, known, runTexts(run), markOf(journal));
    head = headOfRun(run, written, "started");
    queueHead(session, head);
    if (sheet && place) {
      if (!sheet.existed) queueOwnSheet(session, sheet.id, sheet.name, stands.state);
      queueText(session, sheet.name, place, journal.unfinishedText);
    }
    if (journal.filter) queueClearFilter(session, run.facts, journal.filter);
    await session.sync();
  };
  await inFront(session, begin, async () => {
    const made = [storeSheetOrNull(session), session.workbook.worksheets.getItemOrNullObject(sheet?.name ?? "")];
    for (const each of made) each.load("name");
    await session.sync();
    stands = { store: made[0]?.isNullObject === false, state: made[1]?.isNullObject === false };
  });
  return head;
}

/**
 * A colleague may have saved something since the run was prepared: what they saved would be lost. Owners that they
 * filled in stay in any case.
 */
async function requireSameStore(session: Session, store: Store): Promise<Head | null> {
  const { head } = await openStored(session);
  const saved = (of: Head | null): string =>
    JSON.stringify(of && { ...of, entries: { ...of.entries, [entryNames.register]: undefined } });
  if (saved(head) === saved(store.head)) return head;
  throw new Failure("plan-changed", "the store changed since the run was prepared");
}

/** Brings the labels to the staging sheet, beside what they will replace, and reads them back. */
export async function stageRun(session: Session, run: PreparedRun, begun: Head, tell: Tell): Promise<StagedRun> {
  const { journal, facts, labels, docs, previous } = run;
  const staging = stagingOf(journal);
  const total = facts.rows;
  tell({ stage: "staging", done: 0, total });
  await inFront(session, () => {
    queueStagingSheet(session, staging);
    return session.sync();
  });
  const standing = targetsBefore(facts, journal.labels).map((index) =>
    index === null ? null : facts.place.column + index,
  );
  await keepBefore(session, facts, staging, sheetColumnOf(facts, journal.keyColumn), standing);
  await requireSamePlace(session, facts, journal);
  let next = facts.place.column + facts.place.columns;
  await keepWidths(
    session,
    facts,
    staging,
    standing.map((column) => column ?? next++),
  );
  journal.sheets.forEach(({ id, name, existed }, i) => {
    const both = [previous.get(id) ?? null, docOf(docs, id)];
    if (existed) queueKeepFormats(session, staging.sheet, name, i, both);
  });
  await writeStaging(session, facts, staging, journal.labels, labels, (done) =>
    tell({ stage: "staging", done, total }),
  );
  tell({ stage: "verifying", done: 0, total: 2 });
  const first = facts.firstRow - facts.place.row;
  requireSame("staging", labels, await readStaged(session, facts, staging), (row, column) =>
    cellName(staging.sheet, first + row, 1 + column),
  );
  const undo = await undoText(session, run);
  const kept = await writeEntries(
    session,
    begun,
    undo === null ? {} : { [entryNames.nextUndo]: undo },
    markOf(journal),
  );
  const head: Head = { ...kept, run: { id: journal.record.id, stage: "staged" } };
  queueHead(session, head);
  await session.sync();
  return { journal, head, labels, docs, previous, before: run.before };
}

/**
 * Commits staged labels, reads them back, brings the sheets up to date and closes the journal. May be repeated from
 * the start after an interruption.
 */
export async function finishStaged(session: LeasedSession, run: StagedRun, tell: Tell): Promise<FinishedRun> {
  const { journal } = run;
  const missing = run.head.run?.stage === closing ? [] : await writeAll(session, run, tell);
  tell({ stage: "saving", done: 0, total: 1 });
  await completeRun(session, run);
  return { record: journal.record, missing };
}

/** Writes labels and sheets; then, once all of them stand, how they look, as far as Excel lets it. */
async function writeAll(session: Session, run: StagedRun, tell: Tell): Promise<readonly MissingLook[]> {
  const { journal } = run;
  tell({ stage: "checking", done: 0, total: 1 });
  const facts = await unfilteredTable(session, journal);
  const requireSpace = queueSpace(session, facts, journal.labels, journal.idsBefore);
  await requireSameKeys(session, facts, journal);
  await requireSpace();
  tell({ stage: "committing", done: 0, total: 1 });
  await commitLabels(session, facts, stagingOf(journal), journal.labels, journal.idsBefore, run.labels);
  const written = await verifyLabels(session, run, tell);
  const dress = (): Promise<boolean> => tolerated(() => dressLabels(session, written, journal.labels, run.labels));
  const dressed = (await dress()) || (await dress());
  const missing = await renderAsNamed(session, run, written, tell);
  const filtered = await setFilterAgain(session, journal);
  return [
    ...(dressed ? [] : [{ kind: "labels", where: facts.sheet } as const]),
    ...missing,
    ...(filtered ? [] : [{ kind: "filter", where: facts.name } as const]),
  ];
}

/** What was kept is what stood in the columns and beside all rows only if none of either came, went or moved until then. */
async function requireSamePlace(
  session: Session,
  { name, place, columns }: TableFacts,
  journal: Journal,
): Promise<void> {
  const now = await tableFacts(session, journal.table);
  const { row, column, rows } = now.place;
  const same =
    place.row === row &&
    place.column === column &&
    place.rows === rows &&
    columns.every(({ id }, i) => now.columns[i]?.id === id);
  if (!same) throw new Failure("table-changed", `table ${name} changed during the run`, { subject: name });
}

async function requireSameKeys(session: Session, facts: TableFacts, journal: Journal): Promise<void> {
  if ((await readFingerprint(session, facts, journal.keyColumn)) === journal.record.fingerprint) return;
  throw new Failure("table-changed", `rows of table ${facts.name} changed during the run`, { subject: facts.name });
}

/** Reads labels and keys back from the table. A label must be in the row of its key, and literally the text sent. */
async function verifyLabels(session: Session, { journal, labels }: StagedRun, tell: Tell): Promise<TableFacts> {
  tell({ stage: "verifying", done: 1, total: 2 });
  const facts = await tableFacts(session, journal.table);
  await requireSameKeys(session, facts, journal);
  for (const [i, { name }] of journal.labels.entries()) {
    const column = sheetColumnOf(facts, name);
    const place = { row: facts.firstRow, column, rows: facts.rows, columns: 1 };
    const found = await readTexts(session, facts.sheet, place);
    requireSame("table", [labels[i] ?? []], found, (row) => cellName(facts.sheet, facts.firstRow + row, column));
  }
  return facts;
}

/** Somebody may rename the table or its columns at any moment: what does not stand then is written by the new names. */
async function renderAsNamed(
  session: Session,
  run: StagedRun,
  facts: TableFacts,
  tell: Tell,
): Promise<readonly MissingLook[]> {
  try {
    return await renderSheets(session, { ...run, docs: withPresentNames(run.docs, run.journal, facts) }, facts, tell);
  } catch (error) {
    // What Excel refuses, or gives back otherwise, may be for a name that is no longer one.
    if (error instanceof Failure && error.code !== "formula-failed") throw error;
    const now = await factsOrNull(session, run.journal).catch(() => null);
    if (!now || isNamedAlike(now, facts)) throw error;
    return renderAsNamed(session, run, now, tell);
  }
}

async function renderSheets(
  session: Session,
  { journal, docs, previous, before }: StagedRun,
  facts: TableFacts,
  tell: Tell,
): Promise<readonly MissingLook[]> {
  const total = journal.sheets.length;
  const anew = new Set<string>();
  let found = await findSheets(session);
  for (const sheet of journal.sheets) {
    const { id, name } = sheet;
    const doc = docOf(docs, id);
    if (sheetNow(found, sheet) !== null || !doc) continue;
    // What people had filled in went with the sheet: the next run makes it again from its copy.
    if (sheet.existed && doc.blocks.some((block) => block.kind === "table" && keyColumnOf(block) >= 0)) {
      throw new Failure("table-changed", `sheet ${name} is gone`, { subject: name });
    }
    const taken = found.some((other) => other.name === name);
    await inFront(session, async () => {
      if (taken) await dropIfEmpty(session, name);
      queueOwnSheet(session, id, name);
      await session.sync();
    });
    anew.add(id);
    found = await findSheets(session);
  }
  const rendered: Rendered[] = [];
  for (const [done, sheet] of lookedUpFirst(journal.sheets).entries()) {
    const { id, existed } = sheet;
    tell({ stage: "sheets", done, total });
    const doc = docOf(docs, id);
    if (!doc) continue;
    const shown = id === stateSheet ? withState(doc, journal.unfinishedText) : doc;
    // One that somebody deleted meanwhile is made like a new one.
    const former = existed && !anew.has(id) ? (previous.get(id) ?? null) : null;
    const name = sheetNow(found, sheet) ?? sheet.name;
    if (former === null) {
      const looks = await renderSheet(session, name, shown, null);
      rendered.push({ id, name, doc: shown, all: shown, former, written: new Set(), looks });
      continue;
    }
    const merged = await writePeoplesTables(session, name, shown, former, before[id]);
    const others = (of: SheetDoc): SheetDoc => ({ ...of, blocks: of.blocks.filter((b) => !merged.written.has(b.id)) });
    await requireFree(session, name, others(shown), others(former));
    const { written, previous: stood } = merged;
    const looks = await renderSheet(session, name, merged.doc, stood, { written });
    rendered.push({ id, name, doc: others(merged.doc), all: merged.doc, former: stood, written, looks });
  }
  let wrong = await wrongFormulas(session, rendered);
  for (const sheet of rendered) {
    if (!wrong.some((cell) => cell.sheet === sheet.name && cell.error === null)) continue;
    const { written } = sheet;
    sheet.looks = await renderSheet(session, sheet.name, sheet.all, sheet.former, { written, anew: true });
  }
  if (wrong.some(({ error }) => error === null)) wrong = await wrongFormulas(session, rendered);
  await requireRightFormulas(session, wrong, facts, journal);
  const made = rendered.filter(({ former }) => former === null);
  const names = made.map(({ id, name }) => nameMark(session, id, name));
  return setLooks(session, [...rendered.map(({ looks }) => looks), names].flat());
}

/** A sheet that was brought to what its report says. */
interface Rendered {
  readonly id: string;
  readonly name: string;
  /** What of the report Tierbook alone writes, and all of it. */
  readonly doc: SheetDoc;
  readonly all: SheetDoc;
  readonly former: SheetDoc | null;
  /** The tables that people fill in, which are written by row. */
  readonly written: ReadonlySet<string>;
  looks: readonly Look[];
}

/**
 * A formula shows an error of its own, or one that stands in the user's cells.
 *
 * @throws {Failure} `formula-failed`, naming the first cell
 */
async function requireRightFormulas(
  session: Session,
  wrong: readonly WrongFormula[],
  facts: TableFacts,
  { sheets }: Journal,
): Promise<void> {
  if (wrong.length === 0) return;
  const known = await errorsOfUser(
    session,
    facts,
    sheets.map(({ name }) => name),
  );
  const first = wrong.find(({ error }) => error === null || !known.has(error));
  if (!first) return;
  const subject = `${first.sheet}!${first.cell}`;
  throw new Failure("formula-failed", `${subject} holds ${first.error ?? "another formula"}`, {
    subject,
    ...(first.error === null ? {} : { detail: { shown: first.error } }),
  });
}

/** Excel refuses a formula over a table that is not there yet: the Owners table comes before those that look it up. */
function lookedUpFirst(sheets: Journal["sheets"]): Journal["sheets"] {
  return [...sheets.filter(({ id }) => id === "owners"), ...sheets.filter(({ id }) => id !== "owners")];
}
