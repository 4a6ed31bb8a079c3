import { fromFileForm, toFileForm } from "../formulas/fileForm";
import { translateFormula } from "../formulas/formulaShift";
import { between, type Area } from "../model/address";
import type { Cell, Sheet } from "../model/book";
import { cellsChanged } from "../model/cells";
import { invalid } from "../objects/objectClass";
import type { Session } from "../session";
import { columnStyle, openCell } from "./cellStyles";
import { emptyCell } from "./emptyCell";
import { refuseIfLocked, refuseInPivot } from "./guards";
import { renamedHeaders } from "./tableHeaders";
import { tableAt } from "./tablesAt";

interface Cells {
  readonly sheet: Sheet;
  readonly area: Area;
}

interface CopyHow {
  readonly kind: "All" | "Values" | "Formats" | "Formulas";
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

/**
 * Copies cells as pasting does: the target's size is the source's, repeated where the target is a multiple of it. [D]
 *
 * Formulas move their relative references; `Values` takes what the formulas show now.
 */
export function copyCells(session: Session, source: Cells, target: Cells, how: CopyHow): void {
  const [rows, columns] = how.transpose
    ? [source.area.columns, source.area.rows]
    : [source.area.rows, source.area.columns];
  const area = repeatedArea(target.area, rows, columns);
  refuseIfLocked(session, target.sheet, area, how.kind === "Formats" ? "allowFormatCells" : undefined);
  refuseInPivot(target.sheet, area);
  if (how.kind === "Values") session.settle();
  // Source and target may overlap: the source is read first.
  const taken = snapshot(source);
  for (let i = 0; i < area.rows; i++) {
    for (let j = 0; j < area.columns; j++) {
      const [r, c] = how.transpose ? [j % columns, i % rows] : [i % rows, j % columns];
      const from = taken[r]?.[c];
      const at = { row: source.area.row + r, column: source.area.column + c };
      paste(source, target.sheet, from, at, { row: area.row + i, column: area.column + j }, how);
    }
  }
  if (how.kind !== "Formats") {
    renamedHeaders(session, target.sheet, area);
    cellsChanged(session.book, target.sheet, area, "content");
  }
  if (how.kind === "All" || how.kind === "Formats") cellsChanged(session.book, target.sheet, area, "style");
}

function repeatedArea(area: Area, rows: number, columns: number): Area {
  const whole = area.rows % rows === 0 && area.columns % columns === 0;
  const size = whole ? { rows: area.rows, columns: area.columns } : { rows, columns };
  const found = between(area.row, area.column, area.row + size.rows - 1, area.column + size.columns - 1);
  if (!found) throw invalid("a target within the sheet");
  return found;
}

type Taken = Readonly<Cell> | undefined;

function snapshot({ sheet, area }: Cells): readonly (readonly Taken[])[] {
  const rows: Taken[][] = [];
  for (let i = 0; i < area.rows; i++) {
    const cells = sheet.rows.get(area.row + i)?.cells;
    const row: Taken[] = [];
    for (let j = 0; j < area.columns; j++) {
      const cell = cells?.get(area.column + j);
      row.push(cell && { ...cell });
    }
    rows.push(row);
  }
  return rows;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function paste(source: Cells, sheet: Sheet, from: Taken, at: Place, to: Place, how: CopyHow): void {
  const blank = from === undefined || (from.value === null && from.formula === undefined);
  if (blank && how.skipBlanks) return;
  const known = sheet.rows.get(to.row)?.cells.get(to.column);
  if (from === undefined && known === undefined && columnStyle(source.sheet, at.column) === 0) return;
  const cell = openCell(sheet, to.row, to.column);
  if (how.kind === "All" || how.kind === "Formats") cell.style = from?.style ?? columnStyle(source.sheet, at.column);
  if (how.kind === "Formats") return;
  emptyCell(cell);
  if (!from) return;
  cell.value = from.value;
  if (how.kind === "Values" || from.formula === undefined) return;
  cell.formula = pastedFormula(source, sheet, from.formula, at, to);
  if (from.array === true) cell.array = true;
}

/** Relative references move; `[@Amount]` means the row of the table that it lands in. */
function pastedFormula(source: Cells, sheet: Sheet, formula: string, at: Place, to: Place): string {
  const moved = translateFormula(formula, to.row - at.row, to.column - at.column);
  if (!moved.includes("[")) return moved;
  const own = tableAt(source.sheet, at.row, at.column)?.name ?? null;
  return toFileForm(fromFileForm(moved, own), tableAt(sheet, to.row, to.column)?.name ?? own);
}
