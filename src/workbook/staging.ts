import { Failure } from "../failure";
import { gridRows, rangeAt, type Place } from "./address";
import type { Session } from "./inExcel";
import { bytesPerSlice, cellBytes, inSlices, rowBytes } from "./inSlices";
import { queueOwnSheet, stagingMark } from "./ownSheets";
import { sentContent, type OwnColumn } from "./ownColumns";
import { writeText } from "./writeCell";
import type { TableFacts } from "./tableFacts";
import { readTexts } from "./readTexts";

/**
 * The staging sheet, hidden, stands row by row beside the table: its first row beside the header. It holds the keys,
 * then the new labels, then for each label column what stood in its place before, formats included.
 */
export interface Staging {
  readonly sheet: string;
  readonly labelColumns: number;
}

const keysColumn = 0;
const newColumn = (label: number): number => 1 + label;
const beforeColumn = (staging: Staging, label: number): number => 1 + staging.labelColumns + label;

/**
 * Where what stood beside the table is kept once columns of ours take its place: so far right and down that relative
 * references of formulas there stay within the grid, on the way here and back.
 */
const firstBeside = { row: 5_000, column: 2_000 };

/** Columns from those that are kept of what stood there to those of what stands there when the added ones go. */
const columnsToGone = 500;

/**
 * What stood in the place of an added column, or what it held when it went: as many rows as the table has, from its
 * header.
 */
export function keptBeside(
  session: Session,
  staging: Staging,
  label: number,
  rows: number,
  what: "before" | "gone" = "before",
): { readonly range: Excel.Range; readonly place: Place } {
  const row = Math.min(firstBeside.row, gridRows - rows);
  const column = firstBeside.column + label + (what === "gone" ? columnsToGone : 0);
  const place = { row, column, rows, columns: 1 };
  return { range: rangeAt(session.workbook.worksheets.getItem(staging.sheet), place), place };
}

/** Puts the making of the staging sheet into the batch. */
export function queueStagingSheet(session: Session, staging: Staging): void {
  queueOwnSheet(session, stagingMark, staging.sheet).visibility = "Hidden";
}

/** Copies the keys, and what the label columns that there are hold now, to the staging sheet. */
export async function keepBefore(
  session: Session,
  facts: TableFacts,
  staging: Staging,
  keyColumn: number,
  targets: readonly (number | null)[],
): Promise<void> {
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  const kept = session.workbook.worksheets.getItem(staging.sheet);
  const whole = { row: facts.place.row, rows: facts.place.rows, columns: 1 };
  const column = (index: number): Excel.Range => kept.getRangeByIndexes(0, index, facts.place.rows, 1);
  column(keysColumn).copyFrom(rangeAt(sheet, { ...whole, column: keyColumn }), "Formats");
  column(keysColumn).copyFrom(rangeAt(sheet, { ...whole, column: keyColumn }), "Values");
  targets.forEach((target, label) => {
    if (target === null) return;
    column(beforeColumn(staging, label)).copyFrom(rangeAt(sheet, { ...whole, column: target }), "All");
  });
  await session.sync();
}

/**
 * Writes labels and measures to the staging sheet, in slices.
 *
 * @param columns - the columns of ours
 * @param labels - per column one text per customer; of a number what Excel gives back as its content
 */
export async function writeStaging(
  session: Session,
  facts: TableFacts,
  staging: Staging,
  columns: readonly Pick<OwnColumn, "name" | "measure">[],
  labels: readonly (readonly string[])[],
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const kept = session.workbook.worksheets.getItem(staging.sheet);
  const first = facts.firstRow - facts.place.row;
  const sent = labels.map((texts, i) => sentContents(columns[i]?.measure, texts));
  const width = labels.length;
  if (width === 0) return;
  const bytesPerRow = averageBytes(sent);
  if (first > 0)
    writeText(
      rangeAt(kept, { row: 0, column: newColumn(0), rows: 1, columns: width }),
      columns.map(({ name }) => name),
    );
  await inSlices(facts.rows, bytesPerSlice / bytesPerRow, async (start, count) => {
    const cells = Array.from({ length: count }, (_, i) => sent.map((column) => column[start + i] ?? ""));
    session.context.application.suspendApiCalculationUntilNextSync();
    rangeAt(kept, { row: first + start, column: newColumn(0), rows: count, columns: width }).values = cells;
    await session.sync();
    onProgress?.(start + count, facts.rows);
    return count * bytesPerRow;
  });
}

/** Labels are few and rows many: each different content is made once. */
function sentContents(measure: OwnColumn["measure"], texts: readonly string[]): readonly (string | number)[] {
  const made = new Map<string, string | number>();
  return texts.map((text) => {
    let content = made.get(text);
    if (content === undefined) made.set(text, (content = sentContent(measure, text)));
    return content;
  });
}

function averageBytes(contents: readonly (readonly (string | number)[])[]): number {
  const sample = contents.flatMap((column) => column.slice(0, 1000));
  const bytes = sample.reduce((sum: number, content) => sum + cellBytes(content), 0);
  return rowBytes + Math.ceil((bytes * contents.length) / Math.max(1, sample.length));
}

/** The new labels as the staging sheet holds them. */
export function readStaged(
  session: Session,
  facts: TableFacts,
  staging: Staging,
): Promise<readonly (readonly string[])[]> {
  const place = {
    row: facts.firstRow - facts.place.row,
    column: newColumn(0),
    rows: facts.rows,
    columns: staging.labelColumns,
  };
  if (place.columns === 0) return Promise.resolve([]);
  return readTexts(session, staging.sheet, place);
}

/** The new labels of one column as the staging sheet holds them. */
export async function readStagedColumn(
  session: Session,
  facts: TableFacts,
  staging: Staging,
  label: number,
): Promise<readonly string[]> {
  const place = { row: facts.firstRow - facts.place.row, column: newColumn(label), rows: facts.rows, columns: 1 };
  return (await readTexts(session, staging.sheet, place))[0] ?? [];
}

/** Keys as kept beside the staged labels, and the contents that one label column had before. */
export async function readKept(
  session: Session,
  facts: TableFacts,
  staging: Staging,
  label: number,
  rows: number,
): Promise<{ readonly keys: readonly string[]; readonly contents: readonly string[] }> {
  const row = facts.firstRow - facts.place.row;
  const [keys = []] = await readTexts(session, staging.sheet, { row, column: keysColumn, rows, columns: 1 });
  return { keys, contents: await readFormer(session, facts, staging, label, rows) };
}

/** The contents that one label column had before. */
export async function readFormer(
  session: Session,
  facts: TableFacts,
  staging: Staging,
  label: number,
  rows: number,
): Promise<readonly string[]> {
  const row = facts.firstRow - facts.place.row;
  const column = beforeColumn(staging, label);
  const [contents = []] = await readTexts(session, staging.sheet, { row, column, rows, columns: 1 });
  return contents;
}

/** Headers of the columns that a staging sheet keeps, when nobody knows any more of which run it is. */
export async function stagedNames(session: Session, name: string): Promise<readonly string[]> {
  const place = { row: 0, column: newColumn(0), rows: 1, columns: firstBeside.column - newColumn(0) };
  const used = rangeAt(session.workbook.worksheets.getItem(name), place).getUsedRangeOrNullObject(true).load("values");
  await session.sync();
  const headers = used.isNullObject ? [] : (used.values[0] ?? []).map(String);
  return [...new Set(headers)].filter((header) => header !== "");
}

/** Where the new labels of one label column stand, customers only. */
export function stagedLabels(session: Session, facts: TableFacts, staging: Staging, label: number): Excel.Range {
  return session.workbook.worksheets
    .getItem(staging.sheet)
    .getRangeByIndexes(facts.firstRow - facts.place.row, newColumn(label), facts.rows, 1);
}

/** Where the former cells of one label column stand: all rows of the table, or its customers only. */
export function keptCells(
  session: Session,
  facts: TableFacts,
  staging: Staging,
  label: number,
  what: "table" | "customers",
): Excel.Range {
  const customers = what === "customers";
  return session.workbook.worksheets
    .getItem(staging.sheet)
    .getRangeByIndexes(
      customers ? facts.firstRow - facts.place.row : 0,
      beforeColumn(staging, label),
      customers ? facts.rows : facts.place.rows,
      1,
    );
}

/**
 * @throws {Failure} naming the first cell, if Excel holds other labels than those that were sent: `table-changed` for the
 *   table, into which people write as well, `unexpected` for the staging sheet
 */
export function requireSame(
  what: "staging" | "table",
  expected: readonly (readonly string[])[],
  found: readonly (readonly string[])[],
  nameOf: (row: number, column: number) => string,
): void {
  expected.forEach((labels, column) => {
    const held = found[column] ?? [];
    const row = labels.findIndex((label, i) => held[i] !== label);
    if (row < 0 && held.length === labels.length) return;
    const subject = nameOf(Math.max(0, row), column);
    const code = what === "table" ? "table-changed" : "unexpected";
    throw new Failure(code, `${what}: ${subject} holds other text than was written`, { subject });
  });
}
