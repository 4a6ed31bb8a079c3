import { dropColumns } from "../../workbook/dropColumns";
import { dropRows } from "../../workbook/dropRows";
import type { Session } from "../../workbook/inExcel";
import type { LeasedSession } from "../../workbook/lease";
import { findSheets, leftovers, sweepSheets, sweptWith, type FoundSheet } from "../../workbook/ownSheets";
import { queueHead, queueSweep, readEntries, writeEntries, type Head } from "../../workbook/store";
import type { TableFacts } from "../../workbook/tableFacts";
import { queueText } from "../../workbook/writeCell";
import { findOwners } from "../owners/standingOwners";
import { registerText } from "../owners/registerText";
import { closing, completedHead, entryNames, undoneHead } from "./entries";
import { factsOrNull } from "./factsOrNull";
import { ownNothing, readStored, type Journal, type Own, type Records } from "./journal";
import { keptRecords } from "./keptRecords";
import { periodsAfter } from "./periods";
import { showsSame } from "./labelNames";
import { docOf } from "./prepareRun";
import { markOf, sheetNow, type StagedRun } from "./stagedRun";
import { statePlace, stateSheet, stateText } from "./stateCell";

/**
 * Takes away what goes at the end of a run, says on the Tierbook sheet that the run is complete, and in the same batch
 * closes the journal. May be repeated from the start after an interruption.
 */
export async function completeRun(session: LeasedSession, run: StagedRun): Promise<void> {
  const head = run.journal.drop ? await takeAway(session, run, run.journal.drop) : run.head;
  const { journal, docs } = run;
  const facts = await factsOrNull(session, journal);
  const isLogged = journal.kind === "run" || journal.kind === "undo";
  const texts = isLogged
    ? await textsAfter(session, { ...run, head }, facts)
    : { [entryNames.ended]: JSON.stringify(journal.record.id), ...(await frozenText(session, { ...run, head })) };
  const written = await writeEntries(session, head, texts, markOf(journal));
  const closed = journal.kind === "undo" ? undoneHead(written) : completedHead(written, journal.periods);
  session.workbook.protection.load("protected");
  const found = await findSheets(session);
  const sheet = journal.sheets.find(({ id }) => id === stateSheet);
  const name = sheet ? sheetNow(found, sheet) : null;
  const doc = docOf(docs, stateSheet);
  const place = doc && statePlace(doc);
  // A structure that somebody protected on the way keeps them until the next run.
  const going = session.workbook.protection.protected ? [] : leftovers(found);
  await sweptWith(session, going, async (queueSwept) => {
    if (name !== null && doc && place) queueText(session, name, place, stateText(doc));
    queueHead(session, closed);
    queueSwept();
    queueSweep(session, head, closed);
    session.queueRelease();
    await session.sync();
  });
}

/** Writes down that there is no way back, then takes columns, rows and sheets away. What was locked meanwhile stays. */
async function takeAway(session: Session, run: StagedRun, drop: NonNullable<Journal["drop"]>): Promise<Head> {
  const head: Head = { ...run.head, run: { id: run.journal.record.id, stage: closing } };
  run.reached?.(head);
  queueHead(session, head);
  await session.sync();
  const facts = drop.columns.length > 0 ? await factsOrNull(session, run.journal) : null;
  session.workbook.protection.load("protected");
  const found = await findSheets(session);
  const staging = found.find(({ name }) => name === run.journal.staging)?.name ?? null;
  if (facts && !facts.sheetProtected) await dropColumns(session, facts, drop.columns, staging);
  await takeRowsAway(session, run, found);
  if (session.workbook.protection.protected) return head;
  const going = drop.sheets.filter(({ id, name }) => found.some((sheet) => sheet.name === name && sheet.mark === id));
  await session.sync();
  await sweepSheets(
    session,
    going.map(({ name }) => name),
  );
  return head;
}

async function takeRowsAway(session: Session, { journal }: StagedRun, found: readonly FoundSheet[]): Promise<void> {
  const { rows } = journal.drop ?? {};
  const sheet = rows && journal.sheets.find(({ id }) => id === rows.sheet);
  const name = sheet ? sheetNow(found, sheet) : null;
  if (!rows || name === null) return;
  const { protection } = session.workbook.worksheets.getItem(name).load("protection/protected");
  await session.sync();
  if (!protection.protected) await dropRows(session, name, rows);
}

async function textsAfter(
  session: Session,
  { journal, head }: StagedRun,
  facts: TableFacts | null,
): Promise<Readonly<Record<string, string>>> {
  const stored = await readEntries(session, head, [entryNames.own, entryNames.runs]);
  const own = readStored("own", stored[entryNames.own]) ?? ownNothing;
  const runs = runsAfter(readStored("runs", stored[entryNames.runs]) ?? [], journal);
  const owners = await findOwners(session, await findSheets(session), journal.sheets);
  return {
    ...(owners ? { [entryNames.register]: registerText(owners.register.entries) } : {}),
    ...(journal.periods ? { [entryNames.nextPeriods]: JSON.stringify(periodsAfter(journal.periods)) } : {}),
    [entryNames.own]: JSON.stringify(ownAfter(own, journal, facts)),
    [entryNames.runs]: JSON.stringify(runs),
  };
}

/** The run log once a run is complete: with one run more, or with one that says that it was undone. */
export function runsAfter(runs: Records, { record, undoes }: Pick<Journal, "record" | "undoes">): Records {
  if (undoes === undefined) return keptRecords([...runs, record]);
  const { id, at, person } = record;
  return runs.map((run) => (run.id === undoes ? { ...run, status: "undone", undone: { id, at, person } } : run));
}

/** The run log with the pack that was frozen of a run. */
async function frozenText(session: Session, { journal, head }: StagedRun): Promise<Readonly<Record<string, string>>> {
  const { freezes, record, sheets } = journal;
  const sheet = sheets[0]?.name;
  if (freezes === undefined || sheet === undefined) return {};
  const stored = await readEntries(session, head, [entryNames.runs]);
  const pack = { at: record.at, person: record.person, sheet };
  const runs = (readStored("runs", stored[entryNames.runs]) ?? []).map((run) =>
    run.id === freezes ? { ...run, frozen: [...(run.frozen ?? []), pack].slice(-mostPacks) } : run,
  );
  return { [entryNames.runs]: JSON.stringify(runs) };
}

/** Packs of one run that the log remembers. */
const mostPacks = 20;

function ownAfter(own: Own, journal: Journal, facts: TableFacts | null): Own {
  const now = journal.labels.flatMap(({ segmentation, measure, name }) => {
    const column = facts?.columns.find((candidate) => candidate.name === name);
    if (!facts || !column) return [];
    const shown = measure === undefined ? { segmentation } : { segmentation, measure };
    return [{ table: facts.id, ...shown, id: column.id, name }];
  });
  const gone = journal.drop ?? { columns: [], sheets: [] };
  const ofTable = ({ table }: Own["labels"][number]): boolean =>
    [journal.table.id, journal.table.name, facts?.id].includes(table);
  // A column that is no longer written went, or was left to people.
  const retired = (label: Own["labels"][number]): boolean =>
    journal.kind === "run" && ofTable(label) && !journal.labels.some((each) => showsSame(each, label));
  const labels = own.labels.filter(
    (label) =>
      !retired(label) &&
      !now.some((each) => label.table === each.table && (showsSame(each, label) || label.id === each.id)) &&
      !(ofTable(label) && gone.columns.some(({ id }) => id === label.id)),
  );
  const written = journal.sheets.map(({ id, name }) => ({ id, name }));
  const others = own.sheets.filter(({ id }) => written.every((sheet) => sheet.id !== id));
  return {
    labels: [...labels, ...now],
    sheets: [...others, ...written].filter(({ id }) => gone.sheets.every((sheet) => sheet.id !== id)),
  };
}
