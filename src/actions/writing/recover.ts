import { Failure, failureData, type FailureCode } from "../../failure";
import { sheetWords } from "../../text/sheetWords";
import { inExcel } from "../../workbook/inExcel";
import type { Lease } from "../../workbook/lease";
import { queueText } from "../../workbook/writeCell";
import type { Telling } from "../progress";
import type { PreparedRun } from "./prepareRun";
import { docOf } from "./prepareRun";
import { putBack } from "./putBack";
import type { KnownRun } from "./runTexts";
import { statePlace, stateSheet } from "./stateCell";
import { heldAgain, whileHeld } from "./underLease";

/** Something that failed once, such as a busy Excel, may work the next time. */
const attempts = 3;

/** Failures after which nothing more can be done: no answer of Excel's, or somebody else who ends the run. */
const ends: readonly FailureCode[] = ["no-answer", "being-written"];

/**
 * Ends a run that met a failure on the way: puts the workbook back, unless the run had been completed before the
 * failure was told.
 *
 * @throws {Failure} what stopped the run, once the workbook is as it was before: `cancelled`, or `rolled-back` with
 *   the cause in `detail`; `no-answer` at once, because nothing can be done; `being-written` where somebody else has
 *   taken it over and is not done; `rollback-failed` if it is not as before
 */
export async function recover(
  known: KnownRun,
  lease: Lease,
  cause: Failure,
  { tell, onBehind }: Telling,
): Promise<void> {
  if (cause.code === "no-answer") throw cause;
  const { run } = known;
  const subject = run.facts.name;
  let last: unknown = cause;
  for (let attempt = 0; attempt < attempts; attempt++) {
    tell({ stage: "rolling-back", done: attempt, total: attempts });
    try {
      const { ended } = await inExcel(
        subject,
        async (session) => whileHeld(await heldAgain(session, lease), (held) => putBack(held, known)),
        { onBehind },
      );
      if (ended === "complete") return;
      throw rolledBack(cause);
    } catch (error) {
      if (error instanceof Failure && (ends.includes(error.code) || error.detail?.["state"] === "old")) throw error;
      last = error;
    }
  }
  await sayIncomplete(run);
  const columns = run.journal.labels.map(({ name }) => name);
  throw new Failure("rollback-failed", failureData(last).message, {
    subject: columns.join(", "),
    detail: { columns, sheets: run.journal.sheets.map(({ name }) => name), reason: cause.code, message: cause.message },
    cause: last,
  });
}

/** The failure of what left the workbook as it was before. */
export function rolledBack(cause: Failure): Failure {
  const where = cause.subject === undefined ? {} : { subject: cause.subject };
  const detail = { ...cause.detail, state: "old", reason: cause.code, message: cause.message };
  const code = cause.code === "cancelled" ? "cancelled" : "rolled-back";
  return new Failure(code, cause.message, { ...where, detail, cause });
}

/** The last thing that can be done for whoever opens the workbook next; it may fail like everything before it. */
async function sayIncomplete({ journal, plan, docs }: PreparedRun): Promise<void> {
  const sheet = journal.sheets.find(({ id }) => id === stateSheet);
  const doc = docOf(docs, stateSheet);
  const place = doc && statePlace(doc);
  if (!sheet || !place || !plan) return;
  const columns = journal.labels.map(({ name }) => name).join(", ");
  const text = sheetWords(plan.sheetLanguage).tierbook.incomplete(new Date(journal.record.at), columns);
  try {
    await inExcel(sheet.name, async (session) => {
      queueText(session, sheet.name, place, text);
      await session.sync();
    });
  } catch {
    // The failure that follows says the same to the person who is there.
  }
}
