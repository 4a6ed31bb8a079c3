import type { CellValue } from "../model/book";
import { criterionTest } from "./criteria";
import { total } from "./aggregates";
import type { FormulaFunction, Place } from "./functions";
import { matrixOf, singleValue } from "./readCells";
import { errors, isError, isMatrix, isReference, type Matrix, type Reference, type Value } from "./value";

interface Condition {
  readonly range: Reference;
  readonly criterion: Value;
}

/** COUNTIF, COUNTIFS, SUMIF and SUMIFS. One pass over the cells for each. */
export const conditionals = {
  COUNTIF: { least: 2, most: 2, takes: "all", run: (args, place) => perCriterion(null, conditionsOf(args), place) },
  COUNTIFS: { least: 2, most: 254, takes: "all", run: (args, place) => perCriterion(null, conditionsOf(args), place) },
  SUMIF: {
    least: 2,
    most: 3,
    takes: "all",
    run(args, place) {
      const [range, , sum = range] = args;
      const conditions = conditionsOf(args.slice(0, 2));
      if (!conditions || sum === undefined || !isReference(sum)) return errors.value;
      // SUMIF takes the sum range's corner only; its shape is the criteria range's.
      const { rows, columns } = conditions[0]?.range.area ?? sum.area;
      return perCriterion({ ...sum, area: { ...sum.area, rows, columns } }, conditions, place);
    },
  },
  SUMIFS: {
    least: 3,
    most: 255,
    takes: "all",
    run([sum, ...rest], place) {
      return sum !== undefined && isReference(sum) ? perCriterion(sum, conditionsOf(rest), place) : errors.value;
    },
  },
} as const satisfies Record<string, FormulaFunction>;

function conditionsOf(args: readonly (Value | undefined)[]): readonly Condition[] | null {
  if (args.length % 2 !== 0) return null;
  const conditions: Condition[] = [];
  for (let i = 0; i < args.length; i += 2) {
    const range = args[i];
    if (range === undefined || !isReference(range)) return null;
    conditions.push({ range, criterion: args[i + 1] ?? null });
  }
  return conditions;
}

/** An array of criteria, as in `COUNTIF(A:A, {"a","b"})`, gives an array of results. */
function perCriterion(sum: Reference | null, conditions: readonly Condition[] | null, place: Place): Value {
  if (!conditions) return errors.value;
  const shape = conditions[0]?.range.area;
  const differs = ({ area }: Reference): boolean => area.rows !== shape?.rows || area.columns !== shape.columns;
  if (conditions.some(({ range }) => differs(range)) || (sum && differs(sum))) return errors.value;
  const criteria = conditions.map(({ criterion }) => {
    if (isMatrix(criterion)) return criterion;
    const many = place.arrays && isReference(criterion);
    return many ? matrixOf(criterion, place.reader) : singleValue(criterion, place.row, place.column);
  });
  const arrays = criteria.filter(isMatrix);
  const [first] = arrays;
  if (arrays.some(({ values }) => values.length !== first?.values.length)) return errors.value;
  const at = (i: number): readonly CellValue[] =>
    criteria.map((each) => (isMatrix(each) ? (each.values[i] ?? null) : each));
  if (!first) return matched(sum, conditions, at(0), place);
  // The same criterion again, as in the count of different values, costs no second pass.
  const known = new Map<CellValue, CellValue>();
  const values = first.values.map((criterion, i) => {
    const before = arrays.length === 1 ? known.get(criterion) : undefined;
    const value = before ?? matched(sum, conditions, at(i), place);
    known.set(criterion, value);
    return value;
  });
  return { rows: first.rows, columns: first.columns, values } satisfies Matrix;
}

function matched(
  sum: Reference | null,
  conditions: readonly Condition[],
  criteria: readonly CellValue[],
  { reader }: Place,
): CellValue {
  const tests = criteria.map(criterionTest);
  const shape = conditions[0]?.range.area ?? { rows: 0, columns: 0 };
  const used = (range: Reference): number => Math.max(0, reader.rows(range.sheet) - range.area.row);
  const rows = Math.min(shape.rows, Math.max(...conditions.map(({ range }) => used(range)), sum ? used(sum) : 0));
  const met = new Uint8Array(rows);
  const numbers: number[] = [];
  let count = 0;
  for (let column = 0; column < shape.columns; column++) {
    met.fill(1);
    conditions.forEach(({ range }, i) => {
      const { codes, distinct } = reader.coded(range.sheet, range.area.column + column);
      const meets = Uint8Array.from(distinct, (value) => Number(tests[i]?.(value) ?? false));
      // Past the sheet's last row cells are blank, as code zero.
      for (let row = 0, from = range.area.row; row < rows; row++) met[row]! &= meets[codes[from + row] ?? 0]!;
    });
    const values = sum && reader.column(sum.sheet, sum.area.column + column);
    for (let row = 0; row < rows; row++) {
      if (met[row] === 0) continue;
      count++;
      const value = values?.[(sum?.area.row ?? 0) + row];
      if (typeof value === "number") numbers.push(value);
      else if (value !== undefined && isError(value)) return value;
    }
  }
  if (sum) return total(numbers);
  // Rows below everything used are blank, and meet the criteria all or none.
  const blanks = tests.every((test) => test(null)) ? (shape.rows - rows) * shape.columns : 0;
  return count + blanks;
}
