import { Failure } from "../failure";
import { failureOfOffice, type Session } from "./inExcel";

/** What somebody is writing. */
export type Writing = "run" | "key" | "undo" | "list" | "freeze" | "owners" | "repair" | "finish" | "roll-back";

/** The right to write to the workbook, as it stands in the workbook while somebody has it. */
export interface Lease {
  /** Tells this writing from every other. */
  readonly id: string;
  readonly kind: Writing;
  /** As typed; empty if not stated. */
  readonly by: string;
  /** Moments, ISO 8601 in UTC: when it was taken, and until when it holds if it is not renewed. */
  readonly since: string;
  readonly until: string;
  /** True while the holder waits for the workbook to come to the front, and is slow to answer. */
  readonly waits?: boolean;
}

const prefix = "tierbook-writing:";
/** Set by whoever wants to know whether the holder is there; the holder answers by renewing. */
const askedKey = "tierbook-asked";

/** How long a lease holds without being renewed; longer than the longest answer of Excel that is waited for. */
const term = 120_000;

/** How long a holder has to answer, and how often that is looked at. In milliseconds. */
let quiet = 500;
const every = 30;

/** How long for somebody who waits for the workbook to come to the front, and looks less often. In milliseconds. */
const quietBehind = 6_000;

/** The least looks at that: a slow Excel is slow for both. */
const looks = 12;

/** Changes how long a holder of the lease has to answer. */
export function holdersAnswerWithin(milliseconds: number): void {
  quiet = milliseconds;
}

/** A new lease, which nobody has yet. */
export function newLease(kind: Writing, by: string): Lease {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
  const now = Date.now();
  const until = new Date(now + term).toISOString();
  return { id, kind, by: by.slice(0, 100), since: new Date(now).toISOString(), until };
}

/** Who has the lease: nobody, as a rule; for a moment also those who see that another was first. */
export async function leaseHolders(session: Session): Promise<readonly Lease[]> {
  const all = queueLeases(session);
  await session.sync();
  return leasesIn(all);
}

/**
 * Takes the lease. One request writes it and reads all that there are, and Excel does one request after the other: so
 * exactly one of several finds itself alone.
 *
 * @param from - who had it, and does not answer: their next request fails before it writes anything
 * @returns false where somebody else has it
 */
export async function takeLease(session: Session, lease: Lease, from: readonly Lease[] = []): Promise<boolean> {
  const { settings } = session.workbook;
  for (const { id } of from) settings.getItem(prefix + id).delete();
  settings.add(prefix + lease.id, stored(lease));
  const all = queueLeases(session);
  try {
    await session.sync();
  } catch (error) {
    // Somebody else took it from them first.
    if (from.length > 0 && isMissing(error)) return false;
    throw error;
  }
  if (leasesIn(all).every(({ id }) => id === lease.id)) return true;
  settings.getItemOrNullObject(prefix + lease.id).delete();
  await session.sync();
  return false;
}

/** True if a holder answers who is asked for a sign of life. */
export async function isAnswered(session: Session, holders: readonly Lease[]): Promise<boolean> {
  if (holders.every(({ until }) => Date.parse(until) < Date.now())) return false;
  const before = JSON.stringify(holders);
  const end = Date.now() + (quiet > 0 && holders.some(({ waits }) => waits) ? quietBehind : quiet);
  session.workbook.settings.add(askedKey, new Date().toISOString());
  for (let look = 0; Date.now() < end || (quiet > 0 && look < looks); look++) {
    await new Promise((resolve) => setTimeout(resolve, every));
    if (JSON.stringify(await leaseHolders(session)) !== before) return true;
  }
  session.workbook.settings.getItemOrNullObject(askedKey).delete();
  await session.sync();
  return false;
}

/** A conversation with Excel by whoever has the lease. */
export interface LeasedSession extends Session {
  readonly lease: Lease;
  /** Puts giving the lease back into the batch, which is the last one under it. */
  readonly queueRelease: () => void;
  readonly isReleased: () => boolean;
}

/**
 * A conversation whose every request fails before it writes anything once somebody else has the lease, and which
 * renews it in time.
 */
export function leased(session: Session, lease: Lease): LeasedSession {
  const { settings } = session.workbook;
  const key = prefix + lease.id;
  let [renewed, released, asked, waits, said] = [Date.now(), false, false, false, false];
  const guard = (): void => void settings.getItem(key).load("key");
  guard();
  return {
    ...session,
    lease,
    queueRelease: () => {
      released = true;
      settings.getItem(key).delete();
    },
    isReleased: () => released,
    onBehind: (behind) => {
      waits = behind;
      session.onBehind?.(behind);
    },
    sync: async () => {
      const before = [renewed, said, asked] as const;
      if (!released && (asked || waits !== said || Date.now() - renewed > term / 4)) {
        [renewed, said] = [Date.now(), waits];
        settings.add(key, stored({ ...lease, until: new Date(renewed + term).toISOString(), waits }));
        if (asked) settings.getItemOrNullObject(askedKey).delete();
        asked = false;
      }
      const question = released ? null : settings.getItemOrNullObject(askedKey).load("key");
      try {
        await session.sync();
      } catch (error) {
        // What Excel refuses takes with it what follows in the request.
        [renewed, said, asked] = before;
        const failure = (await isLost(session, key, error)) ? lost() : error;
        // What Excel refused behind another workbook is done again, and giving the lease back is its last step.
        if (failureOfOffice(error, "workbook").code === "workbook-behind") released = false;
        // Whoever tries again does so under the same guard.
        if (!released) guard();
        throw failure;
      }
      asked = question !== null && !question.isNullObject;
      if (!released) guard();
    },
  };
}

function lost(): Failure {
  return new Failure("being-written", "somebody else took the writing over", { detail: { lost: "yes" } });
}

/** True for the failure of a request whose lease somebody else has taken. */
export function isLeaseLost(error: unknown): boolean {
  return error instanceof Failure && error.code === "being-written" && error.detail?.["lost"] === "yes";
}

/** True if a request failed because its lease is gone, and not for anything else that it did not find. */
async function isLost(session: Session, key: string, error: unknown): Promise<boolean> {
  if (!isMissing(error)) return false;
  const own = session.workbook.settings.getItemOrNullObject(key).load("key");
  await session.sync();
  return own.isNullObject;
}

function isMissing(error: unknown): boolean {
  return failureOfOffice(error, "workbook").detail?.["excel"] === "ItemNotFound";
}

function queueLeases(session: Session): Excel.SettingCollection {
  return session.workbook.settings.load("items/key,items/value");
}

function stored({ kind, by, since, until, waits = false }: Lease): object {
  return { kind, by, since, until, ...(waits ? { waits } : {}) };
}

/** What stands in a file is untrusted. */
function leasesIn({ items }: Excel.SettingCollection): readonly Lease[] {
  return items
    .filter(({ key }) => key.startsWith(prefix))
    .map(({ key, value }): Lease => {
      const { kind, by, since, until, waits } = (value ?? {}) as Readonly<Record<string, unknown>>;
      const text = (content: unknown): string => (typeof content === "string" ? content.slice(0, 100) : "");
      return {
        id: key.slice(prefix.length),
        kind: text(kind) as Writing,
        by: text(by),
        since: text(since),
        until: text(until),
        ...(waits === true ? { waits } : {}),
      };
    })
    .sort((a, b) => (a.since < b.since ? -1 : 1));
}
