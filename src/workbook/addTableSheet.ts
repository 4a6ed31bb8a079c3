import { addressOf, rangeAt, type Place } from "./address";
import { pointsOf } from "./cellFormats";
import type { Session } from "./inExcel";
import { bytesPerSlice, cellBytes, inSlices, rowBytes } from "./inSlices";
import { freeSheetName } from "./ownSheets";
import { literalText } from "./safeText";

/** A table for a sheet of its own: no report of Tierbook's, but the user's from then on. */
export interface NewTableSheet {
  /** The wanted names; a name that is taken gets a number. */
  readonly sheet: string;
  readonly table: string;
  /** Lines above the table, the first one large. */
  readonly above: readonly string[];
  readonly columns: readonly {
    readonly header: string;
    readonly numberFormat?: string;
    /** In characters. */
    readonly width?: number;
  }[];
  /** Null is an empty cell. Text is kept as text whatever it looks like. */
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** What was added, as the workbook names it. */
export interface AddedTable {
  readonly id: string;
  readonly table: string;
  readonly sheet: string;
}

/**
 * Adds a sheet with one table and shows it. All or nothing: the sheet that an error leaves half made is taken away
 * again.
 *
 * @param tell - hears how many rows are written
 */
export async function addTableSheet(
  session: Session,
  wanted: NewTableSheet,
  tell: (done: number) => void = () => undefined,
): Promise<AddedTable> {
  const { workbook } = session;
  const sheets = workbook.worksheets.load("items/name");
  await session.sync();
  const name = freeSheetName(
    wanted.sheet,
    sheets.items.map((sheet) => sheet.name),
  );
  try {
    const sheet = workbook.worksheets.add(name);
    await session.sync();
    return await fill(session, sheet, wanted, tell);
  } catch (error) {
    const made = workbook.worksheets.getItemOrNullObject(name);
    made.delete();
    await session.sync();
    throw error;
  }
}

async function fill(
  session: Session,
  sheet: Excel.Worksheet,
  { table: tableName, above, columns, rows }: NewTableSheet,
  tell: (done: number) => void,
): Promise<AddedTable> {
  const top = above.length === 0 ? 0 : above.length + 1;
  const place: Place = { row: top, column: 0, rows: rows.length + 1, columns: columns.length };
  above.forEach((line, row) => {
    const range = rangeAt(sheet, { row, column: 0, rows: 1, columns: 1 });
    range.values = [[literalText(line)]];
    if (row === 0) range.format.font.set({ bold: true, size: 14 });
  });
  rangeAt(sheet, { ...place, rows: 1 }).values = [columns.map(({ header }) => literalText(header))];
  columns.forEach(({ numberFormat, width = 12 }, i) => {
    const body = rangeAt(sheet, { row: top + 1, column: i, rows: Math.max(1, rows.length), columns: 1 });
    if (numberFormat !== undefined) body.numberFormat = [[numberFormat]];
    body.format.columnWidth = pointsOf(width);
  });
  await inSlices(rows.length, guessOf(rows), async (start, count) => {
    const slice = rows.slice(start, start + count);
    const sent = slice.map((cells) =>
      cells.map((cell) => (typeof cell === "string" ? literalText(cell) : (cell ?? ""))),
    );
    rangeAt(sheet, { ...place, row: top + 1 + start, rows: count }).values = sent;
    await session.sync();
    tell(start + count);
    return sent.reduce((sum, cells) => sum + rowBytes + cells.reduce<number>((of, cell) => of + cellBytes(cell), 0), 0);
  });
  const name = await freeTableName(session, tableName);
  const table = sheet.tables.add(addressOf(place), true);
  table.name = name;
  table.load("id");
  sheet.load("name");
  sheet.freezePanes.freezeRows(top + 1);
  sheet.activate();
  await session.sync();
  return { id: table.id, table: name, sheet: sheet.name };
}

/** Rows of a first slice, by the length of the first row. */
function guessOf(rows: NewTableSheet["rows"]): number {
  const bytes = (rows[0] ?? []).reduce<number>((sum, cell) => sum + cellBytes(cell), rowBytes);
  return Math.max(1, Math.floor(bytesPerSlice / bytes));
}

/** Tables and defined names share their names in Excel, in any case. */
async function freeTableName(session: Session, wanted: string): Promise<string> {
  const tables = session.workbook.tables.load("items/name");
  const names = session.workbook.names.load("items/name");
  await session.sync();
  const taken = new Set([...tables.items, ...names.items].map(({ name }) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}_${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
