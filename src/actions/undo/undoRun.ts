import { inExcel } from "../../workbook/inExcel";
import { tellingBehind, type ActionOptions } from "../progress";
import { preparing, writeOrPutBack } from "../writing/writeOrPutBack";
import { backUp } from "../recovery/backUp";
import { prepareUndo, type UndoOffer } from "./prepareUndo";

export interface UndoOptions extends ActionOptions {
  /** The moment of the undoing, for the run log. */
  readonly now: Date;
  /** Who undoes it, as typed; empty if not stated. */
  readonly person: string;
}

/**
 * Says what undoing the last run would do, without doing it.
 *
 * @throws {Failure} `nothing-to-undo` and whatever would refuse the undoing itself
 */
export function lookAtUndo({ now, person, signal }: UndoOptions): Promise<UndoOffer> {
  return inExcel("workbook", async (session) => (await prepareUndo(session, now, person)).offer, { signal });
}

/**
 * Undoes the last run: labels by key, sheets, settings and moves are those of the run before. What people filled in or
 * changed since stays. Written like a run: all of it, or nothing.
 *
 * @returns what was done
 * @throws {Failure} a refusal before anything is written; else as `runPlan`
 */
export async function undoRun(options: UndoOptions): Promise<UndoOffer> {
  const { now, person } = options;
  const telling = tellingBehind(options);
  telling.tell({ stage: "checking", done: 0, total: 1 });
  const { run, offer } = await preparing(() =>
    inExcel("workbook", (session) => prepareUndo(session, now, person), telling),
  );
  await writeOrPutBack(run, options);
  await inExcel(run.facts.name, backUp);
  return offer;
}
