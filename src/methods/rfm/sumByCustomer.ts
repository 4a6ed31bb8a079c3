import { sumOf } from "../statistics/sumOf";

/** Amounts with up to four decimals are whole numbers of these. */
const parts = 10_000;
/** Up to this many amounts of one customer are put in order one by one, which for few is faster than a sort. */
const few = 32;

/**
 * The sum of amounts per customer, free of the order of the lines. Decimals with up to four places, as money mostly is,
 * are added up exactly, as whole numbers; where a customer has others, its amounts are sorted and then added up as
 * `sumOf` does.
 *
 * @param customers - customer per amount; below zero for an amount that does not count
 * @param amounts - finite
 * @returns sum per customer, 0 where there is no amount
 * @example
 * sumByCustomer(Int32Array.of(1, 0, 1, -1), Float64Array.of(5, 2, 3, 9), 2); // => [2, 8]
 */
export function sumByCustomer(customers: Int32Array, amounts: Float64Array, customerCount: number): Float64Array {
  const sums = new Float64Array(customerCount);
  const inexact = new Uint8Array(customerCount);
  let [others, largest] = [false, 0];
  for (let i = 0; i < customers.length; i++) {
    const customer = customers[i]!;
    if (customer < 0) continue;
    const amount = amounts[i]!;
    const whole = Math.round(amount * parts);
    sums[customer]! += whole;
    if (whole > largest) largest = whole;
    else if (-whole > largest) largest = -whole;
    if (whole / parts === amount) continue;
    inexact[customer] = 1;
    others = true;
  }
  for (let customer = 0; customer < customerCount; customer++) sums[customer]! /= parts;
  if (largest * customers.length > Number.MAX_SAFE_INTEGER) others = markLarge(customers, amounts, inexact) || others;
  return others ? sumSorted(customers, amounts, sums, inexact) : sums;
}

/** Marks customers whose parts might not be exact as whole numbers on the way; false where there is none. */
function markLarge(customers: Int32Array, amounts: Float64Array, marked: Uint8Array): boolean {
  const sizes = new Float64Array(marked.length);
  for (let i = 0; i < customers.length; i++) {
    if (customers[i]! >= 0) sizes[customers[i]!]! += Math.abs(amounts[i]! * parts);
  }
  let found = false;
  for (let customer = 0; customer < sizes.length; customer++) {
    if (sizes[customer]! <= Number.MAX_SAFE_INTEGER) continue;
    marked[customer] = 1;
    found = true;
  }
  return found;
}

/** Sums of sorted amounts for the marked customers; those of the others stay. */
function sumSorted(customers: Int32Array, amounts: Float64Array, sums: Float64Array, marked: Uint8Array): Float64Array {
  const ends = new Int32Array(sums.length);
  for (let i = 0; i < customers.length; i++) if (marked[customers[i]!] === 1) ends[customers[i]!]!++;
  for (let customer = 0, end = 0; customer < sums.length; customer++) {
    const count = ends[customer]!;
    ends[customer] = end;
    end += count;
  }
  const placed = new Float64Array(amounts.length);
  for (let i = 0; i < customers.length; i++) {
    if (marked[customers[i]!] === 1) placed[ends[customers[i]!]!++] = amounts[i]!;
  }
  for (let customer = 0, start = 0; customer < sums.length; customer++) {
    if (marked[customer] === 0) continue;
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
