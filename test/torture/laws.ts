import { failureText } from "../../src/text/failureText";
import { languages } from "../../src/text/language";
import { failureData, type FailureData } from "../../src/failure";
import type { Book } from "../../src/host/model/book";
import type { RunResult } from "../../src/actions/runPlan";
import type { RunRecord } from "../../src/actions/readState";
import { around, holds, type ForeignSheet, type Labels, type OwnersSeen, type Shown } from "./seen";

/**
 * What holds whatever happens: U1 what is the user's stays, U2 old or new and never a mixture, U3 a message says what
 * and what next, U4 rows in are rows classified and not, U5 filters, selection and modes come back, U6 nothing is
 * rejected unheard and the next run works, U7 the run log is true.
 */
export type Law = "U1" | "U2" | "U3" | "U4" | "U5" | "U6" | "U7";

export interface Breach {
  readonly law: Law;
  readonly what: string;
  readonly found: readonly string[];
}

/** How an act ended: "done", or the code of its failure. */
export interface End {
  readonly code: string;
  readonly failure: FailureData | null;
  readonly result: unknown;
}

/** Does something and says how it ended. */
export async function ended(work: () => Promise<unknown>): Promise<End> {
  try {
    return { code: "done", failure: null, result: await work() };
  } catch (error) {
    const failure = failureData(error);
    return { code: failure.code, failure, result: null };
  }
}

const short = (value: unknown): string => (JSON.stringify(value) as string | undefined)?.slice(0, 120) ?? "nothing";

/** Where two values differ, at most eight places; none if they are the same. */
export function differences(before: unknown, after: unknown, path = ""): string[] {
  if (before === after || JSON.stringify(before) === JSON.stringify(after)) return [];
  const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
  if (!isPlain(before) || !isPlain(after)) return [`${path}: ${short(before)} became ${short(after)}`];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => differences(before[key], after[key], `${path}/${key}`)).slice(0, 8);
}

/** U3: words for a person in both languages, and none of a developer's. */
export function unclearMessages({ code, failure }: End): string[] {
  if (failure === null) return [];
  const texts = languages.flatMap((language) => {
    const { what, where, next } = failureText(language, failure);
    return [what, next, where ?? "-"];
  });
  const unclear = texts.filter((text) => text === "" || /\[object|undefined|\bNaN\b|\.ts:\d|Error:/.test(text));
  return code === "unexpected" ? [`unexpected: ${failure.message}`, ...unclear] : unclear;
}

/** U4: every row that was read is in one class or in none. */
export function lostRows({ outcome }: RunResult): string[] {
  return outcome.segmentations.flatMap(({ id, classified, notClassified }) => {
    const found = classified + notClassified.length;
    const all = outcome.customers;
    return found === all ? [] : [`${id}: ${classified} + ${notClassified.length} of ${all}`];
  });
}

/** What an act adds to the run log: a run its record, an undoing a mark on the last one, anything else nothing. */
export type Logged = "run" | "undo" | "nothing";

/** U7: the log says of an act that ended what it did, and of one that wrote nothing little or nothing. */
export function falseLog(before: number, runs: readonly RunRecord[], code: string, logged: Logged): string[] {
  const [more, last] = [runs.length - before, runs.at(-1)?.status];
  const isTrue =
    code === "done"
      ? { run: more === 1 && last === "complete", undo: more === 0 && last === "undone", nothing: more === 0 }[logged]
      : more === 0 || (more === 1 && last === "rolled-back" && logged !== "nothing");
  return isTrue ? [] : [`${more} more, the last one ${last ?? "none"}, where it ended ${code}`];
}

/** U5: what differs of where a person stood, unless their sheet is gone. */
export function displaced(before: Book, after: Book): string[] {
  const [was, is] = [around(before), around(after)];
  if (after.sheets.some(({ name }) => name === was.active)) return differences(was, is);
  return differences({ ...was, active: "", selection: null }, { ...is, active: "", selection: null });
}

type ForeignBook = Readonly<Record<string, ForeignSheet>>;

/** U1: what differs of the user's, cells by place, or by content alone where a deed moved them. */
export function foreignLost(before: ForeignBook, after: ForeignBook, moved: boolean): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [was, is] = [before[name], after[name]];
    if (!was || !is) return [`${name}: ${was ? "gone" : "new"}`];
    if (moved) return [...differences(contents(was), contents(is), name), ...differences(texts(was), texts(is), name)];
    return [
      ...differences(was.columns, is.columns, `${name} columns`),
      ...differences(beside(was, is), beside(is, was), `${name} cells`),
      ...differences(was.layout, is.layout, `${name} layout`),
    ];
  });
}

/** The cells of a sheet; looks without content make room where the customers' table grows, and go where it shrinks. */
function beside({ cells }: ForeignSheet, { table }: ForeignSheet): Record<string, Shown> {
  const stay = Object.entries(cells).filter(([place, [value, formula]]) => {
    const [row = 0, column = 0] = place.split(",").map(Number);
    return value !== null || formula !== null || table === null || !holds(table, row, column);
  });
  return Object.fromEntries(stay.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function contents({ cells }: ForeignSheet): string[] {
  const found = Object.values(cells).map(([value, formula]) => short([value, formula !== null]));
  return found.filter((text) => text !== "[null,false]").sort();
}

function texts({ columns }: ForeignSheet): unknown {
  return Object.fromEntries(
    Object.entries(columns).map(([name, cells]) => [name, cells.map((cell) => cell?.slice(0, 2) ?? null)]),
  );
}

/** True where each label is the wanted one, beside its key; keys that are new have any. */
export function sameLabels(found: Labels, wanted: Labels): boolean {
  const headers = new Set([...Object.keys(found), ...Object.keys(wanted)]);
  return [...headers].every((header) => {
    const [is, want] = [found[header], wanted[header]];
    if (!is || !want) return false;
    return Object.entries(is).every(
      ([key, label]) => key.startsWith("NEW") || label === want[key] || (label === '""' && want[key] === undefined),
    );
  });
}

/** U1: fields that people filled in and that are gone or stand beside another segment. */
export function ownersLost(before: OwnersSeen | null, after: OwnersSeen | null): string[] {
  if (!before) return [];
  if (!after) return ["the Owners table is gone"];
  const lost = Object.entries(before.byId).flatMap(([id, values]) =>
    Object.entries(values).flatMap(([field, value]) => {
      const now = after.byId[id]?.[field];
      return now === value ? [] : [`${id} ${field}: ${short(value)} became ${short(now)}`];
    }),
  );
  const rows = before.without.map(short);
  const stay = after.without.map(short);
  return [...lost, ...rows.filter((row) => !stay.includes(row)), ...after.twice.map((id) => `${id} stands twice`)];
}
