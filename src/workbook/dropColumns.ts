import { rangeAt } from "./address";
import { deleteColumns, tearsBeside } from "./deleteColumns";
import type { Session } from "./inExcel";
import { loadWidth, queueWidth, type Width } from "./labelLook";
import type { TableFacts } from "./tableFacts";

/** A column that goes, and what the sheet's column has for a width from then on: points, or null for its own. */
export interface DroppedColumn {
  readonly id: number;
  readonly name: string;
  readonly width?: number | null | undefined;
}

/**
 * Takes columns of ours out of a table. May be repeated.
 *
 * Columns at the table's right end go by narrowing the table, others by Excel's own deletion of a table's column, which
 * moves the columns on their right. Nothing beside the table moves. Where Excel would refuse such a deletion, the column
 * stays.
 *
 * @param stagingSheet - as for `deleteColumns`
 */
export async function dropColumns(
  session: Session,
  facts: TableFacts,
  dropped: readonly DroppedColumn[],
  stagingSheet: string | null,
): Promise<void> {
  const ids = new Set(dropped.map(({ id }) => id));
  const kept = facts.columns.map(({ id }) => !ids.has(id)).lastIndexOf(true) + 1;
  if (kept === 0) return;
  const table = session.workbook.tables.getItem(facts.id);
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  const all = facts.columns.slice(0, kept).flatMap(({ id }, index) => (ids.has(id) ? [index] : []));
  const within = all.length > 0 && (await tearsBeside(session, facts)) ? [] : all;
  const first = within[0];
  const widths = first === undefined ? [] : await columnWidths(session, facts, first, kept);
  await deleteColumns(session, facts, within, stagingSheet);
  // Excel moves the cells and leaves the widths where they are.
  widths
    .filter((_, i) => !within.includes((first ?? 0) + i))
    .forEach((width, i) => {
      queueWidth(rangeAt(sheet, { ...facts.place, column: facts.place.column + (first ?? 0) + i, columns: 1 }), width);
    });
  await clearLeftovers(session, facts, dropped, kept);
  if (kept < facts.columns.length) {
    const width = facts.columns.length - kept;
    const tail = facts.columns.slice(kept);
    const left = facts.place.column + kept - within.length;
    table.resize(rangeAt(sheet, { ...facts.place, columns: kept - within.length }));
    rangeAt(sheet, { ...facts.place, column: left, columns: width }).clear();
    tail.forEach(({ id }, i) => {
      queueFreedWidth(sheet, facts, left + i, dropped.find((column) => column.id === id)?.width);
    });
  }
  await session.sync();
}

/** How wide some of a table's columns are, by their index. */
async function columnWidths(
  session: Session,
  { sheet, place }: TableFacts,
  first: number,
  end: number,
): Promise<readonly Width[]> {
  const cells = session.workbook.worksheets.getItem(sheet);
  const widths = Array.from({ length: end - first }, (_, i) =>
    loadWidth(rangeAt(cells, { ...place, column: place.column + first + i, rows: 1, columns: 1 })),
  );
  await session.sync();
  return widths;
}

/** Cells that an interruption left beside the table: it was narrowed, and they still carry the former header. */
async function clearLeftovers(
  session: Session,
  facts: TableFacts,
  dropped: readonly DroppedColumn[],
  kept: number,
): Promise<void> {
  const gone = dropped.filter(({ id }) => facts.columns.every((column) => column.id !== id));
  if (gone.length === 0 || kept < facts.columns.length) return session.sync();
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  const right = facts.place.column + facts.columns.length;
  const headers = rangeAt(sheet, { row: facts.place.row, column: right, rows: 1, columns: gone.length }).load("values");
  await session.sync();
  gone.forEach(({ name, width }, i) => {
    if (String(headers.values[0]?.[i]) !== name) return;
    rangeAt(sheet, { ...facts.place, column: right + i, columns: 1 }).clear();
    queueFreedWidth(sheet, facts, right + i, width);
  });
}

function queueFreedWidth(
  sheet: Excel.Worksheet,
  { place }: TableFacts,
  column: number,
  width: number | null | undefined,
): void {
  if (width === undefined) return;
  const { format } = rangeAt(sheet, { ...place, column, rows: 1, columns: 1 }).getEntireColumn();
  if (width === null) format.useStandardWidth = true;
  else format.columnWidth = width;
}
