import { dropTableFrom, renameTableIn } from "../formulas/formulaShift";
import { intersection, maxRows, type Area } from "../model/address";
import type { Table } from "../model/book";
import { cellsChanged } from "../model/cells";
import { addColumnRecord } from "../edit/tableColumns";
import { applyFilter, clearFilter } from "../edit/filterRows";
import { refuseIfLocked } from "../edit/guards";
import { rewriteFormulas } from "../edit/rewriteFormulas";
import { deleteCells, insertCells } from "../edit/shiftCells";
import { usedArea } from "../edit/usedArea";
import { bodyArea } from "../edit/tablesAt";
import { checkTableName } from "../edit/tableNames";
import { openCell } from "../edit/cellStyles";
import { emptyCell } from "../edit/emptyCell";
import { sortRows } from "../edit/sortRows";
import { HostError } from "../errors";
import { EventType } from "../events";
import { changed, rangeOf, type Session } from "../session";
import { cellsArgument } from "./addresses";
import { eventActions } from "./events";
import type { SheetTable } from "./handles";
import { flagArgument, invalid, notFound, object, textArgument, type ObjectClass } from "./objectClass";
import { sortFields } from "./sortFields";

const table: ObjectClass<SheetTable> = {
  identity: ({ table: { id } }) => ({ Id: id }),
  alive: ({ sheet, table: one }, { book }) => book.sheets.includes(sheet) && sheet.tables.includes(one),
  scalars: {
    Id: ({ table: { id } }) => id,
    LegacyId: ({ sheet, table: one }) => String(sheet.tables.indexOf(one) + 1),
    Name: ({ table: { name } }) => name,
    Style: ({ table: { style } }) => style ?? "",
    ShowHeaders: ({ table: { showHeaders } }) => showHeaders,
    ShowTotals: ({ table: { showTotals } }) => showTotals,
    ShowBandedRows: ({ table: { showBandedRows } }) => showBandedRows,
    ShowBandedColumns: ({ table: { showBandedColumns } }) => showBandedColumns,
    ShowFilterButton: ({ table: { filter } }) => filter !== null,
  },
  sets: {
    Name: (of, value, session) => rename(of, textArgument(value), session),
    Style: (of, value, session) =>
      change(of, session, (one) => (one.style = value === "" || value === null ? null : textArgument(value))),
    ShowHeaders: (of, value, session) => showHeaders(of, flagArgument(value), session),
    ShowTotals: (of, value, session) => showTotals(of, flagArgument(value), session),
    ShowBandedRows: (of, value, session) => change(of, session, (one) => (one.showBandedRows = flagArgument(value))),
    ShowBandedColumns: (of, value, session) =>
      change(of, session, (one) => (one.showBandedColumns = flagArgument(value))),
    ShowFilterButton: (of, value, session) => showFilter(of, flagArgument(value), session),
  },
  navigation: {
    AutoFilter: (of) => object("AutoFilter", of),
    Columns: (of) => object("TableColumnCollection", of),
    Rows: (of) => object("TableRowCollection", of),
    Sort: (of) => object("TableSort", of),
    Worksheet: ({ sheet }) => object("Worksheet", sheet),
  },
  methods: {
    GetRange: ({ sheet, table: { area } }, _, session) => rangeOf(session, sheet, area),
    GetHeaderRowRange: ({ sheet, table: one }, _, session) => rangeOf(session, sheet, headerArea(one)),
    GetDataBodyRange: ({ sheet, table: one }, _, session) => rangeOf(session, sheet, bodyArea(one) ?? noRows()),
    GetTotalRowRange: ({ sheet, table: one }, _, session) => rangeOf(session, sheet, totalsArea(one)),
    ConvertToRange: (of, _, session) => rangeOf(session, of.sheet, dissolve(of, session)),
  },
  actions: {
    Delete: (of, _, session) => deleteTable(of, session),
    Resize: (of, [range], session) => resize(of, range, session),
    ClearFilters: ({ sheet, table: one }, _, session) => one.filter && clearFilter(session, sheet, one.filter, one),
    ReapplyFilters: ({ sheet, table: one }, _, session) => one.filter && applyFilter(session, sheet, one.filter, one),
    ...eventActions<SheetTable>(
      { DataChanged: EventType.TableChanged, SelectionChanged: EventType.TableSelectionChanged },
      ({ table: { id } }) => id,
    ),
  },
};

const sort: ObjectClass<SheetTable> = {
  actions: {
    Apply: ({ sheet, table: one }, [fields, matchCase], session) =>
      sortRows(session, sheet, bodyArea(one) ?? noRows(), sortFields(fields), {
        matchCase: matchCase === true,
        byColumns: false,
      }),
    Clear: () => undefined,
  },
};

/** A file may hold a table without rows; Excel itself keeps one. [K] P17 */
function noRows(): never {
  throw notFound("rows of data");
}

function change({ sheet, table: one }: SheetTable, session: Session, make: (table: Table) => unknown): void {
  refuseIfLocked(session, sheet, one.area, "allowFormatCells");
  make(one);
  changed(session, { kind: "table", sheet, table: one, what: "changed" });
}

function rename(of: SheetTable, name: string, session: Session): void {
  checkTableName(session.book, name, of.table);
  const from = of.table.name;
  change(of, session, (one) => (one.name = name));
  rewriteFormulas(session, (formula) => renameTableIn(formula, from, name));
}

/** @throws HostError ItemNotFound while the headers are hidden [K] P17 */
function headerArea({ area, showHeaders: shown }: Table): Area {
  if (!shown) throw notFound("the header row");
  return { ...area, rows: 1 };
}

function totalsArea({ area, showTotals: shown }: Table): Area {
  if (!shown) throw notFound("the totals row");
  return { ...area, row: area.row + area.rows - 1, rows: 1 };
}

function showHeaders(of: SheetTable, on: boolean, session: Session): void {
  const { sheet, table: one } = of;
  if (one.showHeaders === on) return;
  refuseIfLocked(session, sheet, one.area);
  const row = on ? one.area.row - 1 : one.area.row;
  if (row < 0) throw invalid("room for the header row");
  const area = { ...one.area, row, rows: 1 };
  one.columns.forEach((column, i) => {
    const cell = openCell(sheet, row, one.area.column + i);
    emptyCell(cell);
    if (on) cell.value = column.name;
  });
  one.area = on
    ? { ...one.area, row, rows: one.area.rows + 1 }
    : { ...one.area, row: row + 1, rows: one.area.rows - 1 };
  one.showHeaders = on;
  cellsChanged(session.book, sheet, area, "content");
  changed(session, { kind: "table", sheet, table: one, what: "changed" });
}

/** The totals row takes the row below; cells that stand there move down. [K] P17 */
function showTotals(of: SheetTable, on: boolean, session: Session): void {
  const { sheet, table: one } = of;
  if (one.showTotals === on) return;
  refuseIfLocked(session, sheet, one.area);
  const row = one.area.row + one.area.rows - (on ? 0 : 1);
  if (row >= maxRows) throw new HostError("NonBlankCellOffSheet", "There is no room for the totals row.");
  const area = { ...one.area, row, rows: 1 };
  if (on && sheet.tables.some((other) => other !== one && intersection(other.area, area))) {
    throw new HostError("InsertDeleteConflict", "The totals row would conflict with another table.");
  }
  if (on && usedArea(sheet, true, area)) insertCells(session, sheet, area, "Down");
  for (let i = 0; i < one.columns.length; i++) {
    const cell = openCell(sheet, row, one.area.column + i);
    emptyCell(cell);
    if (on && i === 0) cell.value = "Total";
  }
  one.area = { ...one.area, rows: one.area.rows + (on ? 1 : -1) };
  one.showTotals = on;
  const [first] = one.columns;
  if (first && on) first.totalsLabel = "Total";
  cellsChanged(session.book, sheet, area, "content");
  changed(session, { kind: "table", sheet, table: one, what: "changed" });
}

function showFilter(of: SheetTable, on: boolean, session: Session): void {
  change(of, session, (one) => {
    if (!on && one.filter) clearFilter(session, of.sheet, one.filter, one);
    one.filter = on ? (one.filter ?? { area: one.area, criteria: new Map() }) : null;
  });
}

function dissolve({ sheet, table: one }: SheetTable, session: Session): Area {
  refuseIfLocked(session, sheet, one.area);
  if (one.filter) clearFilter(session, sheet, one.filter, one);
  sheet.tables.splice(sheet.tables.indexOf(one), 1);
  rewriteFormulas(session, (formula) => dropTableFrom(formula, one.name));
  changed(session, { kind: "table", sheet, table: one, what: "deleted" });
  return one.area;
}

/** The table and its cells go; what stands below moves up. [K] P17 */
function deleteTable(of: SheetTable, session: Session): void {
  const area = dissolve(of, session);
  deleteCells(session, of.sheet, area, "Up");
}

/** Header row stays where it is; the new range overlaps the old and has a row of data. [D] table.resize */
function resize(of: SheetTable, range: unknown, session: Session): void {
  const { sheet, table: one } = of;
  const cells = cellsArgument(session, sheet, range);
  const { area } = cells;
  const fits =
    cells.sheet === sheet && area.row === one.area.row && area.rows >= 2 && intersection(area, one.area) !== null;
  if (!fits) throw invalid("a range that keeps the header row");
  refuseIfLocked(session, sheet, area);
  if (sheet.tables.some((other) => other !== one && intersection(other.area, area)))
    throw new HostError("InvalidOperation", "A table can't overlap another table.");
  const before = one.area;
  const kept = one.columns.filter(
    (_, i) => before.column + i >= area.column && before.column + i < area.column + area.columns,
  );
  one.area = area;
  one.columns = kept;
  for (let i = 0; i < area.columns; i++) {
    const column = area.column + i;
    if (column >= before.column && column < before.column + before.columns) continue;
    const shown = sheet.rows.get(area.row)?.cells.get(column)?.value ?? null;
    addColumnRecord(sheet, one, i, shown === null || typeof shown === "object" ? `Column${i + 1}` : String(shown));
  }
  if (one.filter) one.filter.area = area;
  changed(session, { kind: "cells", sheet, area: { ...area, rows: 1 }, what: "content" });
  changed(session, { kind: "table", sheet, table: one, what: "changed" });
}

export const tableClasses = { Table: table, TableSort: sort };
