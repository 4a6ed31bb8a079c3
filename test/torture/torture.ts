import { answerWithin } from "../../src/workbook/inExcel";
import { allDeeds } from "./deeds";
import type { Strike } from "./desk";
import { dice, type Dice } from "./dice";
import type { Breach } from "./laws";
import { meetInPanes } from "./panes";
import { die, meetColleague, meetErrors, openTrial, type Trial } from "./trial";
import { makeRunWorld, makeWorld } from "./world";

/** What became of one world. */
export interface Tortured {
  readonly seed: number;
  readonly story: readonly string[];
  readonly breaches: readonly Breach[];
}

/** How to see one world again. */
export const reproduction = (seed: number): string => `npm run torture -- --world ${seed}`;

/** A world that was broken: how to see it again, what it was made of, and where which law was broken. */
export function told({ seed, story, breaches }: Tortured): string {
  const laws = breaches.map(({ law, what, found }) => `  ${law} ${what}\n    ${found.join("\n    ")}`);
  return [`${reproduction(seed)}   # ${story.join("; ")}`, ...laws].join("\n");
}

/** Makes the world of a seed, disturbs it, and tells which laws were broken. */
export async function tortured(seed: number): Promise<Tortured> {
  try {
    return await disturbedWorld(seed);
  } catch (error) {
    const thrown = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { seed, story: [], breaches: [{ law: "U6", what: "the trial itself stopped", found: [thrown] }] };
  }
}

async function disturbedWorld(seed: number): Promise<Tortured> {
  answerWithin(600_000);
  const draws = dice(seed ^ 0x5bd1e995);
  const shared = draws.chance(0.12) ? await makeRunWorld(seed) : null;
  if (shared) {
    const story = [...shared.story];
    const breaches = await meetInPanes(shared, draws, story);
    return { seed, story, breaches };
  }
  const world = await makeWorld(seed);
  const trial = await openTrial(world, draws);
  await disturbed(trial);
  return { seed, story: [...world.story, ...trial.events], breaches: trial.breaches };
}

const codes = ["GeneralException", "AccessDenied", "InvalidOperation", "ServiceNotAvailable", "RequestAborted"];
/** As many requests as most acts make, and as many of them that change something. */
const most = { requests: 105, changes: 26 };

function strike(draws: Dice, then: Strike["then"], later = 0): Strike {
  const among = draws.pick(["changes", "requests"] as const, [3, 1]);
  const when = draws.pick(["before", "half", "after"] as const);
  return { at: draws.int(0, most[among]) + later, among, when, then, code: draws.pick(codes) };
}

const kinds = [
  "nothing",
  "error",
  "two errors",
  "cancel",
  "death",
  "deaths",
  "colleague",
  "colleague and error",
] as const;
const weights = [2, 3, 2, 1, 3, 2, 6, 3, 3];

async function disturbed(trial: Trial): Promise<void> {
  const { draws, events } = trial;
  const kind = draws.pick([...kinds, "death and colleague"] as const, weights);
  events.push(kind);
  const error = (): Strike => strike(draws, "error");
  const death = (): Strike => strike(draws, "death");
  switch (kind) {
    case "nothing":
      await trial.undisturbed();
      return;
    case "error":
      return meetErrors(trial, [error()], null);
    case "two errors":
      return meetErrors(trial, [error(), strike(draws, "error", draws.int(0, 12))], null);
    case "cancel":
      return meetErrors(trial, [], draws.int(0, most.requests));
    case "death":
      return die(trial, death(), []);
    case "deaths":
      return die(trial, death(), draws.chance(0.5) ? [death(), error()] : [death()]);
    default: {
      const deed = draws.pick(allDeeds(draws));
      events.push(deed.name);
      const at = draws.int(0, most.requests - 10);
      return meetColleague(trial, {
        deed,
        at,
        error: kind === "colleague and error" ? { ...error(), among: "requests", at: at + draws.int(1, 30) } : null,
        death: kind === "death and colleague" ? death() : null,
      });
    }
  }
}
