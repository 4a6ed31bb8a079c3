import { Failure } from "../../failure";
import type { Column } from "../../table/customerTable";
import { dropColumns } from "../../workbook/dropColumns";
import type { Session } from "../../workbook/inExcel";
import { keyMarks } from "../../workbook/keyMarks";
import { addedIndexes } from "../../workbook/addedColumns";
import { restoreContents } from "../../workbook/labelColumns";
import { readColumns } from "../../workbook/readColumns";
import { readTexts } from "../../workbook/readTexts";
import { tableFacts, type TableFacts } from "../../workbook/tableFacts";
import { factsOrNull } from "./factsOrNull";
import type { Journal, Undo } from "./journal";
import { undoneText } from "./undoCodes";
import { markIndex } from "./writtenLabel";

/**
 * Puts labels back where somebody deleted the staging sheet of an unfinished run: from what the store keeps for undoing
 * it. Only the looks of the label columns are lost with that sheet. May be interrupted and repeated.
 *
 * @param undo - null where the run kept nothing of the kind
 * @throws {Failure} `rollback-failed`, naming the columns, if their former labels are kept nowhere
 */
export async function restoreFromStore(session: Session, journal: Journal, undo: Undo | null): Promise<void> {
  const existed = journal.labels.some(({ before }) => before !== null);
  if (existed && undo === null) {
    const columns = journal.labels.map(({ name }) => name);
    throw new Failure("rollback-failed", "staging sheet is gone", { subject: journal.staging, detail: { columns } });
  }
  const found = await factsOrNull(session, journal);
  if (!found) return;
  const widthOf = (name: string): number | null =>
    undo?.labels[journal.labels.findIndex((label) => label.name === name)]?.width ?? null;
  const added = addedIndexes(found, journal.labels, journal.idsBefore).flatMap((index) => found.columns[index] ?? []);
  await dropColumns(
    session,
    found,
    added.map(({ id, name }) => ({ id, name, width: widthOf(name) })),
    null,
  );
  await requireNoneAdded(session, journal, []);
  if (undo === null) return;
  const facts = await tableFacts(session, journal.table);
  const [keys] = await readColumns(session, facts, [journal.keyColumn]);
  const marks = await keyMarks(keys as Column);
  const changed = markIndex(undo.keys);
  for (const [i, { before, measure }] of journal.labels.entries()) {
    const former = undo.labels[i];
    const index = facts.columns.findIndex(({ id }) => id === before?.id);
    if (before === null || !former || index < 0) continue;
    const place = { row: facts.firstRow, column: facts.place.column + index, rows: facts.rows, columns: 1 };
    const [now = []] = await readTexts(session, facts.sheet, place);
    const wanted = now.map((text, row) => undoneText(former, changed.get(marks[row] ?? "")) ?? text);
    await restoreContents(session, facts, { before, measure }, wanted);
    await session.sync();
    await requireRestored(session, facts, before, wanted);
  }
}

/** @throws {Failure} `rollback-failed` if a label column does not hold what it held before, row by row */
export async function requireRestored(
  session: Session,
  facts: TableFacts,
  { id, name }: { readonly id: number; readonly name: string },
  wanted: readonly string[],
): Promise<void> {
  const column = facts.place.column + facts.columns.findIndex((candidate) => candidate.id === id);
  const place = { row: facts.firstRow, column, rows: facts.rows, columns: 1 };
  const [found = []] = await readTexts(session, facts.sheet, place);
  if (wanted.every((text, row) => found[row] === text)) return;
  throw new Failure("rollback-failed", `column ${name} does not hold its former labels`, { subject: name });
}

/**
 * @param others - ids of columns of the same names that somebody else has added meanwhile
 * @throws {Failure} `rollback-failed` if a column that the run added is still there
 */
export async function requireNoneAdded(session: Session, journal: Journal, others: readonly number[]): Promise<void> {
  const kept = [...journal.idsBefore, ...others];
  const { name, columns } = await tableFacts(session, journal.table);
  const ours = columns.filter((column) => journal.labels.some((label) => label.name === column.name));
  if (ours.some(({ id }) => !kept.includes(id)))
    throw new Failure("rollback-failed", "added columns are still there", { subject: name });
}
