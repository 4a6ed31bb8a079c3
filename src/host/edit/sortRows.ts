import { translateFormula } from "../formulas/formulaShift";
import type { Area } from "../model/address";
import type { Cell, CellValue, Sheet } from "../model/book";
import { cellsChanged } from "../model/cells";
import { intersection } from "../model/address";
import { HostError } from "../errors";
import { invalid } from "../objects/objectClass";
import type { SortField } from "../objects/sortFields";
import type { Session } from "../session";
import { refuseIfLocked } from "./guards";

interface SortHow {
  readonly matchCase: boolean;
  readonly byColumns: boolean;
}

/**
 * Sorts the rows of an area, cells and all. Numbers come before text, text before true and false, errors after these,
 * blanks always last; equal rows keep their order. [P] P26 "Default sort orders" of Excel's help
 */
export function sortRows(
  session: Session,
  sheet: Sheet,
  area: Area,
  fields: readonly SortField[],
  { matchCase, byColumns }: SortHow,
): void {
  refuseIfLocked(session, sheet, area);
  if (byColumns)
    throw new HostError("UnsupportedOperation", "The operation being attempted is not supported: sorting columns.");
  if (fields.some(({ key }) => key >= area.columns)) throw invalid("a column of the range to sort by");
  if (sheet.merges.some((merge) => intersection(merge, area)))
    throw new HostError("MergedRangeConflict", "The operation causes a conflict with a merged cell.");
  session.settle();
  const compare = comparison(matchCase);
  const rows = Array.from({ length: area.rows }, (_, i) => ({
    from: area.row + i,
    cells: takenCells(sheet, area, area.row + i),
  }));
  rows.sort((a, b) => {
    for (const { key, ascending } of fields) {
      const order = compare(a.cells[key]?.value ?? null, b.cells[key]?.value ?? null, ascending);
      if (order !== 0) return order;
    }
    return a.from - b.from;
  });
  rows.forEach(({ from, cells }, i) => putCells(sheet, area, area.row + i, from, cells));
  cellsChanged(session.book, sheet, area, "content");
  cellsChanged(session.book, sheet, area, "style");
}

function takenCells(sheet: Sheet, area: Area, row: number): readonly (Cell | undefined)[] {
  const cells = sheet.rows.get(row)?.cells;
  return Array.from({ length: area.columns }, (_, j) => cells?.get(area.column + j));
}

function putCells(sheet: Sheet, area: Area, row: number, from: number, taken: readonly (Cell | undefined)[]): void {
  let record = sheet.rows.get(row);
  if (!record) {
    if (taken.every((cell) => cell === undefined)) return;
    sheet.rows.set(row, (record = { cells: new Map() }));
  }
  for (const [j, cell] of taken.entries()) {
    if (!cell) record.cells.delete(area.column + j);
    else
      record.cells.set(
        area.column + j,
        cell.formula === undefined ? cell : { ...cell, formula: translateFormula(cell.formula, row - from, 0) },
      );
  }
}

function rank(value: CellValue): number {
  if (typeof value === "number") return 0;
  if (typeof value === "string") return 1;
  return typeof value === "boolean" ? 2 : 3;
}

function comparison(matchCase: boolean): (a: CellValue, b: CellValue, ascending: boolean) => number {
  const { compare } = new Intl.Collator("en", { sensitivity: matchCase ? "variant" : "accent", caseFirst: "lower" });
  return (a, b, ascending) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const sign = ascending ? 1 : -1;
    if (rank(a) !== rank(b)) return (rank(a) - rank(b)) * sign;
    if (typeof a === "number" && typeof b === "number") return (a - b) * sign;
    if (typeof a === "string" && typeof b === "string") return compare(a, b) * sign;
    return typeof a === "boolean" && typeof b === "boolean" ? (Number(a) - Number(b)) * sign : 0;
  };
}
