import { Failure } from "../failure";
import { missingColumn } from "../table/missingColumn";
import type { Session } from "./inExcel";
import { addressOf, type Place } from "./address";

export interface TableColumnFacts {
  /** Excel's id of the column, kept when it is moved or renamed. */
  readonly id: number;
  readonly name: string;
}

/** Where a table stands and what state it is in. */
export interface TableFacts {
  readonly id: string;
  readonly name: string;
  readonly sheet: string;
  /** Header, body and totals. */
  readonly place: Place;
  readonly address: string;
  /** Customers: rows without header and totals. */
  readonly rows: number;
  /** Zero-based row on the sheet of the first customer. */
  readonly firstRow: number;
  readonly columns: readonly TableColumnFacts[];
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly filtered: boolean;
  readonly sheetProtected: boolean;
  readonly structureProtected: boolean;
  readonly readOnly: boolean;
  /** True if Excel calculates on request only, so that cells may show what held earlier. */
  readonly calculatesOnRequest: boolean;
}

/**
 * Finds a table by Excel's id, or by name where the id is empty or no table has it (other programs give new ids on
 * saving).
 *
 * @throws {Failure} `missing-table`, or `no-table` where the workbook has none at all
 */
export async function tableFacts(session: Session, wanted: { id: string; name: string }): Promise<TableFacts> {
  const table = await foundTable(session, wanted);
  return factsOf(session, table);
}

async function foundTable(session: Session, { id, name }: { id: string; name: string }): Promise<Excel.Table> {
  const tables = session.workbook.tables;
  const byId = tables.getItemOrNullObject(id || name).load("id,name");
  const byName = tables.getItemOrNullObject(name).load("id,name");
  tables.load("count");
  await session.sync();
  if (!byId.isNullObject) return byId;
  if (!byName.isNullObject) return byName;
  if (tables.count === 0) throw new Failure("no-table", "the workbook has no table");
  throw new Failure("missing-table", `table ${name} is not in the workbook`, { subject: name });
}

async function factsOf(session: Session, table: Excel.Table): Promise<TableFacts> {
  table.load("id,name,showHeaders,showTotals");
  table.columns.load("items/id,items/name");
  table.autoFilter.load("isDataFiltered");
  const sheet = table.worksheet.load("name");
  sheet.protection.load("protected");
  const range = table.getRange().load("rowIndex,columnIndex,rowCount,columnCount");
  session.workbook.load("readOnly");
  session.workbook.application.load("calculationMode");
  session.workbook.protection.load("protected");
  await session.sync();
  const place = { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
  const headers = table.showHeaders ? 1 : 0;
  return {
    id: table.id,
    name: table.name,
    sheet: sheet.name,
    place,
    address: addressOf(place),
    rows: place.rows - headers - (table.showTotals ? 1 : 0),
    firstRow: place.row + headers,
    columns: table.columns.items.map(({ id, name }) => ({ id, name })),
    showHeaders: table.showHeaders,
    showTotals: table.showTotals,
    filtered: table.autoFilter.isDataFiltered,
    sheetProtected: sheet.protection.protected,
    structureProtected: session.workbook.protection.protected,
    readOnly: session.workbook.readOnly,
    calculatesOnRequest: session.workbook.application.calculationMode === "Manual",
  };
}

/** Zero-based column on the sheet of a table's column. */
export function sheetColumnOf(facts: TableFacts, name: string): number {
  const index = facts.columns.findIndex((column) => column.name === name);
  if (index < 0) throw missingColumn(facts.name, facts.columns, name);
  return facts.place.column + index;
}
