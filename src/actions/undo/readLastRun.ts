import type { KeptLabels } from "../../engine/keptLabels";
import { Failure } from "../../failure";
import type { Plan } from "../../plan/plan";
import { readPlan } from "../../plan/readPlan";
import type { SheetDoc } from "../../reports/sheetDoc";
import type { Session } from "../../workbook/inExcel";
import { findSheets, type FoundSheet } from "../../workbook/ownSheets";
import { readEntries, type Head, type Store } from "../../workbook/store";
import { tableFacts, type TableFacts } from "../../workbook/tableFacts";
import { openStored } from "../recovery/openStored";
import type { RunRecord } from "../readState";
import { entryNames, planEntry, planRevision } from "../writing/entries";
import { canBeUndone } from "./canBeUndone";
import { ownNothing, readStored, type Own, type Records, type Undo } from "../writing/journal";
import { requireOpenSheets, requireWritable } from "../writing/refusals";
import { requireNoRun } from "../writing/underLease";

/** The last run with everything that the workbook keeps for its undoing. */
export interface LastRun {
  readonly store: Store;
  readonly head: Head;
  readonly undo: Undo;
  readonly record: RunRecord;
  readonly runs: Records;
  readonly own: Own;
  readonly plan: Plan;
  readonly labels: KeptLabels;
  readonly docs: readonly SheetDoc[];
  /** Of the run before; null or empty where there was none. */
  readonly formerPlan: Plan | null;
  readonly formerLabels: KeptLabels | null;
  readonly formerDocs: readonly SheetDoc[];
  readonly facts: TableFacts;
  readonly found: readonly FoundSheet[];
  /** Who undoes it, as typed; empty if not stated. */
  readonly person: string;
}

/**
 * @throws {Failure} `nothing-to-undo`; `run-unfinished`; and what stands in the way of writing
 */
export async function readLastRun(session: Session, person: string): Promise<LastRun> {
  const store = await openStored(session);
  const { head } = store;
  await requireNoRun(session, store);
  if (!head || !canBeUndone(head)) throw nothing();
  const revision = planRevision(head);
  const { own, runs, docs, labels, undo: changed, formerDocs, formerLabels } = entryNames;
  const formerPlan = planEntry(revision - 1);
  const names = [own, runs, docs, labels, changed, formerDocs, formerLabels, planEntry(revision), formerPlan];
  const texts = await readEntries(session, head, names);
  const undo = readStored("undo", texts[changed]);
  const log = readStored("runs", texts[runs]) ?? [];
  const record = log.find(({ id, status }) => id === undo?.run && status === "complete");
  const written = readStored("labels", texts[labels]);
  const plan = texts[planEntry(revision)];
  if (!undo || !record || !written || !plan) throw nothing();
  const facts = await tableFacts(session, undo.table);
  requireWritable(facts);
  const found = await findSheets(session);
  requireOpenSheets(found);
  const before = readStored("docs", texts[formerDocs]) ?? [];
  const planBefore = before.length > 0 ? (texts[formerPlan] ?? null) : null;
  return {
    store,
    head,
    undo,
    record,
    runs: log,
    own: readStored("own", texts[own]) ?? ownNothing,
    plan: readPlan(plan),
    labels: written,
    docs: (readStored("docs", texts[docs]) ?? []) as readonly SheetDoc[],
    formerPlan: planBefore === null ? null : readPlan(planBefore),
    formerLabels: readStored("labels", texts[formerLabels]),
    formerDocs: before as readonly SheetDoc[],
    facts,
    found,
    person,
  };
}

function nothing(): Failure {
  return new Failure("nothing-to-undo", "the last run cannot be undone");
}
