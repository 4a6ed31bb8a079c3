import type { Moves } from "../engine/compareRuns";
import type { SheetWords } from "../text/sheet/en";
import type { ReportContext } from "./reportContext";
import { distinctHeaders } from "./distinctHeaders";
import { moneyFormat } from "./moneyFormat";
import type { CellFormat, DocBlock, DocCell, RowLook } from "./sheetDoc";
import { tableName } from "./tableName";

/** A segmentation and who moved in it; null where the run before did not have it. */
export interface SegmentationMoves {
  readonly id: string;
  readonly name: string;
  readonly moves: Moves | null;
}

/** Rows from the top of a segmentation's moves to what follows them. */
export function movesRows(moves: Moves | null): number {
  return moves === null ? 3 : 3 + 2 * (matrixRows(moves) + 1);
}

/** Header, former segments, not classified, entered, total. */
export function matrixRows({ from }: Moves): number {
  return from.length + 4;
}

/** Who moved from where to where, by customers and by value. */
export function movesBlocks(
  { id, name, moves }: SegmentationMoves,
  row: number,
  { plan }: ReportContext,
  words: SheetWords,
): DocBlock[] {
  const { runs } = words;
  const heading: DocBlock = {
    kind: "text",
    id: `${id}/moves-heading`,
    row,
    column: 0,
    style: "heading",
    cell: runs.moves(name),
  };
  const says = (cell: string): DocBlock => {
    return { kind: "text", id: `${id}/moves-say`, row: row + 1, column: 0, style: "note", cell };
  };
  if (moves === null) return [heading, says(runs.movesFirst)];
  const valueColumn = plan.segmentations.find((candidate) => candidate.id === id)?.valueColumn ?? "";
  return [
    heading,
    says(runs.movesSay(moves.stayed, moves.moved, moves.entered, moves.left)),
    ...movesTables(moves, valueColumn, words, {
      row: row + 2,
      ids: [`${id}/moves`, `${id}/moves-value`],
      names: [tableName("Tierbook_Moves", id), tableName("Tierbook_Value_Moves", id)],
    }),
  ];
}

/** Where the two tables of moves stand, the second below the first, and what they are called. */
export interface MovesPlace {
  readonly row: number;
  readonly ids: readonly [customers: string, value: string];
  readonly names: readonly [customers: string, value: string];
}

/** From where to where by customers, and by value. */
export function movesTables(
  moves: Moves,
  valueColumn: string,
  words: SheetWords,
  { row, ids, names }: MovesPlace,
): DocBlock[] {
  const { runs } = words;
  const from = [...moves.from, words.notClassified, runs.entered];
  const to = [...moves.to, words.notClassified];
  return [
    matrix(
      { id: ids[0], row, name: names[0] },
      [runs.byCustomers, ...to, runs.left, words.total],
      [...from, words.total],
      moves.customers,
      "count",
    ),
    matrix(
      { id: ids[1], row: row + 1 + matrixRows(moves), name: names[1] },
      [runs.byValue(valueColumn), ...to, words.total],
      [...from, words.total],
      moves.values,
      moneyFormat(moves.values.flat()),
    ),
  ];
}

function matrix(
  place: { readonly id: string; readonly row: number; readonly name: string },
  headers: readonly string[],
  names: readonly string[],
  cells: readonly (readonly number[])[],
  format: CellFormat,
): DocBlock {
  const withTotals = [...cells, cells[0]?.map((_, i) => sum(cells.map((row) => row[i] ?? 0))) ?? []];
  const rows = names.map((name, i): DocCell[] => {
    const numbers = withTotals[i] ?? [];
    return [name, ...numbers, sum(numbers)];
  });
  return {
    kind: "table",
    ...place,
    column: 0,
    columns: distinctHeaders(headers).map((header, i) => {
      return i === 0 ? { header, format: "text", width: 26 } : { header, format, width: 14 };
    }),
    rows,
    looks: names.map((_, i): RowLook => (i === names.length - 1 ? "total" : "plain")),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
