import { Failure } from "../failure";
import { rangeAt } from "./address";
import type { Session } from "./inExcel";
import { bytesPerSlice, inSlices } from "./inSlices";
import { loadKeptWidths, queueWidth } from "./labelLook";
import { formatOf, sentContent, type OwnColumn } from "./ownColumns";
import { keptCells, stagedLabels, type Staging } from "./staging";
import type { TableFacts } from "./tableFacts";
import { setFormat, writeText } from "./writeCell";

/** The columns a table had before a run. */
export type ColumnIds = readonly number[];

/** Names of columns as Excel makes them up, in its languages that matter here. */
const madeUpName = /^(Column|列)\d+$/;

/**
 * Index within the table of each label column: those that exist by id and name, new ones where they will be added.
 *
 * @throws {Failure} `table-changed` if a column of ours is gone
 */
export function targetsBefore(facts: TableFacts, labels: readonly OwnColumn[]): readonly number[] {
  let next = facts.columns.length;
  return labels.map(({ before }) => (before === null ? next++ : indexOfId(facts, before.id)));
}

function indexOfId(facts: TableFacts, id: number): number {
  const index = facts.columns.findIndex((column) => column.id === id);
  if (index < 0) throw new Failure("table-changed", `column ${id} is gone`, { subject: facts.name });
  return index;
}

/**
 * Copies the staged labels into the table: added columns first, then each column with one copy. May be repeated.
 *
 * Columns are added by widening the table over empty cells, so that nothing beside it moves.
 *
 * @returns the index within the table of each label column
 */
export async function commitLabels(
  session: Session,
  facts: TableFacts,
  staging: Staging,
  labels: readonly OwnColumn[],
  idsBefore: ColumnIds,
): Promise<readonly number[]> {
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  const table = session.workbook.tables.getItem(facts.id);
  const { targets, width } = targetsNow(facts, labels, idsBefore);
  session.context.application.suspendApiCalculationUntilNextSync();
  if (width > facts.columns.length) table.resize(rangeAt(sheet, { ...facts.place, columns: width }));
  labels.forEach((label, i) => {
    const target = targets[i] as number;
    if (facts.columns[target]?.name === label.name) return;
    const header = sheet.getRangeByIndexes(facts.place.row, facts.place.column + target, 1, 1);
    writeText(header, [label.name]);
  });
  labels.forEach(({ measure }, i) => {
    const column = facts.place.column + (targets[i] as number);
    const body = sheet.getRangeByIndexes(facts.firstRow, column, facts.rows, 1);
    setFormat(body, formatOf(measure));
    body.copyFrom(stagedLabels(session, facts, staging, i), "Values");
  });
  await session.sync();
  return targets;
}

/** Finds the label columns of a run that may have been interrupted while adding them. */
function targetsNow(
  facts: TableFacts,
  labels: readonly OwnColumn[],
  idsBefore: ColumnIds,
): { readonly targets: readonly number[]; readonly width: number } {
  const known = new Set(idsBefore);
  let next = idsBefore.length;
  const targets = labels.map((label) => {
    if (label.before !== null) return indexOfId(facts, label.before.id);
    const ours = facts.columns.findIndex((column) => column.name === label.name && !known.has(column.id));
    if (ours >= 0) next = Math.max(next, ours + 1);
    return ours >= 0 ? ours : next++;
  });
  const foreign = facts.columns.some(
    (column, i) => !known.has(column.id) && !madeUpName.test(column.name) && !targets.includes(i),
  );
  const gone = idsBefore.some((id) => !facts.columns.some((column) => column.id === id));
  const clash = targets.some((target, i) => {
    const column = facts.columns[target];
    return column !== undefined && labels[i]?.before === null && known.has(column.id);
  });
  if (gone || clash || (foreign && next > facts.columns.length)) {
    throw new Failure("table-changed", `columns of table ${facts.name} changed during the run`, {
      subject: facts.name,
    });
  }
  return { targets, width: Math.max(facts.columns.length, next) };
}

/** Columns that an interrupted run has added so far, by index. */
export function addedColumns(facts: TableFacts, labels: readonly OwnColumn[], idsBefore: ColumnIds): readonly number[] {
  const known = new Set(idsBefore);
  const names = new Set(labels.filter(({ before }) => before === null).map(({ name }) => name));
  return facts.columns.flatMap((column, i) =>
    !known.has(column.id) && (names.has(column.name) || madeUpName.test(column.name)) ? [i] : [],
  );
}

/**
 * Takes away the columns that a run added, and gives their cells back what stood there before. May be repeated.
 *
 * @param sameRows - false if rows came or went since: then the cells are cleared, for their former contents (none,
 *   or formats) no longer stand beside the right rows
 */
export async function removeAdded(
  session: Session,
  facts: TableFacts,
  staging: Staging,
  labels: readonly OwnColumn[],
  idsBefore: ColumnIds,
  sameRows: boolean,
): Promise<void> {
  const added = addedColumns(facts, labels, idsBefore);
  const atEnd =
    added.every((index) => index >= idsBefore.length) && facts.columns.length === idsBefore.length + added.length;
  const table = session.workbook.tables.getItem(facts.id);
  if (!atEnd) {
    for (const index of [...added].reverse()) table.columns.getItemAt(index).delete();
    return session.sync();
  }
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  const width = idsBefore.length;
  const news = labels.flatMap((label, i) => (label.before === null ? [{ label, i }] : []));
  if (news.length === 0) return;
  const first = facts.place.column + width;
  const widths = loadKeptWidths(
    session,
    facts,
    staging,
    news.map(({ i }) => i),
  );
  const headers = sheet.getRangeByIndexes(facts.place.row, first, 1, news.length).load("values");
  await session.sync();
  if (added.length > 0) table.resize(rangeAt(sheet, { ...facts.place, columns: width }));
  news.forEach(({ label, i }, offset) => {
    // A cell beside the table that does not carry our header is not ours, or has been put back already.
    const header = String(headers.values[0]?.[offset]);
    if (offset >= added.length && header !== label.name && !madeUpName.test(header)) return;
    const cells = rangeAt(sheet, { ...facts.place, column: first + offset, columns: 1 });
    if (sameRows) cells.copyFrom(keptCells(session, facts, staging, i, "table"), "All");
    else cells.clear();
    queueWidth(cells, widths[offset]);
  });
  await session.sync();
}

/** Puts the giving back of former cells to a column that existed before into the batch. */
export function queueRestore(
  session: Session,
  facts: TableFacts,
  staging: Staging,
  labels: readonly OwnColumn[],
): void {
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  labels.forEach(({ before }, i) => {
    if (before === null) return;
    const column = facts.place.column + indexOfId(facts, before.id);
    sheet
      .getRangeByIndexes(facts.firstRow, column, facts.rows, 1)
      .copyFrom(keptCells(session, facts, staging, i, "customers"), "All");
    queueName(sheet, facts, column, before.name);
  });
}

/** Gives former contents back one by one, where rows no longer stand as they did. */
export async function restoreContents(
  session: Session,
  facts: TableFacts,
  { before, measure }: Pick<OwnColumn, "measure"> & { readonly before: NonNullable<OwnColumn["before"]> },
  contents: readonly string[],
): Promise<void> {
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  const column = facts.place.column + indexOfId(facts, before.id);
  const body = sheet.getRangeByIndexes(facts.firstRow, column, facts.rows, 1);
  setFormat(body, "General");
  await inSlices(facts.rows, bytesPerSlice / 40, async (start, count) => {
    sheet.getRangeByIndexes(facts.firstRow + start, column, count, 1).values = contents
      .slice(start, start + count)
      .map((text) => [sentContent(measure, text)]);
    await session.sync();
    return count * 40;
  });
  setFormat(body, formatOf(measure));
  queueName(sheet, facts, column, before.name);
}

function queueName(sheet: Excel.Worksheet, facts: TableFacts, column: number, name: string): void {
  if (facts.columns[column - facts.place.column]?.name === name) return;
  writeText(sheet.getRangeByIndexes(facts.place.row, column, 1, 1), [name]);
}
