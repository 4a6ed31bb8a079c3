import type { Head } from "../../workbook/store";
import type { NextPeriods } from "./periods";

/** Names of the texts in the store. Those of a run in progress count only when it is complete. */
export const entryNames = {
  own: "own",
  docs: "docs",
  runs: "runs",
  /** A copy of the Owners table, for the day on which somebody deletes it. */
  register: "register",
  /** Labels of the last complete run by key, and who moved with it. */
  labels: "labels",
  moves: "moves",
  /** Labels of the last month and of the last year-end before the last complete run, and the dates of all of them. */
  labelsMonth: "labels-month",
  labelsYear: "labels-year",
  periods: "periods",
  /** Sums at month-ends that came from last month's file. */
  carried: "carried",
  /** Who changed segment with the last complete run, by key. */
  changes: "changes",
  /** What the cells held that the last complete run classified by. */
  seen: "seen",
  /** Id of the last writing that is in no run log: of a key column, or of a list. */
  ended: "ended",
  journal: "journal",
  nextDocs: "docs-next",
  before: "before",
  nextPlan: "plan-next",
  nextLabels: "labels-next",
  nextMoves: "moves-next",
  nextPeriods: "periods-next",
  nextCarried: "carried-next",
  /** Labels of last month's file, until the run that takes them over is complete. */
  carriedLabels: "carried-labels",
  carriedYear: "carried-year",
  nextChanges: "changes-next",
  nextSeen: "seen-next",
  /** What the last run changed in the table, and what its reports and labels replaced. */
  undo: "undo",
  nextUndo: "undo-next",
  formerDocs: "docs-undo",
  formerLabels: "labels-undo",
  formerMoves: "moves-undo",
  formerLabelsMonth: "labels-month-undo",
  formerLabelsYear: "labels-year-undo",
  formerPeriods: "periods-undo",
  formerCarried: "carried-undo",
  formerChanges: "changes-undo",
  formerSeen: "seen-undo",
} as const;

/** Texts that are of no use once a run has ended. */
export const runEntries = [
  entryNames.journal,
  entryNames.nextDocs,
  entryNames.before,
  entryNames.nextPlan,
  entryNames.nextLabels,
  entryNames.nextMoves,
  entryNames.nextPeriods,
  entryNames.nextCarried,
  entryNames.carriedLabels,
  entryNames.carriedYear,
  entryNames.nextChanges,
  entryNames.nextSeen,
  entryNames.nextUndo,
] as const;

/** Texts of the last run, and where those of the run before it are kept for as long as the last can be undone. */
const formerOf = [
  [entryNames.docs, entryNames.formerDocs],
  [entryNames.labels, entryNames.formerLabels],
  [entryNames.moves, entryNames.formerMoves],
  [entryNames.labelsMonth, entryNames.formerLabelsMonth],
  [entryNames.labelsYear, entryNames.formerLabelsYear],
  [entryNames.periods, entryNames.formerPeriods],
  [entryNames.carried, entryNames.formerCarried],
  [entryNames.changes, entryNames.formerChanges],
  [entryNames.seen, entryNames.formerSeen],
] as const;

/** The stage from which a run is only ever finished: what it takes away could not be put back as it was. */
export const closing = "closing";

/** Runs that the run log remembers. */
export const keptRuns = 30;

/** Revisions of the plan that are kept, as long as their texts together take no more cells than these. */
const keptRevisions = 20;
const keptParts = 20;

/** The newest and the one before, to which undoing leads, are kept whatever they take. */
const leastRevisions = 2;

/** Name of a revision of the plan, counted from one. */
export function planEntry(revision: number): string {
  return `plan:${revision}`;
}

/** The newest revision of the plan; zero where there is none. */
export function planRevision(head: Head): number {
  return planRevisions(head)[0] ?? 0;
}

/** All revisions of the plan that are kept, the newest first. */
export function planRevisions(head: Pick<Head, "entries">): readonly number[] {
  return Object.keys(head.entries)
    .map((name) => Number(/^plan:(\d{1,9})$/.exec(name)?.[1] ?? 0))
    .filter((revision) => revision > 0)
    .sort((a, b) => b - a);
}

/**
 * The head once a run is complete: its plan and reports count from now on, and old revisions go.
 *
 * @param periods - which of the kept labels are those of the month and of the year-end before; none go if left out
 */
export function completedHead(head: Head, periods?: NextPeriods): Head {
  const entries = { ...head.entries };
  const plan = entries[entryNames.nextPlan];
  const docs = entries[entryNames.nextDocs];
  if (plan && docs) {
    const revision = planRevision(head) + 1;
    // Without the labels that this run wrote nobody could tell which of them people changed since.
    const undo = entries[entryNames.nextLabels] && entries[entryNames.nextUndo];
    for (const [name, former] of formerOf) replace(entries, former, undo && entries[name]);
    replace(entries, entryNames.undo, undo);
    if (periods) keepPeriods(entries, periods);
    const carried = entries[entryNames.nextCarried];
    if (carried) entries[entryNames.carried] = carried;
    entries[planEntry(revision)] = plan;
    entries[entryNames.docs] = docs;
    replace(entries, entryNames.labels, entries[entryNames.nextLabels]);
    replace(entries, entryNames.moves, entries[entryNames.nextMoves]);
    replace(entries, entryNames.changes, entries[entryNames.nextChanges]);
    replace(entries, entryNames.seen, entries[entryNames.nextSeen]);
    thin(entries);
  }
  for (const name of runEntries) delete entries[name];
  return { ...head, entries, run: null };
}

/** Labels of earlier dates stay where they are written; what changes is which of them are called the month's. */
function keepPeriods(entries: Record<string, Head["entries"][string]>, { month, year }: NextPeriods): void {
  const kept = {
    last: entries[entryNames.carriedLabels] ?? entries[entryNames.labels],
    month: entries[entryNames.labelsMonth],
    year: entries[entryNames.carriedYear] ?? entries[entryNames.labelsYear],
  };
  replace(entries, entryNames.labelsMonth, month ? kept[month.from] : undefined);
  replace(entries, entryNames.labelsYear, year ? kept[year.from] : undefined);
  replace(entries, entryNames.periods, entries[entryNames.nextPeriods]);
}

/**
 * The head once the last run is undone: plan, labels and moves are those of the run before, and nothing is left to
 * undo. That plan gets a number of its own, so that no number ever stands for two plans.
 */
export function undoneHead(head: Head): Head {
  const entries = { ...head.entries };
  const docs = entries[entryNames.nextDocs];
  const revision = planRevision(head);
  const formerPlan = entries[planEntry(revision - 1)];
  if (entries[entryNames.formerDocs] && formerPlan) {
    entries[planEntry(revision + 1)] = formerPlan;
    thin(entries);
  } else delete entries[planEntry(revision)];
  for (const [name, former] of formerOf) {
    replace(entries, name, entries[former]);
    delete entries[former];
  }
  replace(entries, entryNames.docs, docs);
  delete entries[entryNames.undo];
  for (const name of runEntries) delete entries[name];
  return { ...head, entries, run: null };
}

/** Old revisions go, the oldest first: a policy matrix of 2,000 cells takes seven cells of the store by itself. */
function thin(entries: Record<string, Head["entries"][string]>): void {
  let parts = 0;
  planRevisions({ entries }).forEach((revision, i) => {
    const name = planEntry(revision);
    parts += entries[name]?.parts ?? 0;
    if (i >= keptRevisions || (i >= leastRevisions && parts > keptParts)) delete entries[name];
  });
}

/** A text that this run did not write is about an earlier one, and goes. */
function replace(
  entries: Record<string, Head["entries"][string]>,
  name: string,
  entry: Head["entries"][string] | undefined,
): void {
  if (entry) entries[name] = entry;
  else delete entries[name];
}

/** The head once a run is rolled back: as if it had never been, but for the run log. */
export function rolledBackHead(head: Head): Head {
  const entries = { ...head.entries };
  for (const name of runEntries) delete entries[name];
  return { ...head, entries, run: null };
}
