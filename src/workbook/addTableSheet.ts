import { addressOf, rangeAt, type Place } from "./address";
import { pointsOf } from "./cellFormats";
import type { Session } from "./inExcel";
import { inFront } from "./inFront";
import { bytesPerSlice, cellBytes, inSlices, rowBytes } from "./inSlices";
import { findSheets, freeSheetName, queueDropMark, queueOwnSheet, stagingMark, sweepSheets } from "./ownSheets";
import { literalText } from "./safeText";
import { freeTableName } from "./tableNames";
import { setFormat, writeText } from "./writeCell";
import type { Content } from "../table/columns";

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
    /** Per row a format that says something else than the column's; null for none. */
    readonly formats?: readonly (string | null)[] | null;
    /** In characters. */
    readonly width?: number;
  }[];
  /** Null is an empty cell. Text is kept as text whatever it looks like; an error value that no cell can be given is #N/A. */
  readonly rows: readonly (readonly Content[])[];
}

/** What was added, as the workbook names it. */
export interface AddedTable {
  readonly id: string;
  readonly table: string;
  readonly sheet: string;
  /** The row of the first row below the header, counted from zero. */
  readonly firstRow: number;
}

/** Lines above a table that stay in sight with its header, at most. */
const mostFrozen = 5;

/** Error values that can be written; Excel gives the others itself. */
const writable = new Set(["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!"]);

/**
 * Adds a sheet with one table and shows it. All or nothing: until the last request the sheet is a hidden one that is
 * marked as Tierbook's, which the next writing sweeps away where this one was interrupted; after an error it is taken
 * away at once.
 *
 * @param tell - hears how many rows are written
 */
export async function addTableSheet(
  session: Session,
  wanted: NewTableSheet,
  tell: (done: number) => void = () => undefined,
): Promise<AddedTable> {
  const sheets = await findSheets(session);
  const left = sheets.filter(({ mark }) => mark === stagingMark).map(({ name }) => name);
  const names = sheets.map((sheet) => sheet.name).filter((name) => !left.includes(name));
  const staged = freeSheetName("_tierbook_staging", names);
  await sweepSheets(session, left);
  // By its id, once it is known: its name changes.
  let key = staged;
  try {
    await inFront(session, async () => {
      const sheet = queueOwnSheet(session, stagingMark, staged).load("id");
      sheet.visibility = "Hidden";
      await session.sync();
      key = sheet.id;
    });
    return await fill(
      session,
      session.workbook.worksheets.getItem(key),
      { ...wanted, sheet: freeSheetName(wanted.sheet, names) },
      tell,
    );
  } catch (error) {
    await sweepSheets(session, [key]);
    throw error;
  }
}

async function fill(
  session: Session,
  sheet: Excel.Worksheet,
  { sheet: sheetName, table: tableName, above, columns, rows }: NewTableSheet,
  tell: (done: number) => void,
): Promise<AddedTable> {
  const top = above.length === 0 ? 0 : above.length + 1;
  const place: Place = { row: top, column: 0, rows: rows.length + 1, columns: columns.length };
  above.forEach((line, row) => {
    const range = rangeAt(sheet, { row, column: 0, rows: 1, columns: 1 });
    writeText(range, [line]);
    if (row === 0) range.format.font.set({ bold: true, size: 14 });
  });
  writeText(
    rangeAt(sheet, { ...place, rows: 1 }),
    columns.map(({ header }) => header),
  );
  const bodyOf = (i: number): Excel.Range =>
    rangeAt(sheet, { row: top + 1, column: i, rows: Math.max(1, rows.length), columns: 1 });
  columns.forEach(({ width = 12 }, i) => {
    bodyOf(i).format.columnWidth = pointsOf(width);
  });
  await inSlices(rows.length, guessOf(rows), async (start, count) => {
    const slice = rows.slice(start, start + count);
    const sent = slice.map((cells) => cells.map(sentContent));
    rangeAt(sheet, { ...place, row: top + 1 + start, rows: count }).values = sent;
    await session.sync();
    tell(start + count);
    return sent.reduce((sum, cells) => sum + rowBytes + cells.reduce<number>((of, cell) => of + cellBytes(cell), 0), 0);
  });
  // Formats follow the contents: in a cell of text a number would become text, and the text prefix content.
  columns.forEach(({ numberFormat }, i) => {
    if (numberFormat !== undefined && numberFormat !== "General") setFormat(bodyOf(i), numberFormat);
  });
  for (const [i, column] of columns.entries()) await formatCells(session, sheet, column, { row: top + 1, column: i });
  const name = await freeTableName(session, tableName);
  const table = sheet.tables.add(addressOf(place), true);
  table.name = name;
  table.load("id");
  sheet.name = sheetName;
  sheet.load("name");
  await session.sync();
  // From here on it is the user's, and complete.
  queueDropMark(sheet);
  sheet.visibility = "Visible";
  // Long notes would leave no room to scroll in; Excel shows the table's names in place of the letters then.
  if (top <= mostFrozen) sheet.freezePanes.freezeRows(top + 1);
  sheet.activate();
  try {
    await session.sync();
  } catch (error) {
    // Behind another workbook Excel freezes and shows nothing, and the table is complete all the same.
    if (!(await isOfUser(session, sheet))) throw error;
  }
  return { id: table.id, table: name, sheet: sheet.name, firstRow: top + 1 };
}

async function isOfUser(session: Session, sheet: Excel.Worksheet): Promise<boolean> {
  sheet.load("visibility");
  await session.sync();
  return sheet.visibility === "Visible";
}

/** Formats of single cells, over that of their column. */
async function formatCells(
  session: Session,
  sheet: Excel.Worksheet,
  { numberFormat = "General", formats = null }: NewTableSheet["columns"][number],
  at: Pick<Place, "row" | "column">,
): Promise<void> {
  if (formats === null) return;
  await inSlices(formats.length, bytesPerSlice / rowBytes, async (start, count) => {
    const own = formats.slice(start, start + count);
    if (own.some((format) => format !== null)) {
      const cells = rangeAt(sheet, { row: at.row + start, column: at.column, rows: count, columns: 1 });
      cells.numberFormat = own.map((format) => [format ?? numberFormat]);
      await session.sync();
    }
    return own.reduce((sum, format) => sum + rowBytes + cellBytes(format ?? numberFormat), 0);
  });
}

function sentContent(cell: Content): string | number | boolean {
  if (cell === null) return "";
  if (typeof cell === "string") return literalText(cell);
  if (typeof cell !== "object") return cell;
  return writable.has(cell.error) ? cell.error : "#N/A";
}

/** Rows of a first slice, by the length of the first row. */
function guessOf(rows: NewTableSheet["rows"]): number {
  const bytes = (rows[0] ?? []).reduce<number>((sum, cell) => sum + cellBytes(sentContent(cell)), rowBytes);
  return Math.max(1, Math.floor(bytesPerSlice / bytes));
}
