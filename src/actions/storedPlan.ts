import { failureData, failureFrom, fetchedPart, type FailureData } from "../failure";
import type { Plan } from "../plan/plan";
import { readPlan } from "../plan/readPlan";
import { readBackups, readPointer } from "../workbook/backup";
import type { Session } from "../workbook/inExcel";
import { findSheets, ownSheet } from "../workbook/ownSheets";
import { readEntries, storeSheetName, type Head } from "../workbook/store";
import type { RebuiltPlan } from "./recovery/rebuiltPlan";
import { planEntry, planRevision, planRevisions } from "./writing/entries";

export interface StoredPlan {
  readonly plan: Plan | null;
  /** Why the stored plan cannot be used: broken, hostile or too new. */
  readonly planProblem: FailureData | null;
  /** True if the plan is not the one that the store names as its newest: that is gone or damaged, or older. */
  readonly planRestored: boolean;
  /** The plan where it was made again from the Policy sheet, because no copy of it is left; else null. */
  readonly rebuilt: RebuiltPlan | null;
}

/** A sound text of a plan, and where it was found. */
export interface FoundPlan {
  readonly text: string;
  readonly revision: number;
  readonly from: "store" | "earlier" | "backup";
}

/**
 * The newest sound plan: that of the store, or where the store's is gone, damaged or older, the best that is left; where
 * no copy is left, what the Policy sheet says.
 */
export async function storedPlan(session: Session, head: Head | null): Promise<StoredPlan> {
  const found = await newestPlan(session, head);
  if (found) return parsedPlan(found.text, found.from !== "store");
  const lost = head !== null && planRevision(head) > 0;
  const rebuilt = lost || head === null ? await planOfSheets(session) : null;
  if (rebuilt?.plan) return { plan: rebuilt.plan, planProblem: null, planRestored: false, rebuilt };
  const planProblem: FailureData | null = lost
    ? { code: "plan-broken", message: "stored plan does not fit its check sum", subject: storeSheetName }
    : null;
  return { plan: null, planProblem, planRestored: false, rebuilt: null };
}

/** What the Policy sheet says; null where there is none. The code for it is fetched only then. */
export async function planOfSheets(session: Session): Promise<RebuiltPlan | null> {
  const sheet = ownSheet(await findSheets(session), "policy", undefined);
  if (sheet === null) return null;
  const { rebuiltPlan } = await fetchedPart(
    "rebuilt",
    () => import(/* webpackChunkName: "rebuilt" */ "./recovery/rebuiltPlan"),
  );
  return rebuiltPlan(session, sheet);
}

/** The highest revision whose text is whole, wherever it stands; the store's own where both say the same. */
export async function newestPlan(session: Session, head: Head | null): Promise<FoundPlan | null> {
  const revision = head ? planRevision(head) : 0;
  const text = head && revision > 0 ? await planText(session, head, revision) : null;
  const own: FoundPlan | null = text === null ? null : { text, revision, from: "store" };
  // The pointer says whether it is worth reading the second copy.
  const pointer = await readPointer(session);
  if (own && (pointer === null || pointer.revision <= revision)) return own;
  const copy = (await readBackups(session)).find(({ plan }) => plan !== null);
  const backup: FoundPlan | null =
    copy?.plan == null ? null : { text: copy.plan, revision: copy.revision, from: "backup" };
  const best = own ?? (head && (await earlierPlan(session, head, revision)));
  if (best && (backup === null || best.revision > backup.revision)) return best;
  return own && backup?.revision === revision ? own : backup;
}

/** The newest whole revision below one. */
async function earlierPlan(session: Session, head: Head, below: number): Promise<FoundPlan | null> {
  for (const revision of planRevisions(head)) {
    if (revision >= below) continue;
    const text = await planText(session, head, revision);
    if (text !== null) return { text, revision, from: "earlier" };
  }
  return null;
}

/** The text of one revision as it was stored; null if it is missing or damaged. */
export async function planText(session: Session, head: Head, revision: number): Promise<string | null> {
  const name = planEntry(revision);
  return (await readEntries(session, head, [name]))[name] ?? null;
}

/**
 * The stored plan before another takes its place; null where there is none that can be read.
 *
 * @throws {Failure} `plan-too-new`: what a newer Tierbook saved would be lost
 */
export async function replaceablePlan(session: Session, head: Head | null): Promise<Plan | null> {
  const { plan, planProblem } = await storedPlan(session, head);
  if (planProblem?.code === "plan-too-new") throw failureFrom(planProblem);
  return plan;
}

function parsedPlan(text: string, restored: boolean): StoredPlan {
  try {
    return { plan: readPlan(text), planProblem: null, planRestored: restored, rebuilt: null };
  } catch (error) {
    return { plan: null, planProblem: failureData(error), planRestored: false, rebuilt: null };
  }
}
