import { sumOf } from "../../methods/statistics/sumOf";
import type { Column } from "../../table/customerTable";
import { readNumber } from "../../table/readNumber";
import { rowToName, type CombinedCells } from "./combinedCells";
import type { Members } from "./membersOf";

/** Brings the rows of one customer, which stand from `first` to before `end` among the members, to one cell. */
export type Combine = (customer: number, first: number, end: number) => void;

/**
 * Adds the numbers of a customer's rows up, or takes the largest or the smallest. A cell that is no number is passed
 * over and noted; a customer without a single number has the cell of one of its rows, and is not classified by it.
 *
 * @param read - what a cell's number is
 */
export function combineNumbers(
  by: "sum" | "max" | "min",
  source: Column,
  { rows }: Members,
  cells: CombinedCells,
  read: (source: Column, row: number) => number | string = readNumber,
): Combine {
  return (customer, first, end) => {
    const numbers: number[] = [];
    const others: number[] = [];
    let [chosen, extreme] = [-1, NaN];
    for (let i = first; i < end; i++) {
      const row = rows[i]!;
      const value = read(source, row);
      if (typeof value === "string") {
        others.push(row);
        continue;
      }
      numbers.push(value);
      if (chosen < 0 || (by === "max" ? value > extreme : value < extreme)) [chosen, extreme] = [row, value];
    }
    if (chosen < 0) return cells.take(customer, rowToName(source, others));
    for (const row of others) cells.passOver(row, "left-out");
    if (by === "sum") cells.number(customer, rows[first]!, added(numbers));
    else cells.take(customer, chosen);
  };
}

/** The order of two numbers does not matter to their sum. */
function added(numbers: number[]): number {
  return numbers.length <= 2 ? (numbers[0] ?? 0) + (numbers[1] ?? 0) : sumOf(numbers.sort((a, b) => a - b));
}
