import { maxColumns, maxRows, type Area } from "../model/address";
import type { Book, Cell, Change, Sheet } from "../model/book";
import { dependentsIndex } from "./dependents";
import { eachCellWithFormula } from "./eachCellWithFormula";
import { linksOf, samePrecedents, type Links } from "./link";
import { isProblem, parseFormula, type Node } from "./parseFormula";
import { forgetNames } from "./resolve";
import type { Reference } from "./value";

/** A cell's formula, read and linked. */
export interface Formula extends Links {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  readonly text: string;
  /** Null for what cannot be read and for array formulas. */
  readonly node: Node | null;
}

/** All formulas of a book, and which of them are out of date. */
export interface FormulaRegistry {
  /** Out of date, without those that merely read them. */
  readonly dirty: Set<Formula>;
  /** Entered since they were last calculated. */
  readonly entered: Set<Formula>;
  /** Remembers a change of the book until `catchUp`. */
  note(change: Change): void;
  /** Finds new, changed and gone formulas and marks what the changes put out of date. False if there was nothing to do. */
  catchUp(): boolean;
  /** Calls `visit` for every formula that reads the formula's cell. */
  readersOf(formula: Formula, visit: (reader: Formula) => void): void;
  /** All formulas that read a cell of an area, also those that are not calculated here. */
  readersOfArea(area: Reference): ReadonlySet<Formula>;
  all(): Iterable<Formula>;
}

/** The whole grid of a sheet. */
const everything: Area = { row: 0, column: 0, rows: maxRows, columns: maxColumns };
/** References make most formulas of a tall column differ; those are not worth keeping. */
const keptNodes = 10_000;

/** The formulas of a book as it stands. Those without a value are out of date, those with one are trusted. */
export function formulaRegistry(book: Book): FormulaRegistry {
  let formulas = new Map<Sheet, Map<number, Formula>>();
  let dependents = dependentsIndex<Formula>();
  const nodes = new Map<string, Node | null>();
  const dirty = new Set<Formula>();
  const entered = new Set<Formula>();
  let pending = { scan: true, link: false, names: false, areas: [] as Reference[], moved: [] as Reference[] };

  forgetNames(book);
  const nodeOf = (text: string): Node | null => {
    let node = nodes.get(text);
    if (node !== undefined) return node;
    const parsed = parseFormula(text);
    node = isProblem(parsed) ? null : parsed;
    if (nodes.size < keptNodes) nodes.set(text, node);
    return node;
  };
  const forget = (formula: Formula): void => {
    for (const precedent of formula.precedents) dependents.remove(precedent, formula);
    formulas.get(formula.sheet)?.delete(placeOf(formula.row, formula.column));
    dirty.delete(formula);
    entered.delete(formula);
  };
  const register = (sheet: Sheet, row: number, column: number, cell: Cell, text: string): Formula => {
    const node = cell.array === true ? null : nodeOf(text);
    const links = node ? linksOf(node, book, { sheet, row, column }) : { precedents: [], foreign: true, named: false };
    const formula: Formula = { sheet, row, column, cell, text, node, ...links };
    if (formula.foreign) cell.cached = true;
    else delete cell.cached;
    for (const precedent of formula.precedents) dependents.add(precedent, formula);
    let onSheet = formulas.get(sheet);
    if (!onSheet) formulas.set(sheet, (onSheet = new Map<number, Formula>()));
    onSheet.set(placeOf(row, column), formula);
    return formula;
  };
  const enter = ({ sheet, area }: Reference): void => {
    eachFormula(formulas.get(sheet), area, forget);
    eachCellWithFormula(sheet, area, (row, column, cell, text) => {
      const formula = register(sheet, row, column, cell, text);
      if (formula.foreign) return;
      dirty.add(formula);
      entered.add(formula);
    });
  };
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
        const outOfDate = old ? wasDirty.has(old) || differs(old, formula) : cell.value === null;
        if (!formula.foreign && outOfDate) dirty.add(formula);
      });
    }
  };
  /** Looks up sheets, tables and names again. A name may stand for another constant without reading other cells. */
  const relink = (names: boolean): void => {
    for (const onSheet of formulas.values()) {
      for (const formula of [...onSheet.values()]) {
        const text = formula.cell.formula;
        if (!formula.named && text === formula.text) continue;
        const wasDirty = dirty.has(formula);
        if (text === formula.text && !names && sameLinks(formula, book)) continue;
        forget(formula);
        if (text === undefined) continue;
        const next = register(formula.sheet, formula.row, formula.column, formula.cell, text);
        if (!next.foreign && (names || wasDirty || differs(formula, next))) dirty.add(next);
      }
    }
  };
  const markReaders = ({ sheet, area }: Reference): void => {
    dependents.of(sheet, area, (formula) => {
      if (!formula.foreign) dirty.add(formula);
    });
  };

  return {
    dirty,
    entered,
    note(change) {
      if (change.kind === "book" || change.kind === "sheet") forgetNames(book);
      if (change.kind === "cells" && change.what === "content") pending.areas.push(change);
      else if (change.kind === "rows" || change.kind === "columns") {
        pending.scan = true;
        pending.moved.push({ sheet: change.sheet, area: areaFrom(change.kind, change.index) });
      } else if (change.kind === "table") pending.link = true;
      else if (change.kind === "sheet") {
        pending.link = true;
        if (change.what === "deleted") pending.scan = true;
        if (change.what === "added") pending.areas.push({ sheet: change.sheet, area: everything });
      } else if (change.kind === "book" && change.what === "names") pending.names = true;
    },
    catchUp() {
      const { scan: moved, link, names, areas, moved: movedAreas } = pending;
      if (!moved && !link && !names && areas.length === 0) return dirty.size > 0;
      pending = { scan: false, link: false, names: false, areas: [], moved: [] };
      if (moved) scan();
      if (names || (link && !moved)) relink(names);
      const here = areas.filter(({ sheet }) => book.sheets.includes(sheet));
      here.forEach(enter);
      here.forEach(markReaders);
      movedAreas.forEach(markReaders);
      return dirty.size > 0;
    },
    readersOf({ sheet, row, column }, visit) {
      dependents.of(sheet, { row, column, rows: 1, columns: 1 }, (reader) => {
        if (!reader.foreign) visit(reader);
      });
    },
    readersOfArea({ sheet, area }) {
      const readers = new Set<Formula>();
      dependents.of(sheet, area, (reader) => readers.add(reader));
      return readers;
    },
    *all() {
      for (const onSheet of formulas.values()) yield* onSheet.values();
    },
  };
}

/** One number for row and column. */
function placeOf(row: number, column: number): number {
  return row * maxColumns + column;
}

/** Everything from a row or column on: what an insertion or deletion there moves. */
function areaFrom(kind: "rows" | "columns", index: number): Area {
  if (kind === "rows") return { row: index, column: 0, rows: maxRows - index, columns: maxColumns };
  return { row: 0, column: index, rows: maxRows, columns: maxColumns - index };
}

/** Whether a formula reads what it read, so that it may stay where it is listed. */
function sameLinks(formula: Formula, book: Book): boolean {
  if (!formula.node) return true;
  const links = linksOf(formula.node, book, formula);
  return links.foreign === formula.foreign && samePrecedents(formula.precedents, links.precedents);
}

function differs(before: Formula, after: Formula): boolean {
  return (
    before.text !== after.text ||
    before.foreign !== after.foreign ||
    !samePrecedents(before.precedents, after.precedents)
  );
}

function eachFormula(onSheet: Map<number, Formula> | undefined, area: Area, visit: (formula: Formula) => void): void {
  if (!onSheet || onSheet.size === 0) return;
  if (area.rows * area.columns < onSheet.size) {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const formula = onSheet.get(placeOf(row, column));
        if (formula) visit(formula);
      }
    }
    return;
  }
  for (const formula of [...onSheet.values()]) {
    const down = formula.row - area.row;
    const right = formula.column - area.column;
    if (down >= 0 && down < area.rows && right >= 0 && right < area.columns) visit(formula);
  }
}
