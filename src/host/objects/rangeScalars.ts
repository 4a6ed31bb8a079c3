import { fromFileForm } from "../formulas/fileForm";
import { answeredValue, shownValue, valueType } from "../edit/rangeText";
import { columnStyle, withSpans } from "../edit/cellStyles";
import { tableAt } from "../edit/tablesAt";
import { refuseIfLocked } from "../edit/guards";
import { isColumnHidden, leftOf, topOf } from "../edit/measures";
import { maxColumns, maxRows, type Area } from "../model/address";
import type { Cell, Sheet } from "../model/book";
import { rowAt } from "../model/cells";
import { defaultStyle } from "../model/style";
import { changed, type Session } from "../session";
import { areaOf, fullAddress } from "./addresses";
import type { LiveRange } from "./handles";
import { invalid } from "./objectClass";

/** Reads one thing per cell; null above the limit of cells. [D] */
function grid<T>(
  of: LiveRange,
  session: Session,
  read: (cell: Cell | undefined, row: number, column: number) => T,
): T[][] | null {
  const area = areaOf(of, session);
  if (area.rows * area.columns > session.maxCells) return null;
  // Arrays of known length: 100,000 short ones that grow take a quarter longer.
  const result = new Array<T[]>(area.rows);
  for (let i = 0; i < area.rows; i++) {
    const row = area.row + i;
    const cells = of.sheet.rows.get(row)?.cells;
    const line = new Array<T>(area.columns);
    for (let j = 0; j < area.columns; j++) line[j] = read(cells?.get(area.column + j), row, area.column + j);
    result[i] = line;
  }
  return result;
}

function settled<T>(
  of: LiveRange,
  session: Session,
  read: (cell: Cell | undefined, row: number, column: number) => T,
): T[][] | null {
  session.settle();
  return grid(of, session, read);
}

function shownFormula(sheet: Sheet, cell: Cell | undefined, row: number, column: number): string | number | boolean {
  if (cell?.formula === undefined) return shownValue(cell?.value);
  return cell.formula.includes("[")
    ? fromFileForm(cell.formula, tableAt(sheet, row, column)?.name ?? null)
    : cell.formula;
}

function numberFormats(of: LiveRange, session: Session): string[][] | null {
  const { styles } = session.book;
  return grid(
    of,
    session,
    (cell, _, column) => (styles[cell ? cell.style : columnStyle(of.sheet, column)] ?? defaultStyle).numberFormat,
  );
}

function formulas(of: LiveRange, session: Session): (string | number | boolean)[][] | null {
  return settled(of, session, (cell, row, column) => shownFormula(of.sheet, cell, row, column));
}

/** What a range answers of itself. */
export const rangeScalars = {
  Address: (of: LiveRange, session: Session) => fullAddress(of.sheet, areaOf(of, session)),
  AddressLocal: (of: LiveRange, session: Session) => fullAddress(of.sheet, areaOf(of, session)),
  // [D] Above 2^31-1 cells the count is -1.
  CellCount: (of: LiveRange, session: Session) => {
    const { rows, columns } = areaOf(of, session);
    return rows * columns > 2 ** 31 - 1 ? -1 : rows * columns;
  },
  RowCount: (of: LiveRange, session: Session) => areaOf(of, session).rows,
  ColumnCount: (of: LiveRange, session: Session) => areaOf(of, session).columns,
  RowIndex: (of: LiveRange, session: Session) => areaOf(of, session).row,
  ColumnIndex: (of: LiveRange, session: Session) => areaOf(of, session).column,
  IsEntireRow: (of: LiveRange, session: Session) => areaOf(of, session).columns === maxColumns,
  IsEntireColumn: (of: LiveRange, session: Session) => areaOf(of, session).rows === maxRows,
  HasSpill: () => false,
  Values: (of: LiveRange, session: Session) => settled(of, session, (cell) => shownValue(answeredValue(cell))),
  ValueTypes: (of: LiveRange, session: Session) =>
    settled(of, session, (cell) => valueType(answeredValue(cell), cell?.formula !== undefined)),
  Formulas: formulas,
  FormulasLocal: formulas,
  Text: (of: LiveRange, session: Session) => {
    const { styles, date1904 } = session.book;
    return settled(of, session, (cell) =>
      cell ? session.format(cell.value, (styles[cell.style] ?? defaultStyle).numberFormat, date1904) : "",
    );
  },
  NumberFormat: numberFormats,
  NumberFormatLocal: numberFormats,
  RowHidden: (of: LiveRange, session: Session) => common(hiddenRows(of.sheet, areaOf(of, session))),
  ColumnHidden: (of: LiveRange, session: Session) => common(hiddenColumns(of.sheet, areaOf(of, session))),
  // [D] True if all cells are hidden, null if some are.
  Hidden: (of: LiveRange, session: Session) => {
    const area = areaOf(of, session);
    const rows = common(hiddenRows(of.sheet, area));
    const columns = common(hiddenColumns(of.sheet, area));
    if (rows === true || columns === true) return true;
    return rows === false && columns === false ? false : null;
  },
  Left: (of: LiveRange, session: Session) => leftOf(of.sheet, areaOf(of, session).column),
  Top: (of: LiveRange, session: Session) => topOf(of.sheet, areaOf(of, session).row),
  Width: (of: LiveRange, session: Session) => {
    const { column, columns } = areaOf(of, session);
    return leftOf(of.sheet, column + columns) - leftOf(of.sheet, column);
  },
  Height: (of: LiveRange, session: Session) => {
    const { row, rows } = areaOf(of, session);
    return topOf(of.sheet, row + rows) - topOf(of.sheet, row);
  },
};

function common(flags: Iterable<boolean>): boolean | null {
  let all: boolean | null = null;
  for (const flag of flags) {
    if (all !== null && all !== flag) return null;
    all = flag;
  }
  return all;
}

function* hiddenRows(sheet: Sheet, area: Area): Generator<boolean> {
  // Beyond the last row that holds something no row is hidden.
  if (area.rows === maxRows) {
    let known = 0;
    for (const record of sheet.rows.values()) {
      known += 1;
      yield record.hidden === true || record.filtered === true;
    }
    if (known < maxRows) yield false;
    return;
  }
  for (let row = area.row; row < area.row + area.rows; row++) {
    const record = sheet.rows.get(row);
    yield record?.hidden === true || record?.filtered === true;
  }
}

function* hiddenColumns(sheet: Sheet, area: Area): Generator<boolean> {
  for (let column = area.column; column < area.column + area.columns; column++) yield isColumnHidden(sheet, column);
}

/**
 * Per row of a range whether it is hidden, by a person or a filter. Other properties of rows are not played.
 * [D] Excel.Range.getRowProperties, Excel.RowPropertiesLoadOptions.rowHidden
 */
export function rowProperties(of: LiveRange, options: unknown, session: Session): readonly { rowHidden: boolean }[] {
  const asked = Object.keys(options ?? {});
  if (asked.length !== 1 || asked[0] !== "rowHidden") throw invalid("rowHidden alone");
  return Array.from(hiddenRows(of.sheet, areaOf(of, session)), (rowHidden) => ({ rowHidden }));
}

/** Hides or shows the rows or columns that a range touches. */
export function setHidden(of: LiveRange, axis: "rows" | "columns", hidden: boolean, session: Session): void {
  const area = areaOf(of, session);
  refuseIfLocked(session, of.sheet, area, axis === "rows" ? "allowFormatRows" : "allowFormatColumns");
  if (axis === "rows") {
    for (let row = area.row; row < area.row + area.rows; row++) {
      if (!hidden && !of.sheet.rows.has(row)) continue;
      const record = rowAt(of.sheet, row);
      if (hidden) record.hidden = true;
      else {
        delete record.hidden;
        delete record.filtered;
      }
    }
  } else {
    of.sheet.columns = withSpans(of.sheet.columns, area.column, area.column + area.columns - 1, (span) => ({
      ...span,
      hidden,
    }));
  }
  changed(session, { kind: "layout", sheet: of.sheet, what: axis });
}
