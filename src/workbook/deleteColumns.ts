import { cellName, gridColumns, overlap, quotedSheet, rangeAt } from "./address";
import type { Session } from "./inExcel";
import { mergedAreas } from "./mergedCells";
import { readStanding } from "./renderSheet";
import type { TableFacts } from "./tableFacts";

/** Where the staging sheet keeps what tells whether cells beside the table have moved: a reference, and where it began. */
const anchor = { row: 0, column: 1_990, rows: 1, columns: 2 };

/**
 * Deletes columns within a table, so that nothing beside the table moves: Excel's deletion takes along, in the table's
 * rows, all cells on the right of it, and they are put back. References to them follow both times. May be repeated.
 *
 * @param indexes - of the columns; none where an interruption may have left cells moved
 * @param stagingSheet - null where there is none any more: then an interruption half way leaves them moved
 */
export async function deleteColumns(
  session: Session,
  facts: TableFacts,
  indexes: readonly number[],
  stagingSheet: string | null,
): Promise<void> {
  const right = facts.place.column + facts.columns.length;
  const table = session.workbook.tables.getItem(facts.id);
  const kept = stagingSheet === null ? null : rangeAt(session.workbook.worksheets.getItem(stagingSheet), anchor);
  let before = kept && (await anchored(session, kept));
  if (indexes.length === 0 && !before) return;
  if (kept && !before && right < gridColumns) {
    kept.formulas = [[`=${referenceTo(facts, right)}`, right]];
    await session.sync();
  }
  for (const index of [...indexes].sort((a, b) => b - a)) table.columns.getItemAt(index).delete();
  before = (kept && (await anchored(session, kept))) ?? { began: right, now: right - indexes.length };
  // A range goes along with cells that move: it is asked for anew.
  const besideTable = (columns: number): Excel.Range =>
    table
      .getRange()
      .getLastColumn()
      .getOffsetRange(0, 1)
      .getResizedRange(0, columns - 1);
  const moved = before.began - before.now;
  if (moved > 0 && right < gridColumns) besideTable(moved).insert("Right");
  const freed = before.began - (right - indexes.length);
  // New cells look like their neighbours on the left.
  if (freed > 0) besideTable(freed).clear("Formats");
  await session.sync();
}

/**
 * True where a deletion within the table is refused: another table or merged cells on its right stand in some of its rows
 * and reach beyond them, and Excel moves no part of such.
 */
export async function tearsBeside(session: Session, { sheet, place }: TableFacts): Promise<boolean> {
  const right = place.column + place.columns;
  if (right >= gridColumns) return false;
  const band = { ...place, column: right, columns: gridColumns - right };
  const { tables } = await readStanding(session, sheet);
  // Excel tells merged cells by where they begin: those that reach into these rows may begin in any row above.
  const toBottom = { ...band, row: 0, rows: place.row + place.rows };
  const merged = await mergedAreas(session, session.workbook.worksheets.getItem(sheet), toBottom);
  return [...tables.values(), ...merged].some((other) => {
    const isTorn = other.row < place.row || other.row + other.rows > place.row + place.rows;
    return isTorn && overlap(other, band);
  });
}

function referenceTo({ sheet, place }: TableFacts, column: number): string {
  const name = cellName("", place.row, column).slice(1);
  return `${quotedSheet(sheet)}!${name}`;
}

/** The column in which the first cell beside the table stood, and where that cell is now; null where nothing was kept. */
async function anchored(
  session: Session,
  kept: Excel.Range,
): Promise<{ readonly began: number; readonly now: number } | null> {
  const range = kept.load("formulas");
  await session.sync();
  const [reference, began] = (range.formulas[0] ?? []) as unknown[];
  const letters = /!\$?([A-Z]{1,3})\$?\d+$/.exec(String(reference))?.[1];
  return typeof began !== "number" || letters === undefined ? null : { began, now: columnOf(letters) };
}

/** Zero-based column of its letters. */
function columnOf(letters: string): number {
  let column = 0;
  for (let i = 0; i < letters.length; i++) column = column * 26 + letters.charCodeAt(i) - 64;
  return column - 1;
}
