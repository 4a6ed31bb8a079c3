import { finishRun } from "../../src/actions/finishRun";
import { assignOwner } from "../../src/actions/owners/assignOwner";
import { readOwners } from "../../src/actions/owners/readOwners";
import { readState, type WorkbookState } from "../../src/actions/readState";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { runPlan } from "../../src/actions/runPlan";
import { undoRun } from "../../src/actions/undo/undoRun";
import { inThread } from "../../src/engine/inThread";
import { Failure } from "../../src/failure";
import type { Plan } from "../../src/plan/plan";
import { readPlan } from "../../src/plan/readPlan";
import { idle, openTwoPanes, type PaneEnd, type TwoPanes } from "../safety/twoPanes";
import { openDesk } from "./desk";
import type { Dice } from "./dice";
import { differences, ended, foreignLost, sameLabels, unclearMessages, type Breach, type Law } from "./laws";
import { changedPlan } from "./plans";
import { foreign, labelsIn, type Labels } from "./seen";
import type { RunWorld } from "./world";

const ada = { now: new Date("2026-12-01T08:00:00Z"), person: "Ada" };
const bob = { now: new Date("2026-12-01T08:00:30Z"), person: "Bob" };
const kinds = ["run", "owner", "owners", "undo", "roll back", "finish"] as const;
type Kind = (typeof kinds)[number];

/** What two people did at the same time, and the workbook afterwards. */
interface Meeting {
  readonly world: RunWorld;
  readonly kind: Kind;
  readonly panes: TwoPanes;
  readonly ends: readonly [PaneEnd, PaneEnd];
  /** Plans by the name of who ran them. */
  readonly plans: Readonly<Record<"former" | "Ada" | "Bob", Plan>>;
  readonly breaches: Breach[];
}

function found({ breaches, kind }: Meeting, law: Law, what: string, places: readonly string[]): void {
  if (places.length > 0) breaches.push({ law, what: `two panes, ${kind}: ${what}`, found: places.slice(0, 8) });
}

/** Two people have the pane of one workbook open, one of them runs a plan, and the other does something meanwhile. */
export async function meetInPanes(world: RunWorld, draws: Dice, events: string[]): Promise<Breach[]> {
  const kind = draws.pick(kinds, [4, 2, 1, 2, 3, 2]);
  const plans = {
    former: world.plan,
    Ada: changedPlan(draws, world.plan, world.orders),
    Bob: changedPlan(draws, world.plan, world.orders),
  };
  const panes = await openTwoPanes(world.bytes);
  const { policy, revision } = await panes.as(0, readState);
  const seen = draws.chance(0.7) ? { policy: { mark: policy?.mark ?? null, revision } } : {};
  const owner = await panes.as(0, () => readOwners(ada.now));
  const segment = owner.rows[0]?.id ?? "";
  const before = owner.rows[0]?.values.owner ?? "";
  const assign = (value: string): Promise<void> =>
    assignOwner({ segment, field: "owner", before, value }, { by: value, at: bob.now.toISOString() });
  const late = kind === "roll back" || kind === "finish" ? draws.int(30, 100) : draws.int(0, 95);
  const second: Readonly<Record<Kind, () => Promise<unknown>>> = {
    run: () => runPlan(plans.Bob, inThread, { ...bob, ...seen }),
    owner: () => assign("Bob"),
    owners: () => assign("Bob"),
    undo: () => undoRun(bob),
    "roll back": () => recover(() => rollBackRun()),
    finish: () => recover(() => finishRun()),
  };
  const works: Parameters<TwoPanes["interleave"]>[0] = [
    kind === "owners" ? () => assign("Ada") : () => runPlan(plans.Ada, inThread, { ...ada, ...seen }),
    async () => {
      await idle(kind === "owners" ? draws.int(0, 6) : late);
      return second[kind]();
    },
  ];
  const { ends } = await panes.interleave(works, () => (draws.chance(0.5) ? 0 : 1));
  events.push(`two panes, ${kind}: ${ends.map(told).join(", ")}`);
  const meeting: Meeting = { world, kind, panes, ends, plans, breaches: [] };
  await expectOneState(meeting, { segment, before });
  panes.close();
  return meeting.breaches;
}

async function recover(work: () => Promise<unknown>): Promise<unknown> {
  const { unfinished } = await readState();
  if (!unfinished) throw new Failure("run-unfinished", "there is nothing to recover");
  return work();
}

const told = (end: PaneEnd): string => (end.end === "done" ? "done" : end.failure.code);
const isDone = ({ end }: PaneEnd): boolean => end === "done";

/** Labels, plan, log and owners say the same, whoever came first. */
async function expectOneState(meeting: Meeting, owner: { segment: string; before: unknown }): Promise<void> {
  const { panes, ends, world, kind } = meeting;
  for (const end of ends)
    if (end.end === "failed")
      found(meeting, "U3", "message", unclearMessages({ code: end.failure.code, failure: end.failure, result: null }));
  const state = await settledState(meeting);
  if (!state) return;
  // From here on other workbooks are opened, and Excel is theirs.
  if (kind === "owner" || kind === "owners") await expectOwner(meeting, owner);
  const { book } = panes.opened;
  const alone = await openDesk(world.bytes, world.client);
  found(meeting, "U1", "the user's", foreignLost(foreign(alone.book, world.user), foreign(book, world.user), false));
  alone.close();
  await expectPlanOfLabels(meeting, state);
  const complete = state.runs.filter(({ status }) => status === "complete" || status === "undone").length - world.runs;
  const said = kind === "owners" ? 0 : ends.filter((end, i) => isDone(end) && (i === 0 || kind === "run")).length;
  const recovered = kind === "finish" || kind === "roll back";
  if (!recovered && complete !== said) found(meeting, "U7", "run log", [`${complete} complete, ${said} said so`]);
}

async function settledState(meeting: Meeting): Promise<WorkbookState | null> {
  const { panes } = meeting;
  const read = await panes.as(0, () => ended(readState));
  if (read.code !== "done") {
    found(meeting, "U6", "state", [`${read.code}: ${read.failure?.message ?? ""}`]);
    return null;
  }
  const state = read.result as WorkbookState;
  if (!state.unfinished) return state;
  const back = await panes.as(0, () => ended(() => rollBackRun()));
  found(meeting, "U7", "unfinished afterwards", [`run of ${state.unfinished.person}; rolled back: ${back.code}`]);
  return null;
}

/** The labels are those of the plan that is stored, and that is the plan of who was told "done". */
async function expectPlanOfLabels(meeting: Meeting, { plan, runs }: WorkbookState): Promise<void> {
  const { plans, ends, kind, panes, world } = meeting;
  const stored = plan && asStored(plan);
  const isStored = (one: Plan): boolean => stored !== null && differences(stored, asStored(one)).length === 0;
  const makers = (["former", "Ada", "Bob"] as const).filter((name) => isStored(plans[name]));
  const isGone = runs.every(({ status }) => status !== "complete");
  if (kind === "undo" && isDone(ends[1]) && isGone) return;
  if (makers.length === 0)
    return found(meeting, "U2", "stored plan", [`nobody's: ${JSON.stringify(stored).slice(0, 200)}`]);
  const labels = labelsIn(panes.opened.book, world.user);
  const wanted = await labelsOf(world, makers[0] === "former" ? null : plans[makers[0] ?? "Ada"]);
  if (labels === null || wanted === null || !sameLabels(labels, wanted))
    found(meeting, "U2", `labels beside the plan of ${makers.join(" or ")}`, differences(wanted, labels));
  const winners = winnersOf(meeting);
  if (!makers.some((name) => winners.has(name)))
    found(meeting, "U2", "whose plan", [`${makers.join(" or ")}, where it was to be ${[...winners].join(" or ")}`]);
}

/** The segmentations of a plan as the store gives them back. */
function asStored(plan: Plan): Plan["segmentations"] {
  return readPlan(JSON.stringify(plan)).segmentations;
}

/** Who may have the last word: whose work ended "done", or nobody new. */
function winnersOf({ ends, kind }: Meeting): ReadonlySet<string> {
  const [first, second] = ends.map(isDone);
  const winners = new Set<string>();
  if (first === true && kind !== "owners") winners.add("Ada");
  if (second === true && kind === "run") winners.add("Bob");
  if (second === true && (kind === "finish" || kind === "undo")) winners.add("Ada");
  if (second === true && kind === "undo") winners.add("former");
  return winners.size === 0 ? new Set(["former"]) : winners;
}

/** The labels that a plan gives this workbook; null for those that it has. */
async function labelsOf(world: RunWorld, plan: Plan | null): Promise<Labels | null> {
  const desk = await openDesk(world.bytes, world.client);
  if (plan) await ended(() => runPlan(plan, inThread, ada));
  desk.settle();
  desk.close();
  return labelsIn(desk.book, world.user);
}

async function expectOwner(meeting: Meeting, { segment, before }: { segment: string; before: unknown }): Promise<void> {
  const { panes, ends, kind } = meeting;
  const isBoth = kind === "owners" && ends.every(isDone);
  found(meeting, "U2", "one cell", isBoth ? ["both were told that theirs was saved"] : []);
  const owners = await panes.as(0, () => readOwners(ada.now));
  const now = owners.rows.find(({ id }) => id === segment)?.values.owner ?? "";
  const [ada_, bob_] = [kind === "owners" && isDone(ends[0]), isDone(ends[1])];
  const allowed: unknown[] = [...(ada_ ? ["Ada"] : []), ...(bob_ ? ["Bob"] : [])];
  if (allowed.length === 0) allowed.push(before);
  if (!allowed.includes(now))
    found(meeting, "U1", "owner", [`${String(now)}, where ${allowed.join(" or ")} was saved`]);
}
