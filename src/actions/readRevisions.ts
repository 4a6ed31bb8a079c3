import { planDifference, type PlanChange } from "../plan/planDifference";
import type { Plan } from "../plan/plan";
import { readPlan } from "../plan/readPlan";
import { inExcel } from "../workbook/inExcel";
import { readEntries } from "../workbook/store";
import { openStored } from "./recovery/openStored";
import { otherPlans } from "./recovery/otherPlans";
import type { RunRecord } from "./readState";
import { newestPlan } from "./storedPlan";
import { entryNames, planEntry, planRevisions } from "./writing/entries";
import { readStored } from "./writing/journal";

/** One revision of the settings that the workbook keeps. */
export interface PlanRevision {
  readonly revision: number;
  /** True for one that somebody saved at the same time as another and a merge left behind: it has no number of its own. */
  readonly other?: true;
  /** When it was saved, ISO 8601 in UTC, and by whom; null where the run log no longer says. */
  readonly saved: { readonly at: string; readonly person: string } | null;
  /** Null where its text is damaged or not to be read. */
  readonly plan: Plan | null;
  /** What it says otherwise than the one before it that is kept, or than the one in use; null for the oldest. */
  readonly changes: readonly PlanChange[] | null;
}

/** The settings that the workbook keeps, the newest first. Reads only. */
export function readRevisions(): Promise<readonly PlanRevision[]> {
  return inExcel("workbook", async (session) => {
    const { head } = await openStored(session);
    if (!head) return [];
    const revisions = planRevisions(head);
    const texts = await readEntries(session, head, [...revisions.map(planEntry), entryNames.runs]);
    const runs = readStored("runs", texts[entryNames.runs]) ?? [];
    const plans = revisions.map((revision) => planOrNull(texts[planEntry(revision)]));
    // The plan in use is nobody else's, even where only the second copy has it.
    const used = await newestPlan(session, head);
    const unused = (await otherPlans(session, head)).filter(({ kept, text }) => kept !== null || text !== used?.text);
    const others = unused.map(({ text, saved }, i): PlanRevision => {
      const plan = planOrNull(text);
      const changes = plan && plans[0] ? planDifference(plans[0], plan) : null;
      return { revision: -1 - i, other: true, saved, plan, changes };
    });
    const listed = revisions.map((revision, i): PlanRevision => {
      const plan = plans[i] ?? null;
      const before = plans.slice(i + 1).find((one) => one !== null) ?? null;
      const changes = plan && before ? planDifference(before, plan) : null;
      return { revision, saved: savedBy(runs, revision), plan, changes };
    });
    return [...listed.slice(0, 1), ...others, ...listed.slice(1)];
  });
}

function planOrNull(text: string | null | undefined): Plan | null {
  try {
    return text == null ? null : readPlan(text);
  } catch {
    return null;
  }
}

function savedBy(runs: readonly RunRecord[], revision: number): PlanRevision["saved"] {
  const run = runs.find(({ plan }) => plan === revision);
  return run ? { at: run.at, person: run.person } : null;
}
