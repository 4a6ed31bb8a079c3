import { Failure } from "../failure";
import { cellName, rangeAt } from "./address";
import type { Session } from "./inExcel";
import { bytesPerSlice, inSlices } from "./inSlices";
import { formatOf, sentContent, type OwnColumn } from "./ownColumns";
import { keptBeside, keptCells, stagedLabels, type Staging } from "./staging";
import { readTexts } from "./readTexts";
import type { TableFacts } from "./tableFacts";
import { setFormat, writeText } from "./writeCell";

/** The columns a table had before a run. */
export type ColumnIds = readonly number[];

/**
 * Index within the table of each label column that exists; null for one that will be added.
 *
 * @throws {Failure} `table-changed` if a column of ours is gone
 */
export function targetsBefore(facts: TableFacts, labels: readonly OwnColumn[]): readonly (number | null)[] {
  return labels.map(({ before }) => (before === null ? null : indexOfId(facts, before.id)));
}

function indexOfId(facts: TableFacts, id: number): number {
  const index = facts.columns.findIndex((column) => column.id === id);
  if (index < 0) throw new Failure("table-changed", `column ${id} is gone`, { subject: facts.name });
  return index;
}

/** A column that a run adds, and where it stands in the list of its columns. */
interface NewColumn {
  readonly label: OwnColumn;
  readonly i: number;
}

/** Ids of the label columns as the table has them; null for one that is still to be added. */
function standingIds(
  facts: TableFacts,
  labels: readonly OwnColumn[],
  idsBefore: ColumnIds,
): readonly (number | null)[] {
  const known = new Set(idsBefore);
  return labels.map(({ name, before }) => {
    if (before !== null) return facts.columns[indexOfId(facts, before.id)]?.id ?? null;
    return facts.columns.find((column) => column.name === name && !known.has(column.id))?.id ?? null;
  });
}

/**
 * Looks, with the next request, at the cells beside the table that new columns of a run will take.
 *
 * @returns what refuses, after that request, if something stands there by now; where Excel refused the request for its
 *   size, it looks by one of its own
 */
export function queueSpace(
  session: Session,
  facts: TableFacts,
  labels: readonly OwnColumn[],
  idsBefore: ColumnIds,
): () => Promise<void> {
  const ids = standingIds(facts, labels, idsBefore);
  const missing = labels.filter((_, i) => ids[i] === null);
  if (missing.length === 0) return () => Promise.resolve();
  const place = { ...facts.place, column: facts.place.column + facts.place.columns, columns: missing.length };
  const queue = (): Excel.Range =>
    rangeAt(session.workbook.worksheets.getItem(facts.sheet), place)
      .getUsedRangeOrNullObject(true)
      .load("values,rowIndex,columnIndex");
  let used = queue();
  return async () => {
    if (!isAnswered(used)) {
      used = queue();
      await session.sync();
    }
    // A header of ours may stand there, where a run was stopped before it widened the table.
    const own = missing.map(({ name }) => name);
    requireNothing(used, facts.sheet, (content, row) => row === place.row && own.includes(content));
  };
}

/** Office.js throws for what no answer has brought. */
function isAnswered(range: Excel.Range): boolean {
  try {
    return typeof range.isNullObject === "boolean";
  } catch {
    return false;
  }
}

/**
 * Refuses, naming the cell, if somebody wrote where a column of ours goes.
 *
 * @param used - the used cells of some place, loaded
 * @param moved - how far from there it stands on the sheet
 */
function requireNothing(
  used: Excel.Range,
  sheet: string,
  isOurs: (content: string, row: number) => boolean,
  moved = { row: 0, column: 0 },
): void {
  if (used.isNullObject) return;
  (used.values as readonly (readonly unknown[])[]).forEach((cells, i) => {
    cells.forEach((cell, k) => {
      const [row, column] = [used.rowIndex + i + moved.row, used.columnIndex + k + moved.column];
      if (cell === "" || isOurs(String(cell), row)) return;
      const subject = cellName(sheet, row, column);
      throw new Failure("cells-in-the-way", `cell ${subject} is not empty`, { subject });
    });
  });
}

/**
 * Copies the staged labels into the table: added columns first, then each column with one copy. May be repeated.
 *
 * Columns are added by widening the table over empty cells, so that nothing beside it moves. All places are told by the
 * table itself as it stands when the request is carried out, for somebody may have moved it, or added a column, since it
 * was looked at. What stands in the cells that are taken is kept on the staging sheet, in the same request.
 *
 * @param texts - per label column the label of each customer
 * @throws {Failure} `cells-in-the-way`, once it is done, if there was something: it is kept, and putting the run back
 *   puts it back
 */
export async function commitLabels(
  session: Session,
  facts: TableFacts,
  staging: Staging,
  labels: readonly OwnColumn[],
  idsBefore: ColumnIds,
  texts: readonly (readonly string[])[],
): Promise<void> {
  const table = session.workbook.tables.getItem(facts.id);
  const ids = standingIds(facts, labels, idsBefore);
  for (const [i, id] of ids.entries()) {
    if (id !== null && labels[i]?.before === null) await requireOwn(session, facts, id, texts[i] ?? []);
  }
  const missing = labels.flatMap((label, i): NewColumn[] => (ids[i] === null ? [{ label, i }] : []));
  requireKnownColumns(facts, ids, idsBefore, missing.length > 0);
  session.context.application.suspendApiCalculationUntilNextSync();
  const claimed = queueAdded(session, facts, staging, missing);
  const beside = labels.flatMap((label, i) => {
    if (label.before !== null) return [];
    const { range, place } = keptBeside(session, staging, i, facts.place.rows);
    return [{ label, place, used: range.getUsedRangeOrNullObject(true).load("values,rowIndex,columnIndex") }];
  });
  labels.forEach((label, i) => {
    const id = ids[i] ?? null;
    const added = claimed.get(i);
    if (id !== null) queueName(table, facts, id, label.name);
    const body = id === null ? added : table.columns.getItem(id).getDataBodyRange().getCell(0, 0);
    const cells = body?.getAbsoluteResizedRange(facts.rows, 1);
    if (!cells) return;
    setFormat(cells, formatOf(label.measure));
    cells.copyFrom(stagedLabels(session, facts, staging, i), "Values");
  });
  await session.sync();
  beside.forEach(({ label, place, used }, k) => {
    const moved = {
      row: facts.place.row - place.row,
      column: facts.place.column + idsBefore.length + k - place.column,
    };
    requireNothing(used, facts.sheet, (content, row) => row === facts.place.row && content === label.name, moved);
  });
}

/** Refuses where a column of a new one's name holds what the run did not write: it is somebody else's, or they write in it. */
async function requireOwn(session: Session, facts: TableFacts, id: number, wanted: readonly string[]): Promise<void> {
  const column = facts.place.column + facts.columns.findIndex((candidate) => candidate.id === id);
  const place = { row: facts.firstRow, column, rows: facts.rows, columns: 1 };
  const [found = []] = await readTexts(session, facts.sheet, place);
  const row = found.findIndex((text, i) => text !== "" && text !== wanted[i]);
  if (row < 0) return;
  const subject = cellName(facts.sheet, facts.firstRow + row, column);
  throw new Failure("cells-in-the-way", `cell ${subject} holds what the run did not write`, { subject });
}

/** Puts new columns into the batch. Returns the first cell of each for a customer. */
function queueAdded(
  session: Session,
  facts: TableFacts,
  staging: Staging,
  missing: readonly NewColumn[],
): ReadonlyMap<number, Excel.Range> {
  const table = session.workbook.tables.getItem(facts.id);
  if (missing.length === 0) return new Map();
  const wide = table.getRange().getResizedRange(0, missing.length);
  const claimed = missing.map(({ label, i }, k) => {
    const cells = table
      .getRange()
      .getLastColumn()
      .getOffsetRange(0, k + 1);
    keptBeside(session, staging, i, facts.place.rows).range.copyFrom(cells, "All");
    return { label, i, header: cells.getCell(0, 0), first: cells.getCell(facts.firstRow - facts.place.row, 0) };
  });
  // Before the table takes them: a column is ours by its header from the moment on in which it is one.
  for (const { label, header } of claimed) writeText(header, [label.name]);
  table.resize(wide);
  return new Map(claimed.map(({ i, first }) => [i, first]));
}

/** @throws {Failure} `table-changed` if columns went, or others came where new ones of ours are to stand */
function requireKnownColumns(
  facts: TableFacts,
  ids: readonly (number | null)[],
  idsBefore: ColumnIds,
  adds: boolean,
): void {
  const gone = idsBefore.some((id) => !facts.columns.some((column) => column.id === id));
  const foreign = facts.columns.find(({ id }) => !idsBefore.includes(id) && !ids.includes(id));
  if (!gone && !(foreign && adds)) return;
  const subject = foreign?.name ?? facts.name;
  throw new Failure("table-changed", `columns of table ${facts.name} changed during the run`, { subject });
}

/** Puts the giving back of former cells to a column that existed before into the batch. */
export function queueRestore(
  session: Session,
  facts: TableFacts,
  staging: Staging,
  labels: readonly OwnColumn[],
): void {
  labels.forEach(({ before }, i) => {
    if (before === null) return;
    customersOf(session, facts, before.id).copyFrom(keptCells(session, facts, staging, i, "customers"), "All");
    queueName(session.workbook.tables.getItem(facts.id), facts, before.id, before.name);
  });
}

/** Cells of a column, wherever it stands by the time the request is carried out. */
function customersOf(session: Session, facts: TableFacts, id: number, first = 0, rows = facts.rows): Excel.Range {
  indexOfId(facts, id);
  const body = session.workbook.tables.getItem(facts.id).columns.getItem(id).getDataBodyRange();
  return body.getCell(first, 0).getAbsoluteResizedRange(rows, 1);
}

/** Gives former contents back one by one, where rows no longer stand as they did. */
export async function restoreContents(
  session: Session,
  facts: TableFacts,
  { before, measure }: Pick<OwnColumn, "measure"> & { readonly before: NonNullable<OwnColumn["before"]> },
  contents: readonly string[],
): Promise<void> {
  const body = customersOf(session, facts, before.id);
  setFormat(body, "General");
  await inSlices(facts.rows, bytesPerSlice / 40, async (start, count) => {
    customersOf(session, facts, before.id, start, count).values = contents
      .slice(start, start + count)
      .map((text) => [sentContent(measure, text)]);
    await session.sync();
    return count * 40;
  });
  setFormat(body, formatOf(measure));
  queueName(session.workbook.tables.getItem(facts.id), facts, before.id, before.name);
}

function queueName(table: Excel.Table, facts: TableFacts, id: number, name: string): void {
  if (facts.columns.find((column) => column.id === id)?.name === name) return;
  writeText(table.columns.getItem(id).getHeaderRowRange(), [name]);
}
