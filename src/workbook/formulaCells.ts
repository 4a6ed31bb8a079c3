import type { DocBlock, DocCell, SheetDoc } from "../reports/sheetDoc";
import { addressOf, rangeAt } from "./address";
import type { Session } from "./inExcel";
import { bytesPerSlice } from "./inSlices";

/** A cell of ours that does not hold its formula, or whose formula shows an error. */
export interface WrongFormula {
  readonly sheet: string;
  readonly cell: string;
  /** The error that the formula shows; null where the cell holds something else than was written. */
  readonly error: string | null;
}

/** What stands in a block, row by row from its first cell; nothing of charts. */
interface Grid {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly DocCell[])[];
}

/** True for a live formula. */
export function isFormula(cell: DocCell): cell is Extract<DocCell, { readonly formula: string }> {
  return typeof cell === "object" && cell !== null && "formula" in cell;
}

/** True for a table with live formulas. */
export function holdsFormulas(block: DocBlock): boolean {
  return block.kind === "table" && block.rows.some((cells) => cells.some(isFormula));
}

/**
 * Puts constants into the batch for the cells of a standing table that formulas are to follow in. In a column of formulas
 * Excel may take one of those that are written for the whole column's; between constants it leaves each as it is.
 */
export function queueConstants(range: Excel.Range, formulas: readonly (readonly boolean[])[]): void {
  if (!formulas.some((row) => row.some(Boolean))) return;
  range.values = formulas.map((row) => row.map((isOne) => (isOne ? 0 : null)));
}

/** Reads the formulas of some sheets of ours back, and tells those that are not as written or show an error. */
export async function wrongFormulas(
  session: Session,
  sheets: readonly { readonly name: string; readonly doc: SheetDoc }[],
): Promise<readonly WrongFormula[]> {
  const grids = sheets.flatMap(({ name, doc }) =>
    doc.blocks.flatMap((block) => {
      const grid = formulaGrid(block);
      return grid ? [{ sheet: name, ...grid, range: null as Excel.Range | null }] : [];
    }),
  );
  let waiting = 0;
  for (const grid of grids) {
    const { row, column, cells } = grid;
    const bytes = JSON.stringify(cells).length * 2;
    if (waiting > 0 && waiting + bytes > bytesPerSlice) {
      await session.sync();
      waiting = 0;
    }
    waiting += bytes;
    const place = { row, column, rows: cells.length, columns: cells[0]?.length ?? 0 };
    grid.range = rangeAt(session.workbook.worksheets.getItem(grid.sheet), place).load("formulas,values,valueTypes");
  }
  if (waiting > 0) await session.sync();
  return grids.flatMap(wrongIn);
}

/** The least rectangle of a block with all its formulas. */
function formulaGrid(block: DocBlock): Grid | null {
  const grid = gridOf(block);
  const rows = grid?.cells.flatMap((cells, i) => (cells.some(isFormula) ? [i] : [])) ?? [];
  const [first, last] = [rows[0], rows.at(-1)];
  if (!grid || first === undefined || last === undefined) return null;
  return { ...grid, row: grid.row + first, cells: grid.cells.slice(first, last + 1) };
}

function gridOf(block: DocBlock): Grid | null {
  const { row, column } = block;
  switch (block.kind) {
    case "text":
      return { row, column, cells: [[block.cell]] };
    case "pairs":
      return { row, column: column + 1, cells: block.pairs.map(({ cell }) => [cell]) };
    case "table":
      return { row: row + 1 + (block.standing ?? 0), column, cells: block.rows };
    case "chart":
      return null;
    default:
      return block satisfies never;
  }
}

function wrongIn(grid: Grid & { readonly sheet: string; readonly range: Excel.Range | null }): WrongFormula[] {
  const { sheet, row, column, cells, range } = grid;
  return cells.flatMap((line, i) =>
    line.flatMap((cell, k): WrongFormula[] => {
      const held = String(range?.formulas[i]?.[k] ?? "");
      const at = addressOf({ row: row + i, column: column + k, rows: 1, columns: 1 });
      if (!isFormula(cell)) {
        // What people keep in their own cells is theirs to say, and a text of ours may begin like a formula.
        const isNumber = typeof cell === "number" || cell === null;
        return isNumber && held.startsWith("=") ? [{ sheet, cell: at, error: null }] : [];
      }
      if (!sameFormula(cell.formula, held)) return [{ sheet, cell: at, error: null }];
      const isError = range !== null && String(range.valueTypes[i]?.[k]) === "Error";
      return isError ? [{ sheet, cell: at, error: String(range.values[i]?.[k]) }] : [];
    }),
  );
}

/**
 * Excel gives a formula back in its own spelling: with or without spaces, quotes around a sheet's name, a second pair of
 * brackets around a column's, "@" where one value is meant.
 */
export function sameFormula(written: string, held: string): boolean {
  return written === held || spelling(written) === spelling(held);
}

/** A text in quotes, a name in its own pair of brackets, or what Excel may leave out or add. */
const spelled = /("(?:[^"]|"")*")|(\[(?:'.|[^[\]'])*\])|[\s[\]'@]|_xlfn\.|[^\s[\]'@"]+?/g;

/** A formula without what Excel may spell in another way. */
export function spelling(formula: string): string {
  return formula.replace(spelled, (part: string, text?: string, name?: string) => {
    if (text !== undefined) return text;
    if (name !== undefined) return name.replace("[@", "[").toUpperCase();
    return /^[\s[\]'@]$|^_xlfn\.$/.test(part) ? "" : part.toUpperCase();
  });
}
