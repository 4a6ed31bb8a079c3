import { failureData, failureFrom, type FailureData } from "../failure";
import type { Plan } from "../plan/plan";
import { readPlan } from "../plan/readPlan";
import { readBackup } from "../workbook/backup";
import type { Session } from "../workbook/inExcel";
import { readEntries, storeSheetName, type Head } from "../workbook/store";
import { planEntry, planRevision } from "./writing/entries";

export interface StoredPlan {
  readonly plan: Plan | null;
  /** Why the stored plan cannot be used: broken, hostile or too new. */
  readonly planProblem: FailureData | null;
  /** True if the plan came from the backup because the stored sheet was gone or damaged. */
  readonly planRestored: boolean;
}

/** The newest sound plan: that of the store, or the second copy where the store's is gone or damaged. */
export async function storedPlan(session: Session, head: Head | null): Promise<StoredPlan> {
  const name = planEntry(head ? planRevision(head) : 0);
  const text = head ? (await readEntries(session, head, [name]))[name] : null;
  if (text) return parsedPlan(text, false);
  const copy = await readBackup(session);
  if (copy !== null) return parsedPlan(copy, true);
  const lost = head !== null && Object.hasOwn(head.entries, name);
  const planProblem: FailureData | null = lost
    ? { code: "plan-broken", message: "stored plan does not fit its check sum", subject: storeSheetName }
    : null;
  return { plan: null, planProblem, planRestored: false };
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
    return { plan: readPlan(text), planProblem: null, planRestored: restored };
  } catch (error) {
    return { plan: null, planProblem: failureData(error), planRestored: false };
  }
}
