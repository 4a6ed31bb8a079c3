import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";

/** Which of the requests of some work are disturbed: from the first on, every so many. */
export interface Sweep {
  readonly first: number;
  readonly step: number;
}

/** Every request. */
export const everyOne: Sweep = { first: 0, step: 1 };

/** `TIERBOOK_ALL=1` disturbs every request in all sweeps, on the way to a release and where writing was changed. */
const isAll = process.env["TIERBOOK_ALL"] === "1";

/**
 * One in so many requests, which ones being another choice with every commit: one commit is tried the same way each
 * time, and few commits try them all.
 *
 * @param name - tells sweeps apart, so that they do not all choose alike
 */
export function inTurn(name: string, step = 4): Sweep {
  return isAll ? everyOne : { first: turn(name, step), step };
}

/** Which of so many comes next for a name. */
export function turn(name: string, of: number): number {
  return createHash("sha256").update(`${commit()} ${name}`).digest().readUInt32BE() % of;
}

/** `TIERBOOK_TURN` repeats what another commit chose. */
function commit(): string {
  const asked = process.env["TIERBOOK_TURN"];
  if (asked !== undefined) return asked;
  try {
    return execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "without a repository";
  }
}

/** Whether the ends that a sweep met are those it must meet: all of them, or where it takes turns only some. */
export function expectEnds(found: readonly string[], wanted: readonly string[], sweep: Sweep): void {
  if (sweep.step === 1) expect(found).toEqual(wanted);
  else expect(wanted).toEqual(expect.arrayContaining([...found]));
}
