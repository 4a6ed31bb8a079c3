import { Failure } from "../../failure";
import type { Session } from "../../workbook/inExcel";
import { inFront } from "../../workbook/inFront";
import { dropIfEmpty, findSheets, queueOwnSheet, type FoundSheet } from "../../workbook/ownSheets";
import { keyColumnOf } from "../../workbook/peoplesTables";
import type { Journal } from "./journal";
import { docOf } from "./prepareRun";
import { sheetNow, type StagedRun } from "./stagedRun";

/** The sheets that there are once those of a run that are missing are made, in one request, and the ids of these. */
export async function madeSheets(
  session: Session,
  journal: Journal,
  docs: StagedRun["docs"],
): Promise<{ readonly found: readonly FoundSheet[]; readonly anew: ReadonlySet<string> }> {
  const found = await findSheets(session);
  const missing = journal.sheets.filter((sheet) => sheetNow(found, sheet) === null && docOf(docs, sheet.id) !== null);
  for (const { id, name, existed } of missing) {
    const fills = docOf(docs, id)?.blocks.some((block) => block.kind === "table" && keyColumnOf(block) >= 0);
    // What people had filled in went with the sheet: the next run makes it again from its copy.
    if (existed && fills) throw new Failure("table-changed", `sheet ${name} is gone`, { subject: name });
  }
  const anew = new Set(missing.map(({ id }) => id));
  if (missing.length === 0) return { found, anew };
  await inFront(session, async () => {
    for (const { id, name } of missing) {
      if (found.some((other) => other.name === name)) await dropIfEmpty(session, name);
      queueOwnSheet(session, id, name);
    }
    await session.sync();
  });
  const made = missing.map(({ id, name }) => ({ name, visible: true, protected: false, mark: id, byName: false }));
  return { found: [...found.filter(({ name }) => made.every((sheet) => sheet.name !== name)), ...made], anew };
}
