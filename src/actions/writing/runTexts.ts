import type { Session } from "../../workbook/inExcel";
import { emptyHead, queueHead, queueStoreSheet, writeEntries, type Head, type Store } from "../../workbook/store";
import { entryNames } from "./entries";
import type { PreparedRun } from "./prepareRun";
import { markOf } from "./stagedRun";

/** Characters of labels that are kept, at nine or more a customer. The store reads no text of twice the length. */
const longestKept = 4_000_000;

/** What the store keeps of a run before it writes anything: enough to finish it or to put it back. */
export function runTexts(run: PreparedRun): Readonly<Record<string, string>> {
  const { journal, docs, formerDocs } = run;
  return {
    [entryNames.journal]: JSON.stringify(journal),
    [entryNames.nextDocs]: JSON.stringify(docs),
    [entryNames.before]: JSON.stringify(run.before),
    // Whoever puts the run back must know where people had moved the Owners table before it.
    ...(formerDocs.length > 0 ? { [entryNames.docs]: JSON.stringify(formerDocs) } : {}),
    ...(run.plan ? { [entryNames.nextPlan]: JSON.stringify(run.plan) } : {}),
    ...(run.moves ? { [entryNames.nextMoves]: JSON.stringify(run.moves) } : {}),
    ...(run.changes ? { [entryNames.nextChanges]: JSON.stringify(run.changes) } : {}),
    ...(run.seen ? { [entryNames.nextSeen]: JSON.stringify(run.seen) } : {}),
    ...keptText(run),
    ...run.carried,
  };
}

/** The next run of a table too large to be remembered has nothing to compare itself with. */
function keptText({ kept }: PreparedRun): Readonly<Record<string, string>> {
  if (!kept) return {};
  const whole = JSON.stringify(kept);
  // Without the marks of measures nobody can tell whether they were changed, and they stay where they might go.
  const text = whole.length <= longestKept ? whole : JSON.stringify({ ...kept, measures: undefined });
  return text.length > longestKept ? {} : { [entryNames.nextLabels]: text };
}

/** The directory of a run in progress. */
export function headOfRun({ store, journal }: PreparedRun, written: Head, stage: string): Head {
  const { id } = journal.record;
  return { ...written, id: written.id ?? id, file: store.file, run: { id, stage } };
}

/** A run and how far it has come, as whoever runs it remembers them should the store be lost on the way. */
export interface KnownRun {
  readonly run: PreparedRun;
  /** The directory as it was last written; null until the run is written down. */
  readonly head: Head | null;
}

/**
 * Writes down a run again whose store somebody deleted or damaged on the way, so that it can be put back like any other,
 * and by whoever comes next if this is interrupted as well.
 */
export async function writeDownAgain(
  session: Session,
  { exists, head: left }: Store,
  run: PreparedRun,
  { id, run: reached }: Head,
): Promise<Head> {
  if (!exists) queueStoreSheet(session);
  const known = { ...(left ?? emptyHead), ...(id === undefined ? {} : { id }) };
  const written = await writeEntries(session, known, runTexts(run), markOf(run.journal));
  const head = headOfRun(run, written, reached?.stage ?? "started");
  queueHead(session, head);
  await session.sync();
  return head;
}
