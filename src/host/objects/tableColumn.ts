import { maxColumns, type Area } from "../model/address";
import type { TableColumn } from "../model/book";
import { cellsChanged } from "../model/cells";
import { openCell } from "../edit/cellStyles";
import { addColumnRecord } from "../edit/tableColumns";
import { refuseIfLocked } from "../edit/guards";
import { renamedHeaders, renameColumn, freeColumnName } from "../edit/tableHeaders";
import { deleteCells, insertCells } from "../edit/shiftCells";
import { bodyArea } from "../edit/tablesAt";
import { writeCells } from "../edit/writeCells";
import { HostError } from "../errors";
import { changed, rangeOf, type Session } from "../session";
import type { SheetTable, SheetTableColumn } from "./handles";
import {
  invalid,
  notFound,
  object,
  textArgument,
  wholeArgument,
  type Arguments,
  type ObjectClass,
} from "./objectClass";
import { rangeScalars } from "./rangeScalars";

const columns: ObjectClass<SheetTable> = {
  scalars: { Count: ({ table }) => table.columns.length },
  items: (of) => of.table.columns.map((column) => object("TableColumn", { ...of, column })),
  indexer: (of, key) => object("TableColumn", { ...of, column: byKey(of, key) ?? missing(key) }),
  methods: {
    Add: (of, args, session) => object("TableColumn", added(of, args, session)),
    GetItemAt: (of, [index]) =>
      object("TableColumn", { ...of, column: of.table.columns[wholeArgument(index)] ?? missing(index) }),
    GetItemOrNullObject: (of, [key]) => {
      const column = byKey(of, key);
      return column ? object("TableColumn", { ...of, column }) : null;
    },
  },
  actions: { GetCount: ({ table }) => table.columns.length },
};

const column: ObjectClass<SheetTableColumn> = {
  identity: ({ column: { id } }) => ({ Id: id }),
  alive: ({ sheet, table, column: one }, { book }) =>
    book.sheets.includes(sheet) && sheet.tables.includes(table) && table.columns.includes(one),
  scalars: {
    Id: ({ column: { id } }) => id,
    Index: ({ table, column: one }) => table.columns.indexOf(one),
    Name: ({ column: { name } }) => name,
    Values: (of, session) => rangeScalars.Values({ sheet: of.sheet, area: columnArea(of), reference: null }, session),
  },
  sets: {
    Name: (of, value, session) => rename(of, textArgument(value), session),
    Values: (of, value, session) => writeCells(session, of.sheet, columnArea(of), value),
  },
  navigation: { Filter: (of) => object("Filter", of) },
  methods: {
    GetRange: (of, _, session) => rangeOf(session, of.sheet, columnArea(of)),
    GetDataBodyRange: (of, _, session) => rangeOf(session, of.sheet, part(of, bodyArea(of.table))),
    GetHeaderRowRange: (of, _, session) =>
      rangeOf(session, of.sheet, part(of, of.table.showHeaders ? { ...of.table.area, rows: 1 } : null)),
    GetTotalRowRange: (of, _, session) =>
      rangeOf(
        session,
        of.sheet,
        part(
          of,
          of.table.showTotals ? { ...of.table.area, row: of.table.area.row + of.table.area.rows - 1, rows: 1 } : null,
        ),
      ),
  },
  actions: { Delete: (of, _, session) => deleteColumn(of, session) },
};

function columnArea({ table, column: one }: SheetTableColumn): Area {
  return { ...table.area, column: table.area.column + table.columns.indexOf(one), columns: 1 };
}

function part(of: SheetTableColumn, area: Area | null): Area {
  if (!area) throw notFound("that part of the table");
  return { ...area, column: columnArea(of).column, columns: 1 };
}

/** By id, or by name in any case of letters. [D] */
function byKey({ table }: SheetTable, key: unknown): TableColumn | undefined {
  if (typeof key === "number") return table.columns.find(({ id }) => id === key);
  const text = textArgument(key).toLowerCase();
  return table.columns.find(({ name }) => name.toLowerCase() === text);
}

function missing(key: unknown): never {
  throw notFound(`column ${String(key)}`);
}

/**
 * Adds a column: the cells to its right move right in the table's rows. What would be torn or pushed off the sheet refuses. [K] P35
 * Values hold header, body and totals in one array, or fewer rows than that. [D]
 */
function added(of: SheetTable, [index, values, name]: Arguments, session: Session): SheetTableColumn {
  const { sheet, table } = of;
  const at = index === null || index === undefined || index === -1 ? table.columns.length : wholeArgument(index);
  if (at < 0 || at > table.columns.length) throw invalid("a place among the columns");
  refuseIfLocked(session, sheet, table.area);
  if (table.area.column + table.area.columns >= maxColumns)
    throw new HostError("NonBlankCellOffSheet", "There is no room for another column.");
  const given = columnValues(values, table.area.rows);
  const area = { ...table.area, column: table.area.column + at, columns: 1 };
  const before = table.columns.length;
  insertCells(session, sheet, area, "Right");
  if (table.columns.length === before) {
    table.area = { ...table.area, columns: before + 1 };
    if (at === 0) table.area = { ...table.area, column: area.column };
    addColumnRecord(sheet, table, at, "Column1");
    if (table.filter) table.filter.area = { ...table.filter.area, columns: table.area.columns };
  }
  const made = table.columns[at];
  if (!made) throw new HostError("GeneralException", "The column was not made.");
  if (given.length > 0) writeCells(session, sheet, { ...area, rows: given.length }, given);
  if (typeof name === "string" && name !== "")
    rename({ ...of, column: made }, freeColumnName(table, name, at), session);
  renamedHeaders(session, sheet, { ...area, rows: 1 });
  cellsChanged(session.book, sheet, area, "content");
  changed(session, { kind: "table", sheet, table, what: "changed" });
  return { ...of, column: made };
}

function columnValues(values: unknown, rows: number): readonly (readonly unknown[])[] {
  if (values === null || values === undefined) return [];
  if (!Array.isArray(values)) return Array.from({ length: rows }, () => [values]);
  const list = values as readonly unknown[];
  if (list.length > rows || !list.every((row) => Array.isArray(row) && row.length === 1))
    throw invalid("one value for each row of the table");
  return list as readonly (readonly unknown[])[];
}

function rename({ sheet, table, column: one }: SheetTableColumn, name: string, session: Session): void {
  refuseIfLocked(session, sheet, { ...table.area, rows: 1 });
  const index = table.columns.indexOf(one);
  const wanted = freeColumnName(table, name === "" ? `Column${index + 1}` : name, index);
  if (table.showHeaders) openCell(sheet, table.area.row, table.area.column + index).value = wanted;
  renameColumn(session, table, index, wanted);
  cellsChanged(
    session.book,
    sheet,
    { ...table.area, column: table.area.column + index, rows: 1, columns: 1 },
    "content",
  );
  changed(session, { kind: "table", sheet, table, what: "changed" });
}

function deleteColumn(of: SheetTableColumn, session: Session): void {
  // The last column goes with its table only. [K] P35
  if (of.table.columns.length === 1) throw new HostError("InvalidOperation", "A table keeps at least one column.");
  deleteCells(session, of.sheet, columnArea(of), "Left");
}

export const tableColumnClasses = { TableColumnCollection: columns, TableColumn: column };
