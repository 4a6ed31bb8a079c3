import { type FailureData, failureData } from "../../failure";
import type { Plan } from "../../plan/plan";
import { inExcel } from "../../workbook/inExcel";
import { findSheets } from "../../workbook/ownSheets";
import { addToHistory, type HistoryAsked } from "./addToHistory";

/** What became of a run in the history of customers. */
export interface HistoryKept {
  readonly sheet: string;
  /** Why it was not added; null if it was. The run is complete either way. */
  readonly failure: FailureData | null;
}

/**
 * Adds a run that has just been written to the history table where one stands, unless its plan says otherwise. Fails
 * never: the run is complete, and the history is a writing of its own.
 *
 * @returns null where there is nothing to add to
 */
export async function keepHistory(plan: Plan, asked: HistoryAsked): Promise<HistoryKept | null> {
  if (plan.history === "on-request") return null;
  let sheet: string | undefined;
  try {
    sheet = await inExcel("workbook", async (session) => {
      return (await findSheets(session)).find(({ mark }) => mark === "history")?.name;
    });
    if (sheet === undefined) return null;
    const added = await addToHistory({ ...asked, onlyStanding: true });
    return added === null ? null : { sheet: added, failure: null };
  } catch (error) {
    return { sheet: sheet ?? "", failure: failureData(error) };
  }
}
