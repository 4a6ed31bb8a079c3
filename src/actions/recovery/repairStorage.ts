import { Failure } from "../../failure";
import { inExcel, type Session } from "../../workbook/inExcel";
import { openStore, queueHead, queueSweep, type Head } from "../../workbook/store";
import { sha256 } from "../../workbook/sha256";
import { entryNames } from "../writing/entries";
import { requireNoRun, underLease } from "../writing/underLease";
import { backUpUnlessNewer } from "./backUp";
import { openStored } from "./openStored";
import { keepOthers } from "./otherPlans";

/**
 * Writes the directory as it was made again, and the second copy anew. One cell makes it count. Also what going on with
 * a workbook under another name takes.
 *
 * @throws {Failure} `run-unfinished`, `workbook-read-only`, `plan-too-new`; `no-plan` where nothing is left to write
 */
export function repairStorage(): Promise<void> {
  return repairing(async (session) => {
    const { head, file } = await writable(session);
    queueHead(session, { ...(await keepOthers(session, head)), file });
    await session.sync();
    await backUpUnlessNewer(session);
  });
}

/**
 * Makes a copied workbook one of its own: it keeps its settings, its owners and its sheets, and forgets the runs of the
 * workbook that it was copied from.
 *
 * @param now - the moment, which tells the new history from the old one
 * @throws {Failure} as `repairStorage`
 */
export function beginHistory(now: Date): Promise<void> {
  return repairing(async (session) => {
    const { head, file } = await writable(session);
    const kept: readonly string[] = [entryNames.own, entryNames.docs, entryNames.register];
    const entries = Object.entries(head.entries).filter(([name]) => kept.includes(name) || name.startsWith("plan:"));
    const id = (await sha256(`${head.id ?? ""} ${file} ${now.toISOString()}`)).slice(0, 16);
    const next: Head = { ...head, entries: Object.fromEntries(entries), id, file };
    queueHead(session, next);
    queueSweep(session, head, next);
    await session.sync();
    await backUpUnlessNewer(session);
  });
}

function repairing(work: (session: Session) => Promise<void>): Promise<void> {
  return inExcel("workbook", (session) => underLease(session, "repair", "", work));
}

async function writable(session: Session): Promise<{ readonly head: Head; readonly file: string }> {
  session.workbook.load("readOnly");
  const { halfMade } = await openStore(session);
  if (session.workbook.readOnly) throw new Failure("workbook-read-only", "workbook is open read-only");
  const { head, file } = await openStored(session);
  await requireNoRun(session, { halfMade, head });
  if (head === null) throw new Failure("no-plan", "repairing requires a store");
  return { head, file };
}
