import { areaAddress, between, intersection, maxColumns, maxRows, type Area } from "../model/address";
import { areaWithout } from "../edit/areaWithout";
import { insertCells } from "../edit/shiftCells";
import { usedArea } from "../edit/usedArea";
import { HostError } from "../errors";
import { rangeOf, type Session } from "../session";
import { areaOf, cellsArgument } from "./addresses";
import type { LiveRange } from "./handles";
import { rangeAreas } from "./rangeAreas";
import {
  invalid,
  nothing,
  notFound,
  object,
  wholeArgument,
  wordArgument,
  type HostObject,
  type ObjectClass,
} from "./objectClass";

/** The objects that are reached from a range. */
export const rangeReach: NonNullable<ObjectClass<LiveRange>["methods"]> = {
  GetCell: (of, [row, column], session) =>
    within(of, session, (area) => ({
      row: area.row + wholeArgument(row),
      column: area.column + wholeArgument(column),
      rows: 1,
      columns: 1,
    })),
  GetRow: (of, [row], session) =>
    within(of, session, (area) => ({ ...area, row: area.row + wholeArgument(row), rows: 1 })),
  GetColumn: (of, [column], session) =>
    within(of, session, (area) => ({ ...area, column: area.column + wholeArgument(column), columns: 1 })),
  GetLastCell: (of, _, session) =>
    within(of, session, (area) => ({
      row: area.row + area.rows - 1,
      column: area.column + area.columns - 1,
      rows: 1,
      columns: 1,
    })),
  GetLastRow: (of, _, session) => within(of, session, (area) => ({ ...area, row: area.row + area.rows - 1, rows: 1 })),
  GetLastColumn: (of, _, session) =>
    within(of, session, (area) => ({ ...area, column: area.column + area.columns - 1, columns: 1 })),
  GetOffsetRange: (of, [rows, columns], session) =>
    within(of, session, (area) => ({
      ...area,
      row: area.row + wholeArgument(rows),
      column: area.column + wholeArgument(columns),
    })),
  GetResizedRange: (of, [rows, columns], session) =>
    within(of, session, (area) => ({
      ...area,
      rows: area.rows + wholeArgument(rows),
      columns: area.columns + wholeArgument(columns),
    })),
  GetAbsoluteResizedRange: (of, [rows, columns], session) =>
    within(of, session, (area) => ({ ...area, rows: wholeArgument(rows), columns: wholeArgument(columns) })),
  GetDirectDependents: (of, _, session) => directDependents(of, session),
  GetEntireRow: (of, _, session) => within(of, session, (area) => ({ ...area, column: 0, columns: maxColumns })),
  GetEntireColumn: (of, _, session) => within(of, session, (area) => ({ ...area, row: 0, rows: maxRows })),
  GetRowsBelow: (of, [count], session) =>
    within(of, session, (area) => ({ ...area, row: area.row + area.rows, rows: wholeArgument(count, 1) })),
  GetRowsAbove: (of, [count], session) =>
    within(of, session, (area) => ({
      ...area,
      row: area.row - wholeArgument(count, 1),
      rows: wholeArgument(count, 1),
    })),
  GetColumnsAfter: (of, [count], session) =>
    within(of, session, (area) => ({
      ...area,
      column: area.column + area.columns,
      columns: wholeArgument(count, 1),
    })),
  GetColumnsBefore: (of, [count], session) =>
    within(of, session, (area) => ({
      ...area,
      column: area.column - wholeArgument(count, 1),
      columns: wholeArgument(count, 1),
    })),
  GetBoundingRect: (of, [other], session) => bounding(of, other, session),
  GetIntersection: (of, [other], session) => shared(of, other, session) ?? nothing("the intersection"),
  GetIntersectionOrNullObject: (of, [other], session) => shared(of, other, session),
  GetUsedRange: (of, [valuesOnly], session) => used(of, valuesOnly, session) ?? nothing("used cells"),
  GetUsedRangeOrNullObject: (of, [valuesOnly], session) => used(of, valuesOnly, session),
  GetSurroundingRegion: (of, _, session) => surrounding(of, session),
  GetTables: (of, [contained], session) => tablesIn(of, contained === true, session),
  GetMergedAreasOrNullObject: (of, _, session) => mergedAreas(of, session),
  GetSpecialCells: (of, [kind], session) => specialCells(of, kind, session) ?? nothing("cells of that kind"),
  GetSpecialCellsOrNullObject: (of, [kind], session) => specialCells(of, kind, session),
  GetVisibleView: (of, _, session) => object("RangeView", { ...of, area: areaOf(of, session) }),
  Insert: (of, [shift], session) => inserted(of, wordArgument(shift, ["Down", "Right"]), session),
};

function within(of: LiveRange, session: Session, place: (area: Area) => Area): HostObject {
  const { row, column, rows, columns } = place(areaOf(of, session));
  const area =
    rows > 0 && columns > 0 && row >= 0 && column >= 0
      ? between(row, column, row + rows - 1, column + columns - 1)
      : null;
  // Excel answers InvalidArgument for what lies outside of the grid. [D]
  if (!area) throw invalid("cells within the sheet");
  return rangeOf(session, of.sheet, area);
}

function bounding(of: LiveRange, other: unknown, session: Session): HostObject {
  const area = areaOf(of, session);
  const cells = cellsArgument(session, of.sheet, other);
  if (cells.sheet !== of.sheet) throw invalid("a range on the same sheet");
  const bottom = Math.max(area.row + area.rows, cells.area.row + cells.area.rows);
  const right = Math.max(area.column + area.columns, cells.area.column + cells.area.columns);
  const row = Math.min(area.row, cells.area.row);
  const column = Math.min(area.column, cells.area.column);
  return rangeOf(session, of.sheet, { row, column, rows: bottom - row, columns: right - column });
}

function shared(of: LiveRange, other: unknown, session: Session): HostObject | null {
  const cells = cellsArgument(session, of.sheet, other);
  const area = cells.sheet === of.sheet ? intersection(areaOf(of, session), cells.area) : null;
  return area && rangeOf(session, of.sheet, area);
}

function used(of: LiveRange, valuesOnly: unknown, session: Session): HostObject | null {
  const area = usedArea(of.sheet, valuesOnly === true, areaOf(of, session));
  return area && rangeOf(session, of.sheet, area);
}

/** Grows until an empty frame of cells surrounds it. [D] getSurroundingRegion */
function surrounding(of: LiveRange, session: Session): HostObject {
  let area = areaOf(of, session);
  for (;;) {
    const row = Math.max(0, area.row - 1);
    const column = Math.max(0, area.column - 1);
    const rows = Math.min(maxRows, area.row + area.rows + 1) - row;
    const columns = Math.min(maxColumns, area.column + area.columns + 1) - column;
    const found = usedArea(of.sheet, true, { row, column, rows, columns });
    const top = Math.min(area.row, found?.row ?? area.row);
    const left = Math.min(area.column, found?.column ?? area.column);
    const bottom = Math.max(area.row + area.rows, found ? found.row + found.rows : 0);
    const right = Math.max(area.column + area.columns, found ? found.column + found.columns : 0);
    const next = { row: top, column: left, rows: bottom - top, columns: right - left };
    if (areaAddress(next) === areaAddress(area)) return rangeOf(session, of.sheet, area);
    area = next;
  }
}

function tablesIn(of: LiveRange, contained: boolean, session: Session): HostObject {
  const area = areaOf(of, session);
  const tables = of.sheet.tables.filter((table) => {
    const part = intersection(table.area, area);
    return part !== null && (!contained || areaAddress(part) === areaAddress(table.area));
  });
  return object(
    "TableScopedCollection",
    tables.map((table) => ({ sheet: of.sheet, table })),
  );
}

/** [D] getMergedAreasOrNullObject fails on more merged areas than this. */
const mostMerged = 512;

/** [I] P22 office-js#3611, by design: areas whose first cell is in the range. */
function mergedAreas(of: LiveRange, session: Session): HostObject | null {
  const area = areaOf(of, session);
  const merges = of.sheet.merges.filter(({ row, column }) => intersection({ row, column, rows: 1, columns: 1 }, area));
  if (merges.length === 0) return null;
  if (merges.length > mostMerged)
    throw new HostError("GeneralException", "There was an internal error while processing the request.");
  return rangeAreas(session, of.sheet, merges);
}

/**
 * Cells with conditional formats or validations, in as few areas as their places allow: neighbours with different rules
 * are one. [K] P46; other kinds of cells are not played.
 */
function specialCells(of: LiveRange, wanted: unknown, session: Session): HostObject | null {
  const area = areaOf(of, session);
  const kind = wordArgument(wanted, ["ConditionalFormats", "DataValidations"]);
  const ruled = kind === "DataValidations" ? of.sheet.validations : of.sheet.conditionalFormats;
  const found = joined(ruled.flatMap((one) => intersection(one.area, area) ?? []));
  return found.length === 0 ? null : rangeAreas(session, of.sheet, found);
}

function joined(areas: readonly Area[]): readonly Area[] {
  const apart: Area[] = [];
  for (const area of areas) {
    const rest = apart.reduce<readonly Area[]>((left, one) => left.flatMap((part) => areaWithout(part, one)), [area]);
    apart.push(...rest);
  }
  for (let i = 0; i < apart.length; i++) {
    for (let k = 0; k < apart.length; k++) {
      const [a, b] = [apart[i] as Area, apart[k] as Area];
      const below = a.column === b.column && a.columns === b.columns && a.row + a.rows === b.row;
      const beside = a.row === b.row && a.rows === b.rows && a.column + a.columns === b.column;
      if (!below && !beside) continue;
      apart[i] = below ? { ...a, rows: a.rows + b.rows } : { ...a, columns: a.columns + b.columns };
      apart.splice(k, 1);
      [i, k] = [0, -1];
    }
  }
  return apart;
}

/** The cells whose formulas read the range, on all sheets. Without any the request fails. [D] range.getdirectdependents */
function directDependents(of: LiveRange, session: Session): HostObject {
  const readers = session.readersOf(of.sheet, areaOf(of, session));
  if (readers.length === 0) throw notFound("cells that depend on the range");
  const cell = ({ sheet, row, column }: (typeof readers)[number]): LiveRange =>
    rangeOf(session, sheet, { row, column, rows: 1, columns: 1 }).of as LiveRange;
  return object("WorkbookRangeAreas", readers.map(cell));
}

function inserted(of: LiveRange, shift: "Down" | "Right", session: Session): HostObject {
  const area = areaOf(of, session);
  insertCells(session, of.sheet, area, shift);
  // The answer is the blank space; the range itself has moved on with its cells. [D] range.insert
  return rangeOf(session, of.sheet, area);
}
