import type { Area } from "../model/address";
import { deleteCells, insertCells } from "../edit/shiftCells";
import { bodyArea } from "../edit/tablesAt";
import { inUse } from "../edit/usedArea";
import { writeCells } from "../edit/writeCells";
import { changed, rangeOf, type Session } from "../session";
import type { SheetTable } from "./handles";
import { invalid, notFound, object, wholeArgument, type Arguments, type ObjectClass } from "./objectClass";
import { rangeScalars } from "./rangeScalars";

const rows: ObjectClass<SheetTable> = {
  scalars: { Count: ({ table }) => bodyArea(table)?.rows ?? 0 },
  items: (of) =>
    Array.from({ length: bodyArea(of.table)?.rows ?? 0 }, (_, index) => object("TableRow", { ...of, index })),
  methods: {
    Add: (of, args, session) => object("TableRow", added(of, args, session)),
    GetItemAt: (of, [index]) => {
      const at = wholeArgument(index);
      if (at < 0 || at >= (bodyArea(of.table)?.rows ?? 0)) throw notFound(`row ${at}`);
      return object("TableRow", { ...of, index: at });
    },
  },
  actions: {
    GetCount: ({ table }) => bodyArea(table)?.rows ?? 0,
    DeleteRowsAt: (of, [index, count], session) => {
      const area = rowArea({ ...of, index: wholeArgument(index) });
      deleteCells(session, of.sheet, { ...area, rows: wholeArgument(count, 1) }, "Up");
    },
  },
};

const row: ObjectClass<SheetTable & { readonly index: number }> = {
  scalars: {
    Index: ({ index }) => index,
    Values: (of, session) => rangeScalars.Values({ sheet: of.sheet, area: rowArea(of), reference: null }, session),
  },
  sets: { Values: (of, value, session) => writeCells(session, of.sheet, rowArea(of), value) },
  methods: { GetRange: (of, _, session) => rangeOf(session, of.sheet, rowArea(of)) },
  actions: { Delete: (of, _, session) => deleteCells(session, of.sheet, rowArea(of), "Up") },
};

function rowArea({ table, index }: SheetTable & { readonly index: number }): Area {
  const body = bodyArea(table);
  if (!body || index < 0 || index >= body.rows) throw notFound(`row ${index}`);
  return { ...body, row: body.row + index, rows: 1 };
}

/** Adds rows at a place, or at the end; what stands below the table moves down. [K] P17 An empty first row is filled instead. */
function added(of: SheetTable, [index, values]: Arguments, session: Session): SheetTable & { readonly index: number } {
  const { sheet, table } = of;
  const body = bodyArea(table);
  const count = body?.rows ?? 0;
  const given: unknown = values ?? null;
  const lines: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (Array.isArray(given) && !lines.every((line) => Array.isArray(line) && line.length === table.columns.length)) {
    throw invalid("one value for each column of the table");
  }
  const at = index === null || index === undefined || index === -1 ? count : wholeArgument(index);
  if (at < 0 || at > count) throw invalid("a place among the rows");
  const top = table.area.row + (table.showHeaders ? 1 : 0) + at;
  const area = { ...table.area, row: top, rows: lines.length };
  const fills = count === 1 && body !== null && at === count && isBlank(of, body);
  const target = fills ? { ...area, row: body.row } : area;
  const more = fills ? lines.length - 1 : lines.length;
  if (more > 0) grow(session, of, { ...area, row: fills ? body.row + 1 : top, rows: more });
  if (given !== null) writeCells(session, sheet, target, given);
  changed(session, { kind: "table", sheet, table, what: "changed" });
  return { ...of, index: fills ? 0 : at };
}

function isBlank({ sheet }: SheetTable, body: Area): boolean {
  const cells = sheet.rows.get(body.row)?.cells;
  for (let column = body.column; column < body.column + body.columns; column++) {
    const cell = cells?.get(column);
    if (cell && inUse(cell, true)) return false;
  }
  return true;
}

/** Cells below move down only if they are in the way; the table then takes the new rows in. */
function grow(session: Session, { sheet, table }: SheetTable, area: Area): void {
  const before = table.area.rows;
  insertCells(session, sheet, area, "Down");
  if (table.area.rows === before) table.area = { ...table.area, rows: before + area.rows };
  if (table.filter) table.filter.area = { ...table.filter.area, rows: table.area.rows };
}

export const tableRowClasses = { TableRowCollection: rows, TableRow: row };
