import { Failure } from "../../failure";
import type { Session } from "../../workbook/inExcel";
import {
  isAnswered,
  leased,
  leaseHolders,
  newLease,
  takeLease,
  type Lease,
  type LeasedSession,
  type Writing,
} from "../../workbook/lease";
import type { Store } from "../../workbook/store";

/** Writings that are over in a moment, and are waited for; and how long at the most. In milliseconds. */
const brief: readonly Writing[] = ["owners", "repair"];
const longestWait = 10_000;

/** How long a run waits for somebody who ends it in its place. */
const longestEnding = 30_000;

/**
 * Does some writing under the workbook's lease, so that no other pane and no colleague writes at the same time, and
 * gives it back. A holder who does not answer has died on the way, and is taken over from.
 *
 * @throws {Failure} `being-written`, with who writes what since when
 */
export async function underLease<T>(
  session: Session,
  kind: Writing,
  by: string,
  work: (held: LeasedSession) => Promise<T>,
): Promise<T> {
  return whileHeld(await heldBy(session, newLease(kind, by)), work);
}

/** Takes a lease, or refuses. */
export async function heldBy(session: Session, lease: Lease, patience = longestWait): Promise<LeasedSession> {
  const end = Date.now() + patience;
  for (;;) {
    // The first request of a writing changes nothing.
    const holders = await leaseHolders(session);
    const [first] = holders;
    if (!first) {
      if (await takeLease(session, lease)) return leased(session, lease);
      // Two that see one another at the same time both step back, and neither may wait as long as the other.
      await new Promise((resolve) => setTimeout(resolve, 50 + 150 * Math.random()));
    } else if (!(await isAnswered(session, holders))) {
      if (await takeLease(session, lease, holders)) return leased(session, lease);
    } else if (patience <= longestWait && !brief.includes(first.kind)) throw beingWritten(first);
    if (Date.now() > end) throw beingWritten(first);
  }
}

/** Goes on under a lease that somebody may have taken over meanwhile; then waits until they are done. */
export async function heldAgain(session: Session, lease: Lease): Promise<LeasedSession> {
  const holders = await leaseHolders(session);
  if (holders.some(({ id }) => id === lease.id)) return leased(session, lease);
  return heldBy(session, newLease(lease.kind, lease.by), longestEnding);
}

/** Gives a lease back after some work, unless the work's last request has done so. */
export async function whileHeld<T>(held: LeasedSession, work: (held: LeasedSession) => Promise<T>): Promise<T> {
  try {
    const done = await work(held);
    await release(held);
    return done;
  } catch (error) {
    // An Excel that is silent once would be waited for once more.
    if (!(error instanceof Failure && error.code === "no-answer")) await release(held);
    throw error;
  }
}

/** Whoever cannot give it back any more does not answer either. */
async function release(held: LeasedSession): Promise<void> {
  if (held.isReleased()) return;
  try {
    held.queueRelease();
    await held.sync();
  } catch {
    // What stopped the work is told.
  }
}

/** @throws {Failure} `being-written` while somebody runs, undoes or lists; `run-unfinished` where that was interrupted */
export async function requireNoRun(
  session: Session,
  { halfMade, head }: Pick<Store, "halfMade" | "head">,
): Promise<void> {
  if (!halfMade && !head?.run) return;
  const holders = await leaseHolders(session);
  if (holders[0] && (await isAnswered(session, holders))) throw beingWritten(holders[0]);
  throw new Failure("run-unfinished", "an earlier run is unfinished");
}

function beingWritten(holder: Lease | undefined): Failure {
  const { kind = "run", by = "", since = "" } = holder ?? {};
  return new Failure("being-written", `workbook is being written: ${kind} since ${since}`, {
    detail: { kind, by, since },
  });
}
