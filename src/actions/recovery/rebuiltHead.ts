import type { FoundText } from "../../workbook/scanStore";
import type { Entry, Head } from "../../workbook/store";
import type { RunRecord } from "../readState";
import { entryNames, planEntry } from "../writing/entries";

/** Texts that each writing replaces: the youngest counts. */
const standing = [entryNames.own, entryNames.runs, entryNames.register] as const;

/** Texts that a run writes under a name for the time until it is complete, and what they are called then. */
const ofRun = [
  [entryNames.nextDocs, entryNames.docs],
  [entryNames.nextLabels, entryNames.labels],
  [entryNames.nextMoves, entryNames.moves],
  [entryNames.nextChanges, entryNames.changes],
  [entryNames.nextSeen, entryNames.seen],
] as const;

/**
 * The directory of a store, made again of the texts that stand there. What a run wrote that never ended does not count,
 * and nothing can be undone any more: only the lost directory said what belonged to the run before.
 *
 * @param runs - the run log, which says which text was which revision of the plan
 * @returns null where no text of a complete run is left
 */
export function rebuiltHead(found: readonly FoundText[], runs: readonly RunRecord[]): Head | null {
  const unfinished = new Set(found.filter(({ name }) => name === entryNames.journal).map(({ at }) => at));
  const texts = found
    .filter(({ at }) => !unfinished.has(at))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.row - b.row));
  const plans = texts.filter(({ name }) => name === entryNames.nextPlan || name.startsWith("plan:"));
  const entries: Record<string, Entry> = {};
  plans.forEach((text, i) => {
    const logged = runs.find(({ at, plan }) => at === text.at && plan !== undefined)?.plan;
    entries[text.name === entryNames.nextPlan ? planEntry(logged ?? i + 1) : text.name] = entryOf(text);
  });
  for (const name of standing) keep(entries, name, texts, (text) => text.name === name);
  const last = plans.at(-1)?.at;
  for (const [written, name] of ofRun) {
    keep(entries, name, texts, (text) => text.name === written && text.at === last);
  }
  return Object.keys(entries).length === 0 ? null : { tierbook: 1, entries, run: null };
}

function keep(
  entries: Record<string, Entry>,
  name: string,
  texts: readonly FoundText[],
  fits: (text: FoundText) => boolean,
): void {
  const text = texts.filter(fits).at(-1);
  if (text) entries[name] = entryOf(text);
}

function entryOf({ row, parts, sha256 }: FoundText): Entry {
  return { row, parts, sha256 };
}
