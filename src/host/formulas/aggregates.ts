import type { CellError, CellValue } from "../model/book";
import { asLogical, asNumber } from "./coerce";
import type { FormulaFunction, Place } from "./functions";
import { eachCell, matrixOf } from "./readCells";
import { errors, isError, isMatrix, isReference, isSingle, type Matrix, type Value } from "./value";

const many = 255;

/** Functions that make one value of many. */
export const aggregates = {
  SUM: numeric((numbers) => total(numbers)),
  MIN: numeric((numbers) => numbers.reduce((low, number) => (number < low ? number : low), numbers[0] ?? 0)),
  MAX: numeric((numbers) => numbers.reduce((high, number) => (number > high ? number : high), numbers[0] ?? 0)),
  AVERAGE: numeric((numbers) => (numbers.length === 0 ? errors.divisionByZero : total(numbers) / numbers.length)),
  COUNT: {
    least: 1,
    most: many,
    takes: "all",
    run: (args, place) =>
      counted(args, place, (value, typed) => typeof value === "number" || (typed && !isError(asNumber(value)))),
  },
  COUNTA: {
    least: 1,
    most: many,
    takes: "all",
    run: (args, place) => counted(args, place, (value, typed) => value !== null || typed),
  },
  AND: logical((truths) => truths.every(Boolean)),
  OR: logical((truths) => truths.some(Boolean)),
  SUMPRODUCT: { least: 1, most: many, takes: "all", arrays: true, run: sumProduct },
} as const satisfies Record<string, FormulaFunction>;

/** Sum with Neumaier's compensation: the order of the cells does not show in the last digits. */
export function total(numbers: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const number of numbers) {
    const next = sum + number;
    lost += Math.abs(sum) >= Math.abs(number) ? sum - next + number : number - next + sum;
    sum = next;
  }
  return Number.isFinite(lost) ? sum + lost : sum;
}

/** Calls `visit` with each value; `typed` tells those written into the formula from those found in cells. */
function eachValue(
  args: readonly (Value | undefined)[],
  { reader }: Place,
  visit: (value: CellValue, typed: boolean) => void,
): void {
  for (const value of args) {
    if (value === undefined) visit(null, true);
    else if (isReference(value)) eachCell(value, reader, (cell) => visit(cell, false));
    else if (isMatrix(value)) for (const element of value.values) visit(element, false);
    else visit(value, true);
  }
}

/** Numbers in cells count; text and logicals there do not, but typed into the formula they are read as numbers. */
function numeric(combine: (numbers: readonly number[]) => CellValue): FormulaFunction {
  return {
    least: 1,
    most: many,
    takes: "all",
    run(args, place) {
      const numbers: number[] = [];
      const failures: CellError[] = [];
      eachValue(args, place, (value, typed) => {
        if (typeof value === "number") numbers.push(value);
        else if (isError(value)) failures.push(value);
        else if (typed) {
          const number = asNumber(value);
          if (isError(number)) failures.push(number);
          else numbers.push(number);
        }
      });
      return failures[0] ?? combine(numbers);
    },
  };
}

function counted(
  args: readonly (Value | undefined)[],
  place: Place,
  counts: (value: CellValue, typed: boolean) => boolean,
): number {
  let count = 0;
  eachValue(args, place, (value, typed) => {
    if (counts(value, typed)) count++;
  });
  return count;
}

function logical(combine: (truths: readonly boolean[]) => boolean): FormulaFunction {
  return {
    least: 1,
    most: many,
    takes: "all",
    run(args, place) {
      const truths: boolean[] = [];
      const failures: CellError[] = [];
      eachValue(args, place, (value, typed) => {
        if (!typed && (value === null || typeof value === "string")) return;
        const truth = asLogical(value);
        if (isError(truth)) failures.push(truth);
        else truths.push(truth);
      });
      return failures[0] ?? (truths.length === 0 ? errors.value : combine(truths));
    },
  };
}

/** Source: Microsoft, "SUMPRODUCT function": arrays of one shape, else #VALUE!; what is not a number counts as zero. */
function sumProduct(args: readonly (Value | undefined)[], { reader }: Place): CellValue {
  const matrices: Matrix[] = args.map((value = null) => {
    if (isReference(value)) return matrixOf(value, reader);
    return isSingle(value) ? { rows: 1, columns: 1, values: [value] } : value;
  });
  const [first] = matrices;
  if (!first || matrices.some(({ rows, columns }) => rows !== first.rows || columns !== first.columns))
    return errors.value;
  const products = new Array<number>(first.values.length);
  for (let i = 0; i < products.length; i++) {
    let product = 1;
    for (const { values } of matrices) {
      const value = values[i] ?? null;
      if (isError(value)) return value;
      product *= typeof value === "number" ? value : 0;
    }
    products[i] = product;
  }
  return total(products);
}
