import type { DocBlock, DocCell, SheetDoc } from "../reports/sheetDoc";
import { rangeAt, type Place } from "./address";
import type { Session } from "./inExcel";
import { bytesPerSlice, inSlices } from "./inSlices";
import { readStanding } from "./renderSheet";

/** Characters of a cell's answer, as a guess for the first slice. */
const guess = 40;

/**
 * True if a sheet of ours holds something that the report did not put there: a table, a chart, a cell beside its
 * blocks, or other content in one of its cells. What people took away does not count.
 */
export async function hasForeignContent(session: Session, sheetName: string, doc: SheetDoc): Promise<boolean> {
  const standing = await readStanding(session, sheetName);
  const ours = new Set(doc.blocks.flatMap((block) => ("name" in block ? [block.name] : [])));
  if ([...standing.tables.keys(), ...standing.charts].some((name) => !ours.has(name))) return true;
  const sheet = session.workbook.worksheets.getItem(sheetName);
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount");
  await session.sync();
  if (used.isNullObject) return false;
  const place = { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount };
  return hasOther(session, sheet, place, expectedContents(doc));
}

async function hasOther(
  session: Session,
  sheet: Excel.Worksheet,
  place: Place,
  expected: ReadonlyMap<string, string | null>,
): Promise<boolean> {
  let foreign = false;
  const bytesPerRow = guess * place.columns;
  await inSlices(place.rows, bytesPerSlice / bytesPerRow, async (start, count) => {
    const range = rangeAt(sheet, { ...place, row: place.row + start, rows: count }).load("formulas");
    await session.sync();
    (range.formulas as unknown[][]).forEach((cells, row) => {
      cells.forEach((cell, column) => {
        const content = String(cell);
        if (content === "") return;
        const wanted = expected.get(cellKey(place.row + start + row, place.column + column));
        if (wanted !== null && wanted !== content) foreign = true;
      });
    });
    return count * bytesPerRow;
  });
  return foreign;
}

/** What each cell of a report holds; null where Excel says it in its own words, or people do. */
function expectedContents(doc: SheetDoc): ReadonlyMap<string, string | null> {
  const expected = new Map<string, string | null>();
  for (const block of doc.blocks) {
    cellsOf(block).forEach((cells, row) => {
      cells.forEach((cell, column) => {
        expected.set(cellKey(block.row + row, block.column + column), contentOf(cell));
      });
    });
  }
  return expected;
}

function cellsOf(block: DocBlock): readonly (readonly DocCell[])[] {
  switch (block.kind) {
    case "text":
      return [[block.cell]];
    case "pairs":
      return block.pairs.map(({ name, cell }) => [name, cell]);
    case "table":
      return [block.columns.map(({ header, asIs }) => (asIs ? { asIs } : header)), ...block.rows];
    case "chart":
      return [];
    default:
      return block satisfies never;
  }
}

function contentOf(cell: DocCell): string | null {
  if (cell === null) return "";
  if (typeof cell !== "object") return String(cell);
  return "text" in cell ? cell.text : null;
}

function cellKey(row: number, column: number): string {
  return `${row},${column}`;
}
