import { cellAddress, quotedSheetName, type Area } from "../model/address";
import type { Book, Cell, Change, Sheet } from "../model/book";
import { announceCalculated } from "./announceCalculated";
import { calculationOrder } from "./calculationOrder";
import { columnReader } from "./columnReader";
import { dependentsIndex } from "./dependents";
import { evaluateFormula } from "./evaluate";
import { linksOf, type Links } from "./link";
import { isProblem, parseFormula, type Node } from "./parseFormula";
import { isError, type Reference } from "./value";

/** Keeps a book's formulas calculated. */
export interface Calculator {
  /**
   * Brings the values of all formulas up to date and announces those that changed.
   *
   * With the book's calculation mode set to Manual only formulas entered since are calculated, as in Excel.
   * @param evenIfManual - what F9 and `application.calculate` do
   */
  settle(evenIfManual?: boolean): void;
  /** Formulas that were left with their cached value, as "Sheet!A1 =FORMULA()". */
  readonly unsupported: readonly string[];
  /** Stops listening to the book. */
  detach(): void;
}

interface Formula extends Links {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  readonly text: string;
  readonly node: Node | null;
}

/** Columns of a sheet, to make one number of row and column. */
const columnBits = 16_384;

/**
 * Calculates the formulas of a book from now on. Values that the file brought along are trusted until something they
 * depend on changes; formulas without a value are calculated first.
 */
export function attachCalculator(book: Book): Calculator {
  let formulas = new Map<Sheet, Map<number, Formula>>();
  let dependents = dependentsIndex<Formula>();
  const parsed = new Map<string, Node | null>();
  const marked = new WeakSet<Cell>();
  const dirty = new Set<Formula>();
  const entered = new Set<Formula>();
  let changedAreas: Reference[] = [];
  let relinkAll = false;
  let rescan: Set<Sheet> | "all" | null = "all";
  let announcing = false;

  const nodeOf = (text: string): Node | null => {
    let node = parsed.get(text);
    if (node !== undefined) return node;
    const result = parseFormula(text);
    node = isProblem(result) ? null : result;
    // References make most formulas of a tall column differ; those are not worth keeping.
    if (parsed.size < 10_000) parsed.set(text, node);
    return node;
  };
  const forget = (formula: Formula): void => {
    for (const precedent of formula.precedents) dependents.remove(precedent, formula);
    formulas.get(formula.sheet)?.delete(formula.row * columnBits + formula.column);
    dirty.delete(formula);
    entered.delete(formula);
  };
  const register = (sheet: Sheet, row: number, column: number, cell: Cell, text: string): Formula => {
    // An array formula of the file is marked by its reader: its cell alone does not say what it calculates.
    const kept = cell.cached === true && !marked.has(cell);
    const node = kept ? null : nodeOf(text);
    const links = node ? linksOf(node, book, { sheet, row, column }) : { precedents: [], foreign: true, named: false };
    const formula: Formula = { sheet, row, column, cell, text, node, ...links };
    if (formula.foreign) {
      cell.cached = true;
      if (!kept) marked.add(cell);
    } else delete cell.cached;
    for (const precedent of formula.precedents) dependents.add(precedent, formula);
    let onSheet = formulas.get(sheet);
    if (!onSheet) formulas.set(sheet, (onSheet = new Map()));
    onSheet.set(row * columnBits + column, formula);
    return formula;
  };
  /** Looks at an area's cells again: formulas gone, formulas new, formulas changed. */
  const enter = (sheet: Sheet, area: Area): void => {
    eachFormula(formulas.get(sheet), area, forget);
    eachCellWithFormula(sheet, area, (row, column, cell, text) => {
      const formula = register(sheet, row, column, cell, text);
      if (formula.foreign) return;
      dirty.add(formula);
      entered.add(formula);
    });
  };
  /** Finds all formulas again after cells moved; what reads other cells than before is out of date. */
  const scan = (): void => {
    const before = new Map<Cell, Formula>();
    for (const onSheet of formulas.values()) for (const formula of onSheet.values()) before.set(formula.cell, formula);
    const wasDirty = new Set(dirty);
    formulas = new Map();
    dependents = dependentsIndex();
    dirty.clear();
    entered.clear();
    for (const sheet of book.sheets) {
      eachCellWithFormula(sheet, everything, (row, column, cell, text) => {
        const old = before.get(cell);
        const formula = register(sheet, row, column, cell, text);
        if (formula.foreign) return;
        const same = old !== undefined && old.text === text && samePrecedents(old.precedents, formula.precedents);
        if (old === undefined ? cell.value === null : !same || wasDirty.has(old)) dirty.add(formula);
      });
    }
  };
  const relink = (): void => {
    for (const onSheet of formulas.values()) {
      for (const formula of [...onSheet.values()]) {
        const text = formula.cell.formula;
        if (!formula.named && text === formula.text) continue;
        const wasDirty = dirty.has(formula);
        forget(formula);
        if (text === undefined) continue;
        const next = register(formula.sheet, formula.row, formula.column, formula.cell, text);
        if (
          !next.foreign &&
          (wasDirty || !samePrecedents(next.precedents, formula.precedents) || next.foreign !== formula.foreign)
        )
          dirty.add(next);
      }
    }
  };

  const onChange = (change: Change): void => {
    if (announcing) return;
    if (change.kind === "cells" && change.what === "content")
      changedAreas.push({ sheet: change.sheet, area: change.area });
    else if (change.kind === "rows" || change.kind === "columns") rescan = "all";
    else if (change.kind === "table") relinkAll = true;
    else if (change.kind === "sheet") {
      relinkAll = true;
      if (change.what === "deleted") rescan = "all";
      else if (change.what === "added") changedAreas.push({ sheet: change.sheet, area: everything });
    } else if (change.kind === "book" && change.what === "names") relinkAll = true;
  };
  book.listeners.add(onChange);

  const catchUp = (): void => {
    if (rescan) scan();
    else if (relinkAll) relink();
    rescan = null;
    relinkAll = false;
    const areas = changedAreas;
    changedAreas = [];
    for (const { sheet, area } of areas) if (book.sheets.includes(sheet)) enter(sheet, area);
    for (const { sheet, area } of areas) {
      dependents.of(sheet, area, (formula) => {
        if (!formula.foreign) dirty.add(formula);
      });
    }
  };

  return {
    settle(evenIfManual = false) {
      if (!rescan && !relinkAll && changedAreas.length === 0 && dirty.size === 0) return;
      catchUp();
      const manual = book.calculationMode === "Manual" && !evenIfManual;
      const { order, circular } = manual
        ? { order: [...entered], circular: [] }
        : calculationOrder(dirty, (formula, visit) => {
            dependents.of(
              formula.sheet,
              { row: formula.row, column: formula.column, rows: 1, columns: 1 },
              (dependent) => {
                if (!dependent.foreign) visit(dependent);
              },
            );
          });
      const reader = columnReader();
      const changed: Formula[] = [];
      const store = (formula: Formula, value: Exclude<Cell["value"], null>): void => {
        dirty.delete(formula);
        entered.delete(formula);
        if (sameValue(formula.cell.value, value)) return;
        formula.cell.value = value;
        reader.changed(formula.sheet, formula.row, formula.column, value);
        changed.push(formula);
      };
      for (const formula of circular) store(formula, 0);
      for (const formula of order) {
        if (formula.node)
          store(
            formula,
            evaluateFormula(formula.node, {
              book,
              reader,
              arrays: false,
              sheet: formula.sheet,
              row: formula.row,
              column: formula.column,
            }),
          );
      }
      announcing = true;
      try {
        announceCalculated(book, changed);
      } finally {
        announcing = false;
      }
    },
    get unsupported() {
      catchUp();
      const found: string[] = [];
      for (const onSheet of formulas.values()) {
        for (const { foreign, sheet, row, column, text } of onSheet.values()) {
          if (foreign) found.push(`${quotedSheetName(sheet.name)}!${cellAddress(row, column)} ${text}`);
        }
      }
      return found;
    },
    detach() {
      book.listeners.delete(onChange);
    },
  };
}

const everything: Area = { row: 0, column: 0, rows: 1_048_576, columns: 16_384 };

function eachFormula(onSheet: Map<number, Formula> | undefined, area: Area, visit: (formula: Formula) => void): void {
  if (!onSheet || onSheet.size === 0) return;
  if (area.rows * area.columns < onSheet.size) {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const formula = onSheet.get(row * columnBits + column);
        if (formula) visit(formula);
      }
    }
    return;
  }
  for (const formula of [...onSheet.values()]) {
    const { row, column } = formula;
    if (row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns)
      visit(formula);
  }
}

function eachCellWithFormula(
  sheet: Sheet,
  area: Area,
  visit: (row: number, column: number, cell: Cell, text: string) => void,
): void {
  const visitRow = (index: number): void => {
    const cells = sheet.rows.get(index)?.cells;
    if (!cells) return;
    if (area.columns < cells.size) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = cells.get(column);
        if (cell?.formula !== undefined) visit(index, column, cell, cell.formula);
      }
      return;
    }
    for (const [column, cell] of cells) {
      if (cell.formula !== undefined && column >= area.column && column < area.column + area.columns)
        visit(index, column, cell, cell.formula);
    }
  };
  if (area.rows <= sheet.rows.size) for (let row = area.row; row < area.row + area.rows; row++) visitRow(row);
  else for (const row of sheet.rows.keys()) if (row >= area.row && row < area.row + area.rows) visitRow(row);
}

function samePrecedents(a: readonly Reference[], b: readonly Reference[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ sheet, area }, i) => {
      const other = b[i];
      return (
        other !== undefined &&
        other.sheet === sheet &&
        other.area.row === area.row &&
        other.area.column === area.column &&
        other.area.rows === area.rows &&
        other.area.columns === area.columns
      );
    })
  );
}

function sameValue(a: Cell["value"], b: Cell["value"]): boolean {
  return a === b || (isError(a) && isError(b) && a.error === b.error);
}
