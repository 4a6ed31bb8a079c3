import { Failure } from "../failure";
import { cellName, type Place } from "./address";
import type { Session } from "./inExcel";

/** A table on a sheet of ours that people may have changed, as it stands. */
export interface StandingTable {
  readonly name: string;
  /** Header and body; without a totals row. */
  readonly place: Place;
  readonly headers: readonly string[];
  /** Body cells: text, numbers or logical values; "" for a blank cell. */
  readonly rows: readonly (readonly unknown[])[];
  readonly filtered: boolean;
  /** The totals row as people name it, or null where none is shown. */
  readonly totals: string | null;
}

/** The first table of a sheet that has a column of one of these names, whatever the table is called; null if none. */
export async function readStandingTable(
  session: Session,
  sheetName: string,
  columnNames: readonly string[],
): Promise<StandingTable | null> {
  const tables = await readStandingTables(session, sheetName);
  return tables.find(({ headers }) => headers.some((header) => columnNames.includes(header))) ?? null;
}

/**
 * All tables of a sheet, from the top.
 *
 * @param asked - `rows: false` leaves the body cells out, for tables that may be long
 */
export async function readStandingTables(
  session: Session,
  sheetName: string,
  asked: { readonly rows: boolean } = { rows: true },
): Promise<readonly StandingTable[]> {
  const tables = session.workbook.worksheets.getItem(sheetName).tables.load("items/name,items/showTotals");
  await session.sync();
  const parts = tables.items.map((table) => {
    table.autoFilter.load("isDataFiltered");
    const header = table.getHeaderRowRange().load("values,rowIndex,columnIndex,columnCount");
    return { table, header, body: table.getDataBodyRange().load(asked.rows ? "values,rowCount" : "rowCount") };
  });
  if (parts.length > 0) await session.sync();
  return parts
    .map(({ table, header, body }): StandingTable => {
      const { rowIndex: row, columnIndex: column, columnCount: columns } = header;
      return {
        name: table.name,
        place: { row, column, rows: 1 + body.rowCount, columns },
        headers: texts(header),
        rows: asked.rows ? (body.values as unknown[][]) : [],
        filtered: table.autoFilter.isDataFiltered,
        totals: table.showTotals ? cellName(sheetName, row + 1 + body.rowCount, column) : null,
      };
    })
    .sort((a, b) => a.place.row - b.place.row);
}

function texts(header: Excel.Range): readonly string[] {
  return (header.values[0] ?? []).map((cell: unknown) => String(cell).trim());
}

/** @throws {Failure} `table-filtered` or `totals-row` where rows cannot be written or added safely */
export function requireOpenTable({ name, filtered, totals }: StandingTable, sheetName: string): void {
  if (filtered) {
    throw new Failure("table-filtered", `table ${name} is filtered`, { subject: name, detail: { sheet: sheetName } });
  }
  if (totals !== null) throw new Failure("totals-row", `table ${name} shows a totals row`, { subject: totals });
}
