import { rangeAt } from "./address";
import { deleteColumns } from "./deleteColumns";
import type { Session } from "./inExcel";
import type { ColumnIds } from "./labelColumns";
import { loadKeptWidths, queueWidth } from "./labelLook";
import type { OwnColumn } from "./ownColumns";
import { keptBeside, readStagedColumn, type Staging } from "./staging";
import { readTexts } from "./readTexts";
import { tableFacts, type TableFacts } from "./tableFacts";
import { setFormat } from "./writeCell";

/** A column that a run has added so far. */
interface AddedColumn {
  readonly i: number;
  readonly name: string;
  /** Index within the table; null for what an interruption left beside it. */
  readonly index: number | null;
  /** True for a header that stands there alone, because the table was not widened yet. */
  readonly isHeader: boolean;
  /** On the sheet. */
  readonly column: number;
}

/** Columns that an interrupted run has added so far, by index: those of its names that the table did not have before. */
export function addedIndexes(facts: TableFacts, labels: readonly OwnColumn[], idsBefore: ColumnIds): readonly number[] {
  const known = new Set(idsBefore);
  const names = new Set(labels.filter(({ before }) => before === null).map(({ name }) => name));
  return facts.columns.flatMap(({ id, name }, i) => (!known.has(id) && names.has(name) ? [i] : []));
}

/** The columns that a run added, with what it wrote and what stood there; and the ids of those that somebody else has. */
async function oursAmongAdded(
  session: Session,
  facts: TableFacts,
  staging: Staging,
  labels: readonly OwnColumn[],
  idsBefore: ColumnIds,
): Promise<{
  readonly added: readonly (AddedColumn & { written: readonly string[]; before: readonly string[] })[];
  readonly others: readonly number[];
}> {
  const { rows } = facts.place;
  const others: number[] = [];
  const added: (AddedColumn & { written: readonly string[]; before: readonly string[] })[] = [];
  for (const one of await addedSoFar(session, facts, staging, labels, idsBefore)) {
    const written = await readStagedColumn(session, facts, staging, one.i);
    const [before = []] = await readTexts(session, staging.sheet, keptBeside(session, staging, one.i, rows).place);
    const place = { ...facts.place, row: facts.firstRow, rows: facts.rows, column: one.column, columns: 1 };
    const [now = []] = one.index === null ? [] : await readTexts(session, facts.sheet, place);
    const all = new Set(written);
    // Ours may have been widened into, and not be filled yet.
    const isOurs = 2 * now.filter((text) => text !== "").length <= now.length || now.some((text) => all.has(text));
    if (one.index === null || isOurs) added.push({ ...one, written, before });
    else others.push(facts.columns[one.index]?.id ?? 0);
  }
  return { added, others };
}

/**
 * Takes away the columns that a run added, and gives their cells back what stood there before. What somebody wrote into
 * them since stays where it is: they are copied in the request in which they go, and gone through then. May be repeated.
 *
 * @param sameRows - false if rows came, went or moved since
 * @returns the ids of columns of the same names that somebody else has added: they stay
 */
export async function removeAdded(
  session: Session,
  facts: TableFacts,
  staging: Staging,
  labels: readonly OwnColumn[],
  idsBefore: ColumnIds,
  sameRows: boolean,
): Promise<readonly number[]> {
  const { rows } = facts.place;
  const { added, others } = await oursAmongAdded(session, facts, staging, labels, idsBefore);
  const indexes = added.flatMap(({ index }) => index ?? []);
  const atEnd = indexes.every((index) => index >= facts.columns.length - indexes.length);
  const widths = loadKeptWidths(
    session,
    facts,
    staging,
    added.map(({ i }) => i),
  );
  const standing = session.workbook.tables.getItem(facts.id).columns.load("items/id");
  await session.sync();
  // Somebody has added or deleted one since the table was looked at: what is theirs stays within it.
  if (standing.items.map(({ id }) => id).join() !== facts.columns.map(({ id }) => id).join())
    return removeAdded(session, await tableFacts(session, facts), staging, labels, idsBefore, sameRows);
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  for (const { i, index, column } of added) {
    const cells = rangeAt(sheet, { ...facts.place, column, columns: 1 });
    if (index !== null) keptBeside(session, staging, i, rows, "gone").range.copyFrom(cells, "All");
  }
  // Without any, what an interruption left moved goes back.
  if (!atEnd || indexes.length === 0) await deleteColumns(session, facts, indexes, staging.sheet);
  else {
    const table = session.workbook.tables.getItem(facts.id);
    // Up to the first of ours, wherever it is by then, and however many columns somebody has added meanwhile.
    const first = table.columns.getItem(facts.columns[Math.min(...indexes)]?.id ?? 0).getRange();
    table.resize(table.getRange().getColumn(0).getBoundingRect(first.getOffsetRange(0, -1)));
  }
  const left = facts.place.column + facts.columns.length - indexes.length;
  const freed = added.map(({ column }, k) => (atEnd ? column : left + k));
  added.forEach(({ i, isHeader }, k) => {
    if (isHeader) return;
    const body = { ...facts.place, row: facts.place.row + 1, rows: rows - 1, column: freed[k] ?? left, columns: 1 };
    rangeAt(sheet, body).copyFrom(below(keptBeside(session, staging, i, rows).range, 1, rows - 1), "All");
  });
  await session.sync();
  for (const [k, { i, name, written, before }] of added.entries()) {
    // Right of the table as it stands by then, and asked for anew: what somebody adds to it moves these cells along.
    const freedCell = (row: number): Excel.Range =>
      session.workbook.tables
        .getItem(facts.id)
        .getRange()
        .getLastColumn()
        .getOffsetRange(0, 1 + (freed[k] ?? left) - left)
        .getCell(row, 0);
    const found = freedCell(0).load("values");
    const gone = keptBeside(session, staging, i, rows, "gone");
    const [texts = []] = await readTexts(session, staging.sheet, gone.place);
    if (!["", name].includes(String(found.values[0]?.[0]))) continue;
    for (const row of foreignRows(texts, facts, { written, before, sameRows })) {
      const cell = freedCell(row);
      cell.copyFrom(below(gone.range, row, 1), "All");
      setFormat(cell, "General");
    }
    // Last: by its header what is left of a column is known as ours.
    const header = freedCell(0);
    if (before[0] === name) header.clear();
    else header.copyFrom(below(keptBeside(session, staging, i, rows).range, 0, 1), "All");
    queueWidth(header, widths[k]);
  }
  await session.sync();
  return others;
}

function below(range: Excel.Range, first: number, rows: number): Excel.Range {
  return range.getCell(first, 0).getAbsoluteResizedRange(rows, 1);
}

/** The columns that a run has added, and what is left of those whose removal was interrupted. */
async function addedSoFar(
  session: Session,
  facts: TableFacts,
  staging: Staging,
  labels: readonly OwnColumn[],
  idsBefore: ColumnIds,
): Promise<readonly AddedColumn[]> {
  const indexes = addedIndexes(facts, labels, idsBefore);
  const right = facts.place.column + facts.columns.length;
  const news = labels.flatMap(({ name, before }, i) => (before === null ? [{ name, i }] : []));
  if (news.length === 0) return [];
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  const headers = rangeAt(sheet, { ...facts.place, column: right, rows: 1, columns: news.length }).load("values");
  await session.sync();
  const beside = (headers.values[0] ?? []).map(String);
  const added: AddedColumn[] = [];
  for (const { name, i } of news) {
    const index = indexes.find((at) => facts.columns[at]?.name === name) ?? null;
    const at = beside.indexOf(name);
    if (index === null && at < 0) continue;
    const gone = keptBeside(session, staging, i, facts.place.rows, "gone").range.getCell(0, 0).load("values");
    await session.sync();
    const isHeader = index === null && String(gone.values[0]?.[0]) !== name;
    added.push({ i, name, index, isHeader, column: index === null ? right + at : facts.place.column + index });
  }
  return added;
}

/** Rows of an added column, counted from its header, that held neither what the run wrote nor what stood there before. */
function foreignRows(
  texts: readonly string[],
  facts: TableFacts,
  { written, before, sameRows }: Record<"written" | "before", readonly string[]> & { readonly sameRows: boolean },
): readonly number[] {
  const first = facts.firstRow - facts.place.row;
  const all = new Set(written);
  return texts.flatMap((text, row) => {
    const ours = sameRows ? text === written[row - first] : all.has(text);
    return row < first || text === "" || ours || text === before[row] ? [] : [row];
  });
}
