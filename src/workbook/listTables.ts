import { addressOf } from "./address";
import type { Session } from "./inExcel";
import { findSheets } from "./ownSheets";

/** A table with a sample of its first rows. */
export interface ListedTable {
  readonly id: string;
  readonly name: string;
  readonly sheet: string;
  readonly address: string;
  readonly rows: number;
  readonly showHeaders: boolean;
  /** True on a sheet of Tierbook's own. */
  readonly ours: boolean;
  readonly columns: readonly {
    readonly name: string;
    readonly values: readonly unknown[];
    readonly types: readonly string[];
    readonly numberFormats: readonly string[];
  }[];
}

/** Enough rows to guess what a column holds. */
const sampleRows = 50;

/** All tables of the workbook with their first rows, in three round trips. */
export async function listTables(session: Session): Promise<readonly ListedTable[]> {
  const sheets = await findSheets(session);
  const ours = new Set(sheets.filter(({ mark }) => mark !== null).map(({ name }) => name));
  const tables = session.workbook.tables.load(
    "items/id,items/name,items/showHeaders,items/showTotals,items/worksheet/name",
  );
  await session.sync();
  const ranges = tables.items.map((table) => {
    table.columns.load("items/name");
    return table.getRange().load("rowIndex,columnIndex,rowCount,columnCount");
  });
  await session.sync();
  const samples = tables.items.map((table, i) => {
    const { rowIndex, columnIndex, columnCount, rowCount } = ranges[i] as Excel.Range;
    const rows = bodyRows(table, rowCount);
    if (rows < 1) return null;
    const first = rowIndex + (table.showHeaders ? 1 : 0);
    return session.workbook.worksheets
      .getItem(table.worksheet.name)
      .getRangeByIndexes(first, columnIndex, Math.min(rows, sampleRows), columnCount)
      .load("values,valueTypes,numberFormat");
  });
  await session.sync();
  return tables.items.map((table, i) => {
    const { rowIndex, columnIndex, columnCount, rowCount } = ranges[i] as Excel.Range;
    const sample = samples[i];
    return {
      id: table.id,
      name: table.name,
      sheet: table.worksheet.name,
      address: addressOf({ row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount }),
      rows: bodyRows(table, rowCount),
      showHeaders: table.showHeaders,
      ours: ours.has(table.worksheet.name),
      columns: table.columns.items.map(({ name }, column) => ({
        name,
        values: (sample?.values ?? []).map((cells) => cells[column] as unknown),
        types: (sample?.valueTypes ?? []).map((cells) => String(cells[column])),
        numberFormats: (sample?.numberFormat ?? []).map((cells) => String(cells[column])),
      })),
    };
  });
}

function bodyRows(table: Excel.Table, rows: number): number {
  return rows - (table.showHeaders ? 1 : 0) - (table.showTotals ? 1 : 0);
}
