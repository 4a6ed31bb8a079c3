import { intersection, type Area } from "../model/address";
import type { FilterState, Sheet } from "../model/book";
import { cellsChanged } from "../model/cells";
import { toFileForm } from "../formulas/fileForm";
import { defaultStyle, internStyle } from "../model/style";
import { HostError } from "../errors";
import { invalid } from "../objects/objectClass";
import type { Session } from "../session";
import { openCell } from "./cellStyles";
import { refuseIfLocked, refuseInPivot } from "./guards";
import { parseTyped } from "./parseTyped";
import { emptyCell } from "./emptyCell";
import { renamedHeaders } from "./tableHeaders";
import { tableAt } from "./tablesAt";
import { columnsWithConstants, fillCalculatedColumns, uniteFormulas } from "./calculatedColumn";

/** A cell holds at most this many characters. [P] P31 */
const longestText = 32_767;
/** A formula has at most this many. [P] P31 */
const longestFormula = 8_192;

/**
 * Writes values or formulas as office.js gives them: a single value fills the area, an array must fit it, null leaves
 * a cell as it is, "" clears it, text is read as typing. [D]
 *
 * @throws HostError InvalidArgument for an array of another shape; AccessDenied for locked cells
 */
export function writeCells(session: Session, sheet: Sheet, area: Area, input: unknown): void {
  const rows = shaped(input, area);
  refuseIfLocked(session, sheet, area);
  refuseInPivot(sheet, area);
  checkLengths(rows);
  const write = cellWriter(session, sheet);
  const constants = hasFormulas(rows) ? columnsWithConstants(sheet, area) : null;
  const visible = session.profile.misplaceInFilteredRange ? visibleRows(sheet, area) : null;
  for (let i = 0; i < area.rows; i++) {
    const row = visible ? visible[i] : area.row + i;
    // The misplacing Excel runs out of visible rows and drops the rest. [I] P21 office-js#224
    if (row === undefined) break;
    const values = rows === null ? null : (rows[i] as readonly unknown[]);
    for (let j = 0; j < area.columns; j++) write(row, area.column + j, values === null ? input : values[j]);
  }
  renamedHeaders(session, sheet, area);
  if (constants) uniteFormulas(session, sheet, area, constants);
  fillCalculatedColumns(session, sheet, area);
  cellsChanged(session.book, sheet, area, "content");
}

function hasFormulas(rows: readonly (readonly unknown[])[] | null): boolean {
  return rows?.some((row) => row.some((value) => typeof value === "string" && value.startsWith("="))) === true;
}

/** The rows of an array that fits the area; null for a single value. @throws HostError InvalidArgument */
function shaped(input: unknown, area: Area): readonly (readonly unknown[])[] | null {
  if (!Array.isArray(input)) return null;
  const rows: readonly unknown[] = input;
  const fits = rows.length === area.rows && rows.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits) {
    const columns = Array.isArray(rows[0]) ? rows[0].length : 0;
    throw new HostError(
      "InvalidArgument",
      `The number of rows or columns in the input array doesn't match the size or dimensions of the range (${rows.length} × ${columns} for ${area.rows} × ${area.columns}).`,
    );
  }
  return rows as readonly (readonly unknown[])[];
}

/** Nothing is written if one text is too long: Excel checks the array before it writes. [K] P31 */
function checkLengths(rows: readonly (readonly unknown[])[] | null): void {
  for (const row of rows ?? []) {
    for (const value of row) {
      if (typeof value !== "string" || value.length <= longestFormula) continue;
      if (value.startsWith("="))
        throw new HostError(
          "FormulaLengthExceedsLimit",
          "The bytecode of the applied formula exceeds the maximum length limit.",
        );
      if (value.length > longestText) throw invalid(`a text of at most ${longestText} characters`);
    }
  }
}

function cellWriter(session: Session, sheet: Sheet): (row: number, column: number, value: unknown) => void {
  return (row, column, value) => {
    if (value === null || value === undefined) return;
    if (value === "") {
      const cell = sheet.rows.get(row)?.cells.get(column);
      if (!cell) return;
      emptyCell(cell);
      const isText = (session.book.styles[cell.style] ?? defaultStyle).numberFormat === "@";
      if (isText && session.profile.keepEmptyText) cell.value = "";
    } else if (typeof value === "string") writeTyped(session, sheet, row, column, wellFormed(value));
    else if (typeof value === "number" || typeof value === "boolean") {
      const cell = openCell(sheet, row, column);
      emptyCell(cell);
      // A number in a cell formatted as text becomes text, as when it is typed. [K] P05
      const asText =
        typeof value === "number" && (session.book.styles[cell.style] ?? defaultStyle).numberFormat === "@";
      cell.value = asText ? String(value) : value;
    } else throw invalid("cell values of text, numbers or true and false");
  };
}

/** Half of a character of two code units does not survive the way to Excel, which is UTF-8. [K] P36 */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}

/** Puts typed text into a cell, with the number format that comes with it. */
export function writeTyped({ book }: Session, sheet: Sheet, row: number, column: number, text: string): void {
  const cell = openCell(sheet, row, column);
  const style = book.styles[cell.style] ?? defaultStyle;
  const typed = parseTyped(text, style.numberFormat, book.date1904);
  emptyCell(cell);
  cell.value = typed.value;
  if (typed.formula !== undefined) cell.formula = toFileForm(typed.formula, tableAt(sheet, row, column)?.name ?? null);
  if (typed.numberFormat !== undefined && style.numberFormat === "General") {
    cell.style = internStyle(book.styles, { ...style, numberFormat: typed.numberFormat });
  }
}

function visibleRows(sheet: Sheet, area: Area): readonly number[] | null {
  const filtered: readonly (FilterState | null)[] = [sheet.filter, ...sheet.tables.map(({ filter }) => filter)];
  if (!filtered.some((filter) => filter && intersection(filter.area, area))) return null;
  const rows: number[] = [];
  for (let row = area.row; row < area.row + area.rows; row++) if (!sheet.rows.get(row)?.filtered) rows.push(row);
  return rows.length === area.rows ? null : rows;
}
