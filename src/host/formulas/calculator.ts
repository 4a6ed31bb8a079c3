import { cellAddress, quotedSheetName } from "../model/address";
import type { Book, Cell, Change } from "../model/book";
import { announceCalculated } from "./announceCalculated";
import { calculationOrder } from "./calculationOrder";
import { columnReader } from "./columnReader";
import { evaluateFormula } from "./evaluate";
import { formulaRegistry, type Formula } from "./formulaRegistry";
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
  /** Where the formulas stand that read a cell of an area. */
  readersOf(area: Reference): readonly Pick<Formula, "sheet" | "row" | "column">[];
  /** Formulas that were left with their cached value, as "Sheet!A1 =FORMULA()". */
  readonly unsupported: readonly string[];
  /** Stops listening to the book. */
  detach(): void;
}

/**
 * Calculates the formulas of a book from now on. Values that the file brought along are trusted until something they
 * depend on changes; formulas without a value are calculated first.
 */
export function attachCalculator(book: Book): Calculator {
  const registry = formulaRegistry(book);
  let announcing = false;
  const onChange = (change: Change): void => {
    if (!announcing) registry.note(change);
  };
  book.listeners.add(onChange);

  return {
    settle(evenIfManual = false) {
      if (!registry.catchUp()) return;
      const manual = book.calculationMode === "Manual" && !evenIfManual;
      const { order, circular } = manual
        ? { order: [...registry.entered], circular: [] }
        : calculationOrder(registry.dirty, (formula, visit) => registry.readersOf(formula, visit));
      const changed = calculate(book, order, circular);
      for (const formula of [...order, ...circular]) {
        // What was calculated as it was entered may have read what nobody has calculated yet.
        if (!manual) registry.dirty.delete(formula);
        registry.entered.delete(formula);
      }
      announcing = true;
      try {
        announceCalculated(book, changed);
      } finally {
        announcing = false;
      }
    },
    readersOf(area) {
      registry.catchUp();
      return [...registry.readersOfArea(area)];
    },
    get unsupported() {
      registry.catchUp();
      const foreign = [...registry.all()].filter((formula) => formula.foreign);
      return foreign.map(
        ({ sheet, row, column, text }) => `${quotedSheetName(sheet.name)}!${cellAddress(row, column)} ${text}`,
      );
    },
    detach() {
      book.listeners.delete(onChange);
    },
  };
}

/** Calculates formulas one after the other and gives those whose value is another now. */
function calculate(book: Book, order: readonly Formula[], circular: readonly Formula[]): readonly Formula[] {
  const reader = columnReader();
  const changed: Formula[] = [];
  const store = (formula: Formula, value: Exclude<Cell["value"], null>): void => {
    if (sameValue(formula.cell.value, value)) return;
    formula.cell.value = value;
    reader.changed(formula.sheet, formula.row, formula.column, value);
    changed.push(formula);
  };
  for (const formula of circular) store(formula, 0);
  for (const formula of order) {
    const { node, named, sheet, row, column } = formula;
    const scene = { book, reader, arrays: false, sheet, row, column };
    if (node) store(formula, evaluateFormula(node, named ? { ...scene, names: new Map() } : scene));
  }
  return changed;
}

function sameValue(a: Cell["value"], b: Cell["value"]): boolean {
  return a === b || (isError(a) && isError(b) && a.error === b.error);
}
