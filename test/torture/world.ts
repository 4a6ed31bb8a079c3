import { carriedPlan } from "../../src/actions/carry/carriedPlan";
import { readCarry } from "../../src/actions/carry/carryFile";
import { saveCarry } from "../../src/actions/carry/saveCarry";
import { writeChanges } from "../../src/actions/changes/writeChanges";
import { freezeMonth } from "../../src/actions/freeze/freezeMonth";
import { addToHistory } from "../../src/actions/history/addToHistory";
import { runPlan, type RunOptions, type RunResult } from "../../src/actions/runPlan";
import { undoRun } from "../../src/actions/undo/undoRun";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import { profiles, type Client } from "../../src/host/profile";
import type { Plan } from "../../src/plan/plan";
import type { Logged } from "./laws";
import { openDesk, type Desk } from "./desk";
import { dice, type Dice } from "./dice";
import { changedPlan, randomPlan } from "./plans";
import { bodyRows, customersIn, fieldAt, markedSheet } from "./seen";
import { fillWorkbook, roughen, type Customers } from "./workbook";

/** What a world's person is about to do. */
export interface Act {
  readonly name: string;
  readonly log: Logged;
  readonly work: (signal?: AbortSignal) => Promise<unknown>;
}

/** A workbook with a past, and what somebody is about to do to it; all of it follows from the seed. */
export interface World {
  readonly seed: number;
  readonly client: Client;
  readonly bytes: Uint8Array;
  /** The user's columns of the customers' table. */
  readonly user: ReadonlySet<string>;
  readonly act: Act;
  /** What it is made of, for whoever looks at a failure. */
  readonly story: readonly string[];
}

const first = { now: new Date("2026-11-02T09:30:00Z"), person: "Ada" };
const second = { now: new Date("2026-12-01T08:00:00Z"), person: "Grace" };

/** A workbook with a run, of which two people have the pane open. */
export interface RunWorld extends Pick<World, "client" | "bytes" | "user" | "story"> {
  readonly plan: Plan;
  readonly orders: boolean;
  /** How many runs its log has. */
  readonly runs: number;
}

/** Makes the world of a seed for two panes; null where its first run is refused. */
export async function makeRunWorld(seed: number): Promise<RunWorld | null> {
  const draws = dice(seed);
  const client = draws.pick(Object.keys(profiles) as Client[]);
  const desk = await openDesk(null, client);
  const customers = await fillWorkbook(draws);
  const plan = randomPlan(draws, customers);
  const story = [client, plan.segmentations.map(({ method }) => method).join(" and ")];
  if (!(await ran(plan, story))) return null;
  const known = { client, user: new Set(customers.headers), bytes: desk.save(), story };
  return { ...known, plan, orders: customers.orders, runs: 1 };
}

/** Makes the world of a seed. */
export async function makeWorld(seed: number): Promise<World> {
  const draws = dice(seed);
  const client = draws.pick(Object.keys(profiles) as Client[]);
  const desk = await openDesk(null, client);
  const customers = await fillWorkbook(draws);
  const plan = randomPlan(draws, customers);
  const story = [client, plan.segmentations.map(({ method }) => method).join(" and ")];
  const hasRun = draws.chance(0.65) && (await ran(plan, story));
  if (hasRun) workOn(draws, desk, customers, story);
  const { filtered } = await roughen(draws, desk.book, customers);
  const clearFilter = filtered && draws.chance(0.85);
  if (filtered) story.push(clearFilter ? "filtered, may be cleared" : "filtered");
  const made = await chooseAct(draws, { desk, customers, plan, hasRun, client, options: { ...second, clearFilter } });
  story.push(made.act.name);
  return { seed, client, user: new Set(made.customers.headers), bytes: made.desk.save(), act: made.act, story };
}

async function ran(plan: Plan, story: string[]): Promise<boolean> {
  try {
    await runPlan(plan, inThread, first);
    story.push("after a run");
    return true;
  } catch (error) {
    story.push(`after a refusal, ${failureData(error).code}`);
    return false;
  }
}

/** What people do in a workbook between two runs: owners and notes, a label written over, an amount changed. */
function workOn(draws: Dice, { book, host }: Desk, { headers }: Customers, story: string[]): void {
  const owners = markedSheet(book, "owners");
  const register = owners?.tables[0];
  if (owners && register) {
    const put = (row: number, field: Parameters<typeof fieldAt>[1], text: string): void => {
      host.type(owners.id, row, register.area.column + fieldAt(register, field), text);
    };
    for (const row of bodyRows(register)) {
      if (draws.chance(0.6)) put(row, "owner", draws.pick(["Lin", "Wu", "'=SUM(1)", "Zhao"]));
      if (draws.chance(0.3)) put(row, "objective", "Grow");
      if (draws.chance(0.3)) put(row, "target", "1200.5");
    }
    const beside = register.area.column + register.area.columns + 2;
    if (draws.chance(0.3)) host.type(owners.id, register.area.row + 2, beside, "beside the owners");
  }
  const place = customersIn(book);
  if (!place) return;
  const { sheet, table } = place;
  const [row] = bodyRows(table);
  if (row !== undefined && draws.chance(0.3)) {
    host.type(sheet.id, row, table.area.column + table.area.columns - 1, "ask Grace");
    story.push("a label written over");
  }
  // Amounts that are none make the list of those not classified longer, others make it shorter.
  const share = draws.pick([0, 0, 0.3, 0.8]);
  const text = draws.pick(["333", "n/a", "12"], [2, 3, 1]);
  for (const each of bodyRows(table))
    if (draws.chance(share)) host.type(sheet.id, each, table.area.column + headers.indexOf("Amount"), text);
}

interface Start {
  readonly desk: Desk;
  readonly customers: Customers;
  readonly plan: Plan;
  readonly hasRun: boolean;
  readonly client: Client;
  readonly options: RunOptions;
}

const running = (plan: Plan, options: RunOptions): Act["work"] => {
  return (signal) => runPlan(plan, inThread, signal ? { ...options, signal } : options);
};

/** What is done next: mostly a run; without an earlier one, there is nothing else to do. */
async function chooseAct(draws: Dice, start: Start): Promise<{ act: Act; desk: Desk; customers: Customers }> {
  const { plan, options, customers, desk, client } = start;
  const same = { desk, customers };
  if (!start.hasRun) return { ...same, act: { name: "first run", log: "run", work: running(plan, options) } };
  const column = { name: "Name", manager: null, branch: "Region" };
  const asked = (signal?: AbortSignal): { now: Date; person: string; signal?: AbortSignal } => {
    return signal ? { ...second, signal } : second;
  };
  const kinds = ["again", "other", "undo", "freeze", "changes", "history", "carry"] as const;
  switch (draws.pick(kinds, [6, 8, 5, 1, 1, 1, 2])) {
    case "again":
      return { ...same, act: { name: "run again", log: "run", work: running(plan, options) } };
    case "other": {
      const other = changedPlan(draws, plan, customers.orders);
      const name = `run ${other.segmentations.map(({ method }) => method).join(" and ")}`;
      return { ...same, act: { name, log: "run", work: running(other, options) } };
    }
    case "undo":
      return { ...same, act: { name: "undo", log: "undo", work: (signal) => undoRun(asked(signal)) } };
    case "freeze": {
      const work: Act["work"] = (signal) => freezeMonth({ name: null, ...asked(signal) });
      return { ...same, act: { name: "freeze", log: "nothing", work } };
    }
    case "changes": {
      const work: Act["work"] = (signal) => writeChanges({ columns: column, ...asked(signal) });
      return { ...same, act: { name: "list of changes", log: "nothing", work } };
    }
    case "history":
      return { ...same, act: { name: "history", log: "nothing", work: (signal) => addToHistory(asked(signal)) } };
    case "carry": {
      const { text } = await saveCarry();
      const next = await openDesk(null, client);
      const others = await fillWorkbook(draws);
      const carried = readCarry(text);
      const work = running(await carriedPlan(carried), { ...second, carried });
      return { desk: next, customers: others, act: { name: "next month's first run", log: "run", work } };
    }
  }
}

/** The result of an act that was a run; null for others. */
export function runResult(result: unknown): RunResult | null {
  return typeof result === "object" && result !== null && "outcome" in result ? (result as RunResult) : null;
}
