import type { Plan } from "../../plan/plan";
import type { Pane } from "../state/usePane";
import type { MonthFacts } from "./monthSteps";

type MonthPane = Pick<
  Pane,
  "tableId" | "inspection" | "plan" | "preview" | "workbook" | "outOfDate" | "run" | "owners" | "edited"
>;

/** What the workbook and the pane say about the month. What is not known yet counts as not done. */
export function monthFacts(pane: MonthPane): MonthFacts {
  const { inspection, plan, preview, run, owners, workbook } = pane;
  const { sheet = null, ownerless = 0 } = owners.loaded.value ?? {};
  const last = [...(workbook.value?.runs ?? [])].reverse().find(({ status }) => status === "complete");
  return {
    table: inspection.value !== null,
    odd: inspection.value?.problems.length ?? 0,
    ready: plan !== null && preview.value !== null,
    written: last !== undefined && isWritten(pane),
    looking: run.state.kind === "asking",
    writing: run.state.kind === "running",
    ownerless: sheet === null ? null : ownerless,
    frozen: (last?.frozen?.length ?? 0) > 0,
  };
}

/** True if the labels in the workbook are those of these data and of these settings. */
function isWritten({ tableId, plan, workbook, outOfDate, edited }: MonthPane): boolean {
  const state = workbook.value;
  if (state === null || state.unfinished !== null || state.plan === null || plan === null) return false;
  if (state.plan.table.id !== tableId || edited) return false;
  return outOfDate === null && settingsOf(plan) === settingsOf(state.plan);
}

/** All that decides labels, however its parts are ordered. */
function settingsOf({ table: _, ...settings }: Plan): string {
  return JSON.stringify(settings, (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
