import { finishRun } from "../../src/actions/finishRun";
import { readState, type WorkbookState } from "../../src/actions/readState";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { perform } from "./colleague";
import type { Deed } from "./deeds";
import { openDesk, type Desk, type Strike } from "./desk";
import type { Dice } from "./dice";
import {
  differences,
  displaced,
  ended,
  falseLog,
  foreignLost,
  lostRows,
  ownersLost,
  sameLabels,
  unclearMessages,
  type Breach,
  type End,
  type Law,
} from "./laws";
import { foreign, labelsIn, ownersIn, whole, type Labels } from "./seen";
import { runResult, type World } from "./world";

/** A world while it is being tried: what is known of it, and what was broken. */
export interface Trial {
  readonly world: World;
  readonly draws: Dice;
  /** The workbook before the act. */
  readonly old: unknown;
  readonly oldLabels: Labels | null;
  readonly runs: number;
  readonly breaches: Breach[];
  /** What happened, one line each. */
  readonly events: string[];
  /** The act when nothing disturbs it; worked out once, when it is asked for. */
  readonly undisturbed: () => Promise<Undisturbed>;
}

export interface Undisturbed {
  readonly end: End;
  readonly new: unknown;
  readonly labels: Labels | null;
  readonly file: Uint8Array;
}

/** Opens a world's workbook and looks at it before anything happens. */
export async function openTrial(world: World, draws: Dice): Promise<Trial> {
  const desk = await openDesk(world.bytes, world.client);
  desk.settle();
  const { book } = desk;
  const known = {
    old: whole(book),
    oldLabels: labelsIn(book, world.user),
    runs: (await readState()).runs.length,
  };
  desk.close();
  let asked: Promise<Undisturbed> | null = null;
  const trial: Trial = {
    world,
    draws,
    ...known,
    breaches: [],
    events: [],
    undisturbed: () => (asked ??= leaveAlone(trial)),
  };
  return trial;
}

function found(trial: Trial, law: Law, what: string, places: readonly string[]): void {
  if (places.length > 0) trial.breaches.push({ law, what, found: places.slice(0, 8) });
}

const isDone = ({ code }: End): boolean => code === "done";

/** The act as it goes when nothing disturbs it, with all that must hold then. */
async function leaveAlone(trial: Trial): Promise<Undisturbed> {
  const { world, runs } = trial;
  const before = await openDesk(world.bytes, world.client);
  before.settle();
  const desk = await openDesk(world.bytes, world.client);
  const end = await ended(world.act.work);
  desk.settle();
  const { book } = desk;
  found(trial, "U3", "undisturbed: message", unclearMessages(end));
  if (isDone(end)) {
    found(
      trial,
      "U1",
      "undisturbed: the user's",
      foreignLost(foreign(before.book, world.user), foreign(book, world.user), false),
    );
    found(trial, "U1", "undisturbed: owners", ownersLost(ownersIn(before.book), ownersIn(book)));
    found(trial, "U2", "undisturbed: formulas among labels", formulasAmong(labelsIn(book, world.user)));
  } else {
    found(trial, "U2", `undisturbed: ${end.code} wrote`, differences(trial.old, whole(book)));
  }
  found(trial, "U5", "undisturbed: where a person stands", displaced(before.book, book));
  const result = runResult(end.result);
  if (result) found(trial, "U4", "undisturbed: rows", lostRows(result));
  found(trial, "U7", "undisturbed: run log", falseLog(runs, (await readState()).runs, end.code, world.act.log));
  found(trial, "U6", "undisturbed: operations that are missing", desk.host.missing);
  // An Excel in which nothing fails leaves nothing to put back.
  if (["rolled-back", "rollback-failed"].includes(end.code))
    found(trial, "U6", "undisturbed", [`${end.code}: ${end.failure?.message ?? ""}`]);
  const known = { end, new: whole(book), labels: labelsIn(book, world.user), file: desk.save() };
  before.close();
  desk.close();
  return known;
}

function formulasAmong(labels: Labels | null): string[] {
  return Object.entries(labels ?? {}).flatMap(([header, byKey]) =>
    Object.entries(byKey).flatMap(([key, text]) => (text.includes("formula ") ? [`${header} of ${key}: ${text}`] : [])),
  );
}

/** A workbook that no colleague touched is the old or the new one, whole, and says so. */
async function expectWhole(trial: Trial, desk: Desk, end: End, how: string): Promise<void> {
  desk.calm();
  desk.use();
  desk.settle();
  const wanted = isDone(end) ? (await trial.undisturbed()).new : trial.old;
  desk.use();
  found(
    trial,
    "U2",
    `${how}: ${end.code}, yet not the ${isDone(end) ? "new" : "old"}`,
    differences(wanted, whole(desk.book)),
  );
  found(trial, "U3", `${how}: message`, unclearMessages(end));
  found(trial, "U6", `${how}: operations that are missing`, desk.host.missing);
  const state = await readState();
  found(trial, "U7", `${how}: unfinished after ${end.code}`, state.unfinished ? [state.unfinished.id] : []);
  found(trial, "U7", `${how}: run log`, falseLog(trial.runs, state.runs, end.code, trial.world.act.log));
}

/** Excel fails once or twice, or the person cancels, and the workbook stays open. */
export async function meetErrors(trial: Trial, strikes: readonly Strike[], cancelAt: number | null): Promise<void> {
  const { world, events, draws } = trial;
  const desk = await openDesk(world.bytes, world.client);
  const stopper = new AbortController();
  desk.disturb(strikes, (index) => {
    if (index === cancelAt) stopper.abort();
    return Promise.resolve();
  });
  let end = await ended(() => world.act.work(stopper.signal));
  events.push(`${end.code}, ${desk.struck} of ${strikes.length} errors met`);
  if (end.code === "rollback-failed") {
    desk.calm();
    const again = await ended(() => rollBackRun());
    found(trial, "U2", "rolling back again", isDone(again) ? [] : [`${again.code}: ${again.failure?.message ?? ""}`]);
    end = { ...end, code: "rolled-back" };
  }
  // What failed by itself is looked at undisturbed, where nothing may fail.
  if (!isDone(end) && desk.struck === 0) await trial.undisturbed();
  await expectWhole(trial, desk, end, "errors");
  if (!isDone(end) && trial.breaches.length === 0 && draws.chance(0.25)) await expectNextRun(trial, desk);
  desk.close();
}

/** U6: after a failure the same act works. */
async function expectNextRun(trial: Trial, desk: Desk): Promise<void> {
  const usual = await trial.undisturbed();
  desk.use();
  const next = await ended(trial.world.act.work);
  desk.settle();
  const places = next.code === usual.end.code ? [] : [`${next.code}: ${next.failure?.message ?? ""}`];
  const labels = labelsIn(desk.book, trial.world.user);
  found(trial, "U6", "the next time", [...places, ...differences(usual.labels, labels)]);
}

/** What a person chooses for an unfinished run: to finish it, or to roll it back. */
function choice(draws: Dice, { canFinish, canRollBack }: NonNullable<WorkbookState["unfinished"]>): "finish" | "back" {
  return canFinish && (!canRollBack || draws.chance(0.5)) ? "finish" : "back";
}

const recovering = { finish: () => finishRun(), back: () => rollBackRun() };

/** The process dies; the file is opened again, its unfinished run ended, and dies on the way at times. */
export async function die(trial: Trial, strike: Strike, again: readonly Strike[]): Promise<void> {
  const { world, draws, events } = trial;
  let left = await deadFile(world, strike);
  if (left === null) return void events.push("the process outlived it");
  const interruptions = [...again];
  for (;;) {
    const desk = await openDesk(left, world.client);
    const { unfinished } = await readState();
    if (unfinished === null) return expectEither(trial, desk);
    const chosen = choice(draws, unfinished);
    const interruption = interruptions.shift();
    if (interruption) desk.disturb([interruption]);
    const end = await ended(recovering[chosen]);
    desk.calm();
    events.push(`${chosen}: ${end.code}`);
    if (interruption && !isDone(end)) {
      left = desk.left ?? desk.save();
      continue;
    }
    found(trial, "U2", `${chosen} after a kill`, isDone(end) ? [] : [`${end.code}: ${end.failure?.message ?? ""}`]);
    if (isDone(end)) await expectRecovered(trial, desk, chosen === "finish" || !unfinished.canRollBack);
    return;
  }
}

async function deadFile(world: World, strike: Strike): Promise<Uint8Array | null> {
  const desk = await openDesk(world.bytes, world.client);
  desk.disturb([strike]);
  await ended(world.act.work);
  desk.close();
  return desk.left;
}

async function reopened(trial: Trial, file: Uint8Array): Promise<ReturnType<typeof whole>> {
  const desk = await openDesk(file, trial.world.client);
  desk.settle();
  const seen = whole(desk.book);
  desk.close();
  return seen;
}

async function expectRecovered(trial: Trial, desk: Desk, isNew: boolean): Promise<void> {
  const state = await readState();
  const now = await reopened(trial, desk.save());
  const wanted = isNew ? await reopened(trial, (await trial.undisturbed()).file) : trial.old;
  found(trial, "U2", `recovered, yet not the ${isNew ? "new" : "old"}`, differences(wanted, now));
  found(trial, "U7", "unfinished after recovery", state.unfinished ? [state.unfinished.id] : []);
  const code = isNew ? "done" : "rolled-back";
  found(trial, "U7", "run log after recovery", falseLog(trial.runs, state.runs, code, trial.world.act.log));
}

/** A file without an unfinished run is whole, but for a staging sheet that the next run takes away. */
async function expectEither(trial: Trial, desk: Desk): Promise<void> {
  desk.settle();
  const now = whole(desk.book);
  const plain = { ...now, hiddenSheets: [] };
  if (differences(trial.old, plain).length === 0) return;
  const wanted = await reopened(trial, (await trial.undisturbed()).file);
  const places = differences(wanted, plain);
  if (places.length > 0)
    found(trial, "U2", "a file left behind is neither", [...differences(trial.old, plain), ...places]);
}

/** How a colleague comes into an act: while it runs, while it runs and fails, or after the process died. */
export interface Disturbance {
  readonly deed: Deed;
  /** Before which request of the act. */
  readonly at: number;
  readonly error: Strike | null;
  readonly death: Strike | null;
}

/** A colleague does something on the way. */
export async function meetColleague(trial: Trial, disturbance: Disturbance): Promise<void> {
  const { events } = trial;
  const { deed } = disturbance;
  const met = disturbance.death
    ? await meetAfterDeath(trial, disturbance, disturbance.death)
    : await meetLive(trial, disturbance);
  if (!met) return void events.push("the colleague came too late");
  const { desk } = met;
  let { end } = met;
  events.push(`${deed.name}: ${end.code}${end.failure ? ` (${end.failure.message.slice(0, 100)})` : ""}`);
  desk.calm();
  const stuck =
    end.code === "rollback-failed" || (disturbance.death !== null && !["done", "rolled-back"].includes(end.code));
  if (stuck) end = await liftAndRollBack(trial, desk, end, deed);
  await expectAfterDeed(trial, desk, end, deed);
  desk.close();
}

interface Met {
  readonly desk: Desk;
  readonly end: End;
}

async function meetLive({ world }: Trial, { deed, at, error }: Disturbance): Promise<Met | null> {
  const desk = await openDesk(world.bytes, world.client);
  const came: boolean[] = [];
  desk.disturb(error ? [error] : [], async (index) => {
    if (index === at) came.push(await perform(deed, desk.book, world.client));
  });
  const end = await ended(world.act.work);
  return came.includes(true) ? { desk, end } : null;
}

async function meetAfterDeath(trial: Trial, { deed }: Disturbance, death: Strike): Promise<Met | null> {
  const { world, draws } = trial;
  const file = await deadFile(world, death);
  if (file === null) return null;
  const desk = await openDesk(file, world.client);
  const { unfinished } = await readState();
  if (!unfinished || !(await perform(deed, desk.book, world.client))) return null;
  const chosen = choice(draws, unfinished);
  const end = await ended(recovering[chosen]);
  if (chosen === "finish") return { desk, end };
  return { desk, end: isDone(end) && unfinished.canRollBack ? { ...end, code: "rolled-back" } : end };
}

/** Takes away what a person can take out of the way, and rolls back once more. */
async function liftAndRollBack(trial: Trial, desk: Desk, end: End, deed: Deed): Promise<End> {
  const { book } = desk;
  for (const { protection } of book.sheets) protection.isProtected = false;
  book.structureProtected = false;
  const { unfinished } = await readState();
  if (!unfinished) {
    if (end.code !== "rollback-failed" || named({ deed, end }).size > 0) return end;
    found(trial, "U7", "rolling back failed, and nothing says so", [end.failure?.message ?? ""]);
    return end;
  }
  await Excel.run(async (context) => {
    const tables = context.workbook.tables.load("items/name");
    await context.sync();
    for (const table of tables.items) if (table.name === "Customers") table.clearFilters();
    await context.sync();
  });
  const again = await ended(() => rollBackRun());
  if (isDone(again)) return { ...end, code: "rolled-back" };
  found(trial, "U2", "stuck", [`${end.code}, then ${again.code}: ${again.failure?.message ?? ""}`]);
  return again;
}

/** The workbook with the deed alone, as it would be had nobody run anything. */
async function withDeedAlone({ world }: Trial, deed: Deed): Promise<Desk> {
  const desk = await openDesk(world.bytes, world.client);
  await perform(deed, desk.book, world.client);
  desk.settle();
  return desk;
}

/** Takes away what is known of a run that lies unfinished. */
const forgets = "deletes the sheet of _tierbook";

/** A run that nobody can put back any more names the columns that are not to be trusted, and no others are wrong. */
function named({ deed, end }: { deed: Deed; end: End }): ReadonlySet<string> {
  const columns = deed.name === forgets && end.code === "rollback-failed" ? end.failure?.detail?.["columns"] : [];
  return new Set(Array.isArray(columns) ? columns.map(String) : []);
}

async function expectAfterDeed(trial: Trial, desk: Desk, end: End, deed: Deed): Promise<void> {
  const { world } = trial;
  desk.use();
  desk.settle();
  const user = new Set([...world.user, ...(deed.columns ?? [])]);
  const alone = await withDeedAlone(trial, deed);
  const [was, is] = [foreign(alone.book, user), foreign(desk.book, user)];
  const law = `after a colleague ${deed.name}, ${end.code}`;
  found(trial, "U1", `${law}: the user's`, foreignLost(lifted(was, deed), lifted(is, deed), deed.effect === "moves"));
  if (deed.name !== "deletes the owners")
    found(trial, "U1", `${law}: owners`, ownersLost(ownersIn(alone.book), ownersIn(desk.book)));
  const known = new Set([...user, ...named({ deed, end })]);
  if (deed.name !== "writes over a label") await expectLabels(trial, desk, alone, end, known, law);
  found(trial, "U3", `${law}: message`, unclearMessages(end));
  desk.use();
  const state = await ended(() => readState());
  if (!isDone(state)) return found(trial, "U6", `${law}: state`, [`${state.code}: ${state.failure?.message ?? ""}`]);
  const { unfinished, runs } = state.result as WorkbookState;
  found(trial, "U7", `${law}: unfinished`, unfinished ? [unfinished.id] : []);
  // With the store its log went, and what comes after it is all that a new one has.
  const log = deed.name === forgets ? [] : falseLog(trial.runs, runs, end.code, world.act.log);
  found(trial, "U7", `${law}: run log`, log);
  alone.close();
}

type ForeignBook = ReturnType<typeof foreign>;

/**
 * Without what the trial itself lifted, without the filter that the deed set over one of the user's own, and without what
 * was typed over a label: it stays where it is once the column has gone.
 */
function lifted(book: ForeignBook, deed: Deed): ForeignBook {
  if (deed.name === "writes over a label")
    return Object.fromEntries(
      Object.entries(book).map(([name, sheet]) => {
        const cells = Object.entries(sheet.cells).filter(([, [value]]) => value !== "by hand");
        return [name, { ...sheet, cells: Object.fromEntries(cells) }];
      }),
    );
  if (!/protects|filters/.test(deed.name)) return book;
  return Object.fromEntries(Object.entries(book).map(([name, sheet]) => [name, { ...sheet, layout: null }]));
}

/** Labels are the old ones or the new ones, each beside its customer. */
async function expectLabels(
  trial: Trial,
  desk: Desk,
  alone: Desk,
  end: End,
  user: ReadonlySet<string>,
  law: string,
): Promise<void> {
  const labels = labelsIn(desk.book, user);
  if (labels === null) return;
  const before = labelsIn(alone.book, user);
  if (!isDone(end)) {
    const wanted = [before, trial.oldLabels].filter((one) => one !== null);
    const isOld = wanted.some((one) => sameLabels(labels, one));
    return found(trial, "U2", `${law}: labels`, isOld ? [] : differences(before, labels));
  }
  const usual = (await trial.undisturbed()).labels;
  if (usual !== null && sameLabels(labels, usual)) return;
  // The deed came before anything was read: then it is a part of what was classified.
  alone.use();
  await ended(trial.world.act.work);
  alone.settle();
  const after = labelsIn(alone.book, user);
  if (after === null || !sameLabels(labels, after))
    found(trial, "U2", `${law}: labels`, differences(after ?? usual, labels));
}
