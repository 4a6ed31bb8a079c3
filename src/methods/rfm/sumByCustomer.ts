import { sumOf } from "../statistics/sumOf";

/** Up to this many amounts of one customer are put in order one by one, which for few is faster than a sort. */
const few = 32;

/**
 * The sum of amounts per customer: sorted before they are added up, so that the order of the lines does not show.
 *
 * @param customers - customer per amount; below zero for an amount that does not count
 * @param amounts - finite
 * @returns sum per customer, 0 where there is no amount
 * @example
 * sumByCustomer(Int32Array.of(1, 0, 1, -1), Float64Array.of(5, 2, 3, 9), 2); // => [2, 8]
 */
export function sumByCustomer(customers: Int32Array, amounts: Float64Array, customerCount: number): Float64Array {
  const ends = new Int32Array(customerCount);
  for (let i = 0; i < customers.length; i++) if (customers[i]! >= 0) ends[customers[i]!]!++;
  for (let customer = 0, end = 0; customer < customerCount; customer++) {
    const count = ends[customer]!;
    ends[customer] = end;
    end += count;
  }
  const placed = new Float64Array(amounts.length);
  for (let i = 0; i < customers.length; i++) if (customers[i]! >= 0) placed[ends[customers[i]!]!++] = amounts[i]!;
  const sums = new Float64Array(customerCount);
  for (let customer = 0, start = 0; customer < customerCount; customer++) {
    const end = ends[customer]!;
    if (end - start <= few) sums[customer] = sumOfFew(placed, start, end);
    else sums[customer] = sumOf(placed.subarray(start, end).sort());
    start = end;
  }
  return sums;
}

/** The sum of the values from `start` to before `end`, which are put in order on the way; added up as `sumOf` does. */
function sumOfFew(values: Float64Array, start: number, end: number): number {
  for (let i = start + 1; i < end; i++) {
    const value = values[i]!;
    let at = i - 1;
    while (at >= start && values[at]! > value) {
      values[at + 1] = values[at]!;
      at--;
    }
    values[at + 1] = value;
  }
  let sum = 0;
  let lost = 0;
  for (let i = start; i < end; i++) {
    const value = values[i]!;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
