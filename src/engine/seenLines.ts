import { stirred } from "./cellHash";
import type { LineHashes } from "./lineHashes";

/**
 * What the lines of a table held by which a run classified, as the workbook keeps it until the next run: bounded however
 * many lines there are, and enough to tell which came, went or changed as long as those are few.
 */
export interface SeenLines {
  /** The name of the table. */
  readonly table: string;
  readonly lines: number;
  readonly columns: readonly {
    readonly name: string;
    /** Of all its cells, whatever their order. */
    readonly sum: number;
    /** True if its formulas give another value whenever the workbook is calculated. */
    readonly restless?: true | undefined;
  }[];
  /**
   * An invertible Bloom lookup table (M. T. Goodrich and M. Mitzenmacher, 2011): every line is added to three of its
   * cells, one of each third. A cell holds how many lines it has, the sum of their hashes, the sum of their checks, and
   * per column the sum of their marks. What two such tables differ by gives back the lines by which they do.
   */
  readonly marks: readonly number[];
}

/** Cells of a third: the three together give back about 580 lines that came or went. */
export const cellsPerThird = 256;

/** The numbers of a cell before those of the columns. */
export const countAt = 0;
export const hashAt = 1;
export const checkAt = 2;
export const firstColumnAt = 3;

/** Adds up lines one by one, so that whoever adds may pause. */
export interface SeenLinesBuilder {
  /** Adds one line. Call it once for each. */
  add(line: number): void;
  /** What was seen. Call once, after the last line. */
  finish(): SeenLines;
}

/**
 * Sums stay whole numbers: they are of 2^20 lines at most, at four bytes each.
 *
 * @param restless - the columns whose formulas never rest
 */
export function seenLinesBuilder(
  table: string,
  { lines, names, cells, whole }: LineHashes,
  restless: readonly string[],
): SeenLinesBuilder {
  const width = firstColumnAt + names.length;
  const marks = new Float64Array(3 * cellsPerThird * width);
  const sums = new Float64Array(names.length);
  return {
    add(line) {
      const hash = whole[line]!;
      const check = checkOf(hash);
      for (let third = 0; third < 3; third++) {
        const at = cellOf(hash, third) * width;
        marks[at + countAt]! += 1;
        marks[at + hashAt]! += hash;
        marks[at + checkAt]! += check;
        for (let i = 0; i < cells.length; i++) marks[at + firstColumnAt + i]! += markOf(cells[i]![line]!);
      }
      for (let i = 0; i < cells.length; i++) sums[i]! += cells[i]![line]! >>> 0;
    },
    finish: () => ({
      table,
      lines,
      columns: names.map((name, i) => ({
        name,
        sum: sums[i]!,
        ...(restless.includes(name) ? { restless: true as const } : {}),
      })),
      marks: [...marks],
    }),
  };
}

/** A second hash of a line: a sum of several is taken for one line only by an odd chance. */
export function checkOf(hash: number): number {
  return stirred(hash ^ 0x3c6ef372) >>> 0;
}

/** Number of the cell of a line in a third of the table. */
export function cellOf(hash: number, third: number): number {
  return third * cellsPerThird + ((stirred(hash + Math.imul(third + 1, 0x7f4a7c15)) >>> 0) % cellsPerThird);
}

/** Two bytes of a cell's hash are enough to tell which cells of a line changed. */
function markOf(hash: number): number {
  return hash & 0xffff;
}
