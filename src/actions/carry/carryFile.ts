import * as z from "zod/mini";
import type { KeptLabels } from "../../engine/keptLabels";
import type { RunTotals } from "../../engine/runTotals";
import { Failure, failureData } from "../../failure";
import { harmlessJson } from "../../plan/harmlessJson";
import { readPlan } from "../../plan/readPlan";
import type { RegisterEntry } from "../../register/register";
import type { FormerMonth } from "../newMonth/formerMonth";
import { readStored } from "../writing/journal";

/** Bumped whenever an older Tierbook could no longer read the file. */
const carryVersion = 1;

/** The longest file that is read, in characters: labels of some 300,000 clients, twice. */
export const carryTextLimit = 16_000_000;
const carryDepthLimit = 16;
/** Labels are long texts: what is many in a file are the owners, the groups and the sums of months. */
const carryValuesLimit = 200_000;

/** What a month hands on to the next one's workbook. */
export interface Carried extends FormerMonth {
  /** Who answers for what, as people filled it in. */
  readonly register: readonly RegisterEntry[];
  /** The sums at month-ends that later runs are compared with. */
  readonly totals: readonly RunTotals[];
  /** The labels at the last year-end; null where they are those of the run, or nobody knows them. */
  readonly year: { readonly date: string; readonly labels: KeptLabels } | null;
}

/** A month's file as text. Marks stand for keys; no name, id or amount of a client is in it. */
export function carryText({ plan, run, labels, register, totals, year }: Carried): string {
  // A plan goes in as text, so that the one door for plans reads it again.
  const plain = { tierbookCarry: carryVersion, plan: JSON.stringify(plan), run, labels, register, totals, year };
  return JSON.stringify(plain);
}

/** The parts are checked one by one, by what checks them in the store. */
const Envelope = z.strictObject({
  tierbookCarry: z.literal(carryVersion),
  plan: z.string(),
  run: z.unknown(),
  labels: z.unknown(),
  register: z.unknown(),
  totals: z.unknown(),
  year: z.nullable(z.strictObject({ date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)), labels: z.unknown() })),
});

/**
 * Reads a month's file. Its text is untrusted: anyone may have written it.
 *
 * @throws {Failure} `carry-broken` if it is no such file, too large or not sound, saying why; `carry-too-new` for one of a
 *   later version, or with a plan of one
 */
export function readCarry(text: string): Carried {
  try {
    const data = harmlessJson(text, { characters: carryTextLimit, depth: carryDepthLimit, values: carryValuesLimit });
    const version = (data as { readonly tierbookCarry?: unknown } | null)?.tierbookCarry;
    if (typeof version === "number" && version > carryVersion) {
      throw new Failure("carry-too-new", `readCarry requires version ${carryVersion} or lower, got ${version}`);
    }
    const parsed = Envelope.safeParse(data);
    if (!parsed.success) throw broken("no month's file");
    const { plan, run, labels, register, totals, year } = parsed.data;
    const [record] = sound("runs", [run]);
    const yearLabels = year && { date: year.date, labels: sound("labels", year.labels) };
    if (!record) throw broken("run");
    return {
      plan: readPlan(plan),
      run: record,
      labels: sound("labels", labels),
      register: sound("register", register),
      totals: sound("carried", totals),
      year: yearLabels,
    };
  } catch (error) {
    const { code, message } = failureData(error);
    if (code === "carry-too-new" || code === "carry-broken") throw error;
    if (code === "plan-too-new") throw new Failure("carry-too-new", message, { cause: error });
    throw new Failure("carry-broken", message, { cause: error });
  }
}

function sound<Kind extends "runs" | "labels" | "register" | "carried">(
  kind: Kind,
  data: unknown,
): NonNullable<ReturnType<typeof readStored<Kind>>> {
  const found = readStored(kind, JSON.stringify(data) as string | undefined);
  if (found === null) throw broken(kind);
  return found;
}

function broken(what: string): Failure {
  return new Failure("carry-broken", `readCarry requires a sound file: ${what}`);
}
