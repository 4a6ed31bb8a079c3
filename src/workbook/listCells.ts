import { addressOf, overlap, type Place } from "./address";
import type { Session } from "./inExcel";
import { findSheets } from "./ownSheets";

/** Cells that may hold a list: what a sheet without tables holds, or a name of the workbook. */
export interface ListedCells {
  /** The name of the workbook, or the sheet's. */
  readonly label: string;
  readonly named: boolean;
  readonly sheet: string;
  readonly address: string;
  /** As a person would ask for them: the name, or the address with its sheet. */
  readonly asked: string;
  readonly rows: number;
  readonly columns: number;
}

/** Offered at most: more would be a search, not a choice. */
const mostLists = 20;
const facts = "rowIndex,columnIndex,rowCount,columnCount";

/** Cells of the workbook that are in no table and large enough to be a list; names of the workbook first. */
export async function listCells(session: Session): Promise<readonly ListedCells[]> {
  const tables = await tablePlaces(session);
  const lists = [...(await named(session)), ...(await onSheets(session, tables))];
  const free = lists.filter(({ sheet, place }) => {
    const inTable = tables.some((table) => table.sheet === sheet && overlap(table.place, place));
    return !inTable && place.rows > 1 && place.columns > 1;
  });
  return free.slice(0, mostLists).map(({ name, sheet, place }) => ({
    label: name ?? sheet,
    named: name !== null,
    sheet,
    address: addressOf(place),
    asked: name ?? `${sheet}!${addressOf(place)}`,
    rows: place.rows,
    columns: place.columns,
  }));
}

interface Candidate {
  readonly name: string | null;
  readonly sheet: string;
  readonly place: Place;
}

async function onSheets(session: Session, tables: readonly Candidate[]): Promise<readonly Candidate[]> {
  const sheets = (await findSheets(session)).filter(
    ({ name, mark, visible }) => mark === null && visible && tables.every(({ sheet }) => sheet !== name),
  );
  const used = sheets.map(({ name }) =>
    session.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true).load(facts),
  );
  await session.sync();
  return sheets.flatMap(({ name }, i) => {
    const range = used[i];
    return range && !range.isNullObject ? [{ name: null, sheet: name, place: placeOf(range) }] : [];
  });
}

async function named(session: Session): Promise<readonly Candidate[]> {
  const names = session.workbook.names.load("items/name,items/type,items/visible");
  await session.sync();
  const ranges = names.items
    .filter(({ name, type, visible }) => type === "Range" && visible && !/^(_xlnm|print_)/i.test(name))
    .map(({ name }) => {
      const range = session.workbook.names.getItem(name).getRangeOrNullObject().load(facts);
      return { name, range, sheet: range.worksheet.load("name") };
    });
  if (ranges.length === 0) return [];
  await session.sync();
  return ranges.flatMap(({ name, range, sheet }) =>
    range.isNullObject ? [] : [{ name, sheet: sheet.name, place: placeOf(range) }],
  );
}

async function tablePlaces(session: Session): Promise<readonly Candidate[]> {
  const tables = session.workbook.tables.load("items/name,items/worksheet/name");
  await session.sync();
  const ranges = tables.items.map((table) => table.getRange().load(facts));
  if (ranges.length > 0) await session.sync();
  return tables.items.map(({ name, worksheet }, i) => ({
    name,
    sheet: worksheet.name,
    place: placeOf(ranges[i] as Excel.Range),
  }));
}

function placeOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Place {
  return { row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount };
}
