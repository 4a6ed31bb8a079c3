import { intersection, maxRows, type Area } from "../model/address";
import type { Sheet, Table } from "../model/book";
import { newId } from "../model/newBook";
import { HostError } from "../errors";
import { invalid } from "../objects/objectClass";
import { changed, type Session } from "../session";
import { openCell } from "./cellStyles";
import { emptyCell } from "./emptyCell";
import { refuseIfLocked, refuseInPivot } from "./guards";
import { insertCells } from "./shiftCells";
import { freeColumnName } from "./tableHeaders";
import { freeTableName } from "./tableNames";

/**
 * Makes a table of an area. Without headers a row of "Column1", "Column2" … is put above and what stands below moves down.
 * [D] tables.add, [I] P16 office-js#1197
 */
export function makeTable(session: Session, sheet: Sheet, area: Area, hasHeaders: boolean): Table {
  refuseIfLocked(session, sheet, area);
  if (sheet.protection.isProtected)
    throw new HostError("AccessDenied", "You cannot perform the requested operation: the sheet is protected.");
  refuseInPivot(sheet, area);
  if (sheet.tables.some((table) => intersection(table.area, area)))
    throw new HostError("InvalidOperation", "A table can't overlap another table.");
  if (sheet.merges.some((merge) => intersection(merge, area)))
    throw new HostError("MergedRangeConflict", "The operation causes a conflict with a merged cell.");
  if (!hasHeaders) insertCells(session, sheet, { ...area, rows: 1 }, "Down");
  // A table has at least one row of data; a header alone takes the empty row below. [K] P16
  const rows = Math.max(2, hasHeaders ? area.rows : area.rows + 1);
  if (area.row + rows > maxRows) throw invalid("room for a row of data");
  const table: Table = {
    id: newId(),
    name: freeTableName(session.book),
    area: { ...area, rows },
    showHeaders: true,
    showTotals: false,
    columns: [],
    style: "TableStyleMedium2",
    showBandedRows: true,
    showBandedColumns: false,
    filter: { area: { ...area, rows }, criteria: new Map() },
    query: false,
  };
  nameColumns(sheet, table);
  sheet.tables.push(table);
  changed(session, { kind: "cells", sheet, area: { ...area, rows: 1 }, what: "content" });
  changed(session, { kind: "table", sheet, table, what: "added" });
  return table;
}

/** Headers become text, and each differs from the others: "Score", "Score2". [I] P13 exceljs#2944 */
function nameColumns(sheet: Sheet, table: Table): void {
  for (let i = 0; i < table.area.columns; i++) {
    const cell = openCell(sheet, table.area.row, table.area.column + i);
    const text = cell.value === null ? "" : typeof cell.value === "object" ? cell.value.error : String(cell.value);
    const name = freeColumnName(table, text === "" ? `Column${i + 1}` : text);
    emptyCell(cell);
    cell.value = name;
    table.columns.push({ id: i + 1, name });
  }
}
