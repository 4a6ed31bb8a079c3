import { areaAddress, between, intersection, maxColumns, maxRows, type Area } from "../model/address";
import { deleteCells, insertCells } from "../edit/shiftCells";
import { usedArea } from "../edit/usedArea";
import { writeCells } from "../edit/writeCells";
import { writeNumberFormats } from "../edit/numberFormats";
import { clearCells } from "../edit/clearCells";
import { copyCells } from "../edit/copyCells";
import { mergeCells, unmergeCells } from "../edit/mergeCells";
import { HostError } from "../errors";
import { rangeOf, changed, type Session } from "../session";
import { areaOf, cellsArgument, fullAddress } from "./addresses";
import type { LiveRange } from "./handles";
import {
  flagArgument,
  invalid,
  isObject,
  notFound,
  object,
  wholeArgument,
  wordArgument,
  type Arguments,
  type HostObject,
  type ObjectClass,
} from "./objectClass";
import { rangeScalars, setHidden } from "./rangeScalars";
import { hyperlinkOf, setHyperlink } from "./hyperlinks";
import { activate } from "./worksheet";

const range: ObjectClass<LiveRange> = {
  identity: (of) => (of.reference === null ? {} : { _ReferenceId: of.reference }),
  scalars: { ...rangeScalars, Hyperlink: (of, session) => hyperlinkOf(of, session) },
  sets: {
    Values: (of, value, session) => writeCells(session, of.sheet, areaOf(of, session), value),
    Formulas: (of, value, session) => writeCells(session, of.sheet, areaOf(of, session), value),
    FormulasLocal: (of, value, session) => writeCells(session, of.sheet, areaOf(of, session), value),
    NumberFormat: (of, value, session) => writeNumberFormats(session, of.sheet, areaOf(of, session), value),
    NumberFormatLocal: (of, value, session) => writeNumberFormats(session, of.sheet, areaOf(of, session), value),
    RowHidden: (of, value, session) => setHidden(of, "rows", flagArgument(value), session),
    ColumnHidden: (of, value, session) => setHidden(of, "columns", flagArgument(value), session),
    Hyperlink: (of, value, session) => setHyperlink(of, value, session),
  },
  navigation: {
    ConditionalFormats: (of) => object("ConditionalFormatCollection", of),
    DataValidation: (of) => object("DataValidation", of),
    Format: (of) => object("RangeFormat", of),
    Sort: (of) => object("RangeSort", of),
    Worksheet: (of) => object("Worksheet", of.sheet),
  },
  methods: {
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
    GetLastRow: (of, _, session) =>
      within(of, session, (area) => ({ ...area, row: area.row + area.rows - 1, rows: 1 })),
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
    GetVisibleView: (of, _, session) => object("RangeView", { ...of, area: areaOf(of, session) }),
    Insert: (of, [shift], session) => inserted(of, wordArgument(shift, ["Down", "Right"]), session),
  },
  actions: {
    _KeepReference: (of, _, session) => keep(of, session),
    _ValidateArraySize: (of, [rows, columns], session) => validateSize(of, rows, columns, session),
    Delete: (of, [shift], session) =>
      deleteCells(session, of.sheet, areaOf(of, session), wordArgument(shift, ["Up", "Left"])),
    Clear: (of, [applyTo], session) =>
      clearCells(session, of.sheet, areaOf(of, session), wordArgument(applyTo ?? "All", clearKinds)),
    CopyFrom: (of, args, session) => copied(of, args, session),
    Select: (of, _, session) => select(of, session),
    Merge: (of, [across], session) => mergeCells(session, of.sheet, areaOf(of, session), across === true),
    Unmerge: (of, _, session) => unmergeCells(session, of.sheet, areaOf(of, session)),
    Calculate: (_, __, session) => session.settle(true),
  },
};

const clearKinds = ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks", "ResetContents"] as const;
const copyKinds = ["All", "Values", "Formats", "Formulas", "Link"] as const;

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

function nothing(what: string): never {
  throw notFound(what);
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

function mergedAreas(of: LiveRange, session: Session): HostObject | null {
  const area = areaOf(of, session);
  const merges = of.sheet.merges.filter((merge) => intersection(merge, area) !== null);
  if (merges.length === 0) return null;
  return object(
    "RangeAreas",
    merges.map((merge) => rangeOf(session, of.sheet, merge).of as LiveRange),
  );
}

function inserted(of: LiveRange, shift: "Down" | "Right", session: Session): HostObject {
  const area = areaOf(of, session);
  insertCells(session, of.sheet, area, shift);
  // The answer is the blank space; the range itself has moved on with its cells. [D] range.insert
  return rangeOf(session, of.sheet, area);
}

/** Keeps the range for later requests; the next Instantiate tells the client under which id. */
function keep(of: LiveRange, session: Session): null {
  if (of.reference === null) {
    session.issued += 1;
    of.reference = `r${session.issued}`;
    session.kept.set(of.reference, of);
  }
  return null;
}

function validateSize(of: LiveRange, rows: unknown, columns: unknown, session: Session): void {
  const area = areaOf(of, session);
  if (rows !== area.rows || columns !== area.columns) {
    throw new HostError(
      "InvalidArgument",
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
}

function copied(of: LiveRange, [source, kind, skipBlanks, transpose]: Arguments, session: Session): void {
  if (isObject(source, "RangeAreas")) throw invalid("one range to copy from");
  const from = cellsArgument(session, of.sheet, source);
  const word = wordArgument(kind ?? "All", copyKinds);
  if (word === "Link")
    throw new HostError("UnsupportedOperation", "The operation being attempted is not supported: copying links.");
  copyCells(
    session,
    from,
    { sheet: of.sheet, area: areaOf(of, session) },
    { kind: word, skipBlanks: skipBlanks === true, transpose: transpose === true },
  );
}

function select(of: LiveRange, session: Session): void {
  activate(of.sheet, session);
  session.book.selection = areaOf(of, session);
  changed(session, { kind: "book", what: "active" });
}

const areas: ObjectClass<readonly LiveRange[]> = {
  scalars: {
    Address: (of, session) => of.map((one) => fullAddress(one.sheet, areaOf(one, session))).join(","),
    AreaCount: (of) => of.length,
    CellCount: (of, session) =>
      of.reduce((sum, one) => sum + areaOf(one, session).rows * areaOf(one, session).columns, 0),
  },
  navigation: { Areas: (of) => object("RangeCollection", of) },
  actions: { _KeepReference: () => null },
};

const ranges: ObjectClass<readonly LiveRange[]> = {
  items: (of) => of.map((one) => object("Range", one)),
  methods: { GetItemAt: (of, [index]) => object("Range", of[wholeArgument(index)] ?? nothing("a range")) },
  actions: { GetCount: (of) => of.length },
};

/** The rows of a range that are not hidden. [D] RangeView */
const view: ObjectClass<LiveRange> = {
  scalars: {
    Values: (of, session) => visible(of, session, rangeScalars.Values(of, session)),
    Formulas: (of, session) => visible(of, session, rangeScalars.Formulas(of, session)),
    Text: (of, session) => visible(of, session, rangeScalars.Text(of, session)),
    NumberFormat: (of, session) => visible(of, session, rangeScalars.NumberFormat(of, session)),
    ValueTypes: (of, session) => visible(of, session, rangeScalars.ValueTypes(of, session)),
    RowCount: (of, session) => visible(of, session, rangeScalars.ValueTypes(of, session))?.length ?? 0,
    ColumnCount: (of, session) => areaOf(of, session).columns,
  },
  methods: { GetRange: (of, _, session) => rangeOf(session, of.sheet, areaOf(of, session)) },
};

function visible<T>(of: LiveRange, session: Session, rows: readonly T[] | null): readonly T[] | null {
  const { row } = areaOf(of, session);
  return (
    rows?.filter((_, i) => {
      const record = of.sheet.rows.get(row + i);
      return record?.hidden !== true && record?.filtered !== true;
    }) ?? null
  );
}

export const rangeClasses = { Range: range, RangeAreas: areas, RangeCollection: ranges, RangeView: view };
