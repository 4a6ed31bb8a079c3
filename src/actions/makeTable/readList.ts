import { Failure } from "../../failure";
import type { Plan } from "../../plan/plan";
import { CellKind } from "../../table/customerTable";
import { cleanTable, type CleanTable } from "../../table/raw/cleanTable";
import { columnNames, type ColumnNames } from "../../table/raw/columnNames";
import type { CellReading } from "../../table/raw/columnReading";
import { findLayout, type Layout } from "../../table/raw/findLayout";
import type { RawTable } from "../../table/raw/rawTable";
import { titleFacts, type TitleFacts } from "../../table/raw/titleFacts";
import type { Language } from "../../text/language";
import { listWords } from "../../text/list/listWords";
import { addressOf, cellName, overlap, type Place } from "../../workbook/address";
import { askedCells, type AskedCells, type FoundCells } from "../../workbook/askedCells";
import { countsFrom1904 } from "../../workbook/countsFrom1904";
import { hiddenRows } from "../../workbook/hiddenRows";
import type { Session } from "../../workbook/inExcel";
import { nextTurn, stepsInTurns } from "../../workbook/inTurns";
import { readRange } from "../../workbook/readRange";
import type { ActionOptions } from "../progress";

/** Cells that are to become a table, and what a person said of how they are read. */
export interface ListAsked {
  readonly cells: AskedCells;
  readonly reading: Plan["reading"];
  /** Of the names that columns without one get. */
  readonly language: Language;
}

/** A list as it stands, and as it would stand in a table of its own. */
export interface ReadList {
  readonly found: FoundCells;
  readonly raw: RawTable;
  readonly layout: Layout;
  readonly names: ColumnNames;
  readonly clean: CleanTable;
  readonly title: TitleFacts;
  /** Rows of the list that a person or a filter hides, from the range's first. */
  readonly hidden: readonly number[];
  /** True where the list can become a table where it stands. */
  readonly inPlace: boolean;
  /** The table that the list is already, or that shares cells with it; null for none. */
  readonly table: string | null;
}

/**
 * Reads the cells that a person means and finds the list in them. Writes nothing.
 *
 * @throws {Failure} `missing-range`, `empty-range`, `header-not-found`, `cancelled`, `no-answer`
 */
export async function readList(
  session: Session,
  { cells, reading, language }: ListAsked,
  onProgress?: ActionOptions["onProgress"],
): Promise<ReadList> {
  const found = await askedCells(session, cells);
  const table = await tableAt(session, found);
  const raw = await readRange(session, found.sheet, found.place, (done, total) =>
    onProgress?.({ stage: "reading", done, total }),
  );
  await nextTurn();
  const header = reading.header
    ? { row: reading.header.row - 1 - found.place.row, rows: reading.header.rows ?? null }
    : null;
  const isInside = header === null || (header.row >= 0 && header.row < raw.rows);
  const layout = isInside ? await stepsInTurns(findLayout(raw, header)) : null;
  const subject = `${found.sheet}!${addressOf(found.place)}`;
  if (layout === null) {
    throw new Failure("header-not-found", `cells ${subject} require a row of names`, {
      subject,
      detail: { key: "reading.header", ...(reading.header && { row: reading.header.row }) },
    });
  }
  const body = { ...found.place, row: found.place.row + layout.firstRow, rows: layout.lastRow - layout.firstRow + 1 };
  const hidden = (await hiddenRows(session, found.sheet, body)).map((row) => row + layout.firstRow);
  const names = columnNames(raw, layout, listWords(language).unnamed);
  const from1904 = await countsFrom1904(session, found.sheet, shownDays(raw, layout, found.place));
  await nextTurn();
  const title = titleFacts(raw, layout);
  const read: CellReading = {
    numbers: reading.numbers,
    dates: { order: reading.dates, from1904 },
    columns: reading.columns,
    blanks: reading.blanks,
    fillMerged: reading.mergedCells === "fill",
    unit: title.unit,
  };
  const kept = { hidden: reading.hiddenRows === "leave-out" ? hidden : [], totals: reading.subtotals === "read" };
  const clean = await stepsInTurns(cleanTable(raw, layout, names, read, kept));
  const inPlace = table === null && standsAsTable(raw, layout, names);
  return { found, raw, layout, names, clean, title, hidden, inPlace, table };
}

/** The cells of a table made of the list where it stands. */
export function tablePlace({ found, layout }: Pick<ReadList, "found" | "layout">): Place {
  const first = layout.columns[0] ?? 0;
  const last = layout.columns.at(-1) ?? 0;
  const end = layout.endingTotals[0] ?? layout.lastRow + 1;
  const blank = new Set(layout.blankRows);
  let rows = end - layout.header.row;
  while (blank.has(layout.header.row + rows - 1)) rows--;
  return {
    row: found.place.row + layout.header.row,
    column: found.place.column + first,
    rows,
    columns: last - first + 1,
  };
}

/** A cell of the range as people name it. */
export function cellOf({ sheet, place }: FoundCells, cell: { readonly row: number; readonly column: number }): string {
  return cellName(sheet, place.row + cell.row, place.column + cell.column);
}

/** One clean row of names that are text already, and below it nothing but rows of values; of totals the plan is asked. */
function standsAsTable(raw: RawTable, layout: Layout, names: ColumnNames): boolean {
  const { header, columns } = layout;
  const end = layout.endingTotals[0] ?? layout.lastRow + 1;
  const first = columns[0] ?? 0;
  const asText = columns.every((column) => {
    const cells = raw.columns[column];
    return cells?.kinds[header.row] === CellKind.text && cells.formulas[header.row] === 0;
  });
  const merged = raw.merges.some(
    ({ row, rows, column, columns: width }) =>
      row < end && row + rows > header.row && column <= (columns.at(-1) ?? 0) && column + width > first,
  );
  const inside = [...layout.blankRows, ...layout.sectionRows, ...layout.repeatedRows].some((row) => row < end - 1);
  const gaps = (columns.at(-1) ?? 0) - first + 1 > columns.length;
  const unclear = names.joined.length + names.missing.length + names.repeated.length > 0;
  return header.rows === 1 && layout.firstRow === header.row + 1 && asText && !merged && !inside && !gaps && !unclear;
}

async function tableAt(session: Session, { sheet, place }: FoundCells): Promise<string | null> {
  const tables = session.workbook.worksheets.getItem(sheet).tables.load("items/name");
  await session.sync();
  const ranges = tables.items.map((table) => table.getRange().load("rowIndex,columnIndex,rowCount,columnCount"));
  if (ranges.length > 0) await session.sync();
  const at = ranges.findIndex(({ rowIndex, columnIndex, rowCount, columnCount }) =>
    overlap({ row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount }, place),
  );
  return tables.items[at]?.name ?? null;
}

/** Cells of the list with a number that is shown as a day. */
function shownDays(
  raw: RawTable,
  layout: Layout,
  place: Place,
): readonly { readonly row: number; readonly column: number }[] {
  return layout.columns.flatMap((column) => {
    const cells = raw.columns[column];
    const row = cells?.dated.findIndex(
      (flag, at) => flag === 1 && at >= layout.firstRow && cells.kinds[at] === CellKind.number,
    );
    return row === undefined || row < 0 ? [] : [{ row: place.row + row, column: place.column + column }];
  });
}
