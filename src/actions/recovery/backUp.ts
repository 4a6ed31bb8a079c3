import { Failure } from "../../failure";
import { clearBackup, writeBackup } from "../../workbook/backup";
import type { Session } from "../../workbook/inExcel";
import { readEntries } from "../../workbook/store";
import { newestPlan } from "../storedPlan";
import { entryNames, planEntry, planRevision } from "../writing/entries";
import { openStored } from "./openStored";

/**
 * Keeps the second copy of the newest plan, of what people filled in on the Owners sheet and of what is Tierbook's own.
 * What was saved is saved without it, so nothing that goes wrong here undoes it.
 */
export async function backUp(session: Session): Promise<void> {
  try {
    const { head } = await openStored(session);
    const revision = head ? planRevision(head) : 0;
    const { own, register } = entryNames;
    const texts = head ? await readEntries(session, head, [planEntry(revision), own, register]) : {};
    const plan = texts[planEntry(revision)];
    const others = { own: texts[own] ?? null, register: texts[register] ?? null };
    if (plan) await writeBackup(session, { plan, revision, ...others }, head?.id);
    else if (head && revision === 0) await clearBackup(session);
  } catch (error) {
    if (error instanceof Failure && error.code === "no-answer") throw error;
  }
}

/** The same for whoever did not save a plan: a second copy of a newer one than the store's stays. */
export async function backUpUnlessNewer(session: Session): Promise<void> {
  const { head } = await openStored(session);
  if ((await newestPlan(session, head))?.from !== "backup") await backUp(session);
}
