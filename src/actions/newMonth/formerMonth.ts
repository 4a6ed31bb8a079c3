import type { KeptLabels } from "../../engine/keptLabels";
import type { Plan } from "../../plan/plan";
import type { Session } from "../../workbook/inExcel";
import { readEntries, type Head } from "../../workbook/store";
import type { RunRecord } from "../readState";
import { storedPlan } from "../storedPlan";
import { entryNames } from "../writing/entries";
import { readStored } from "../writing/journal";

/** The last complete run as a new month begins with it: what it went by, and the labels that it wrote. */
export interface FormerMonth {
  readonly run: RunRecord;
  readonly plan: Plan;
  readonly labels: KeptLabels;
}

/** @returns null where there is no complete run, or its labels are not remembered */
export async function formerMonth(session: Session, head: Head | null): Promise<FormerMonth | null> {
  if (!head) return null;
  const texts = await readEntries(session, head, [entryNames.runs, entryNames.labels]);
  const runs = readStored("runs", texts[entryNames.runs]) ?? [];
  const run = [...runs].reverse().find(({ status }) => status === "complete");
  const labels = readStored("labels", texts[entryNames.labels]);
  const { plan } = await storedPlan(session, head);
  return run && labels && plan ? { run, plan, labels } : null;
}
