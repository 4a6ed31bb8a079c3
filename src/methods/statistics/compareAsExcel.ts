/** Numbers that differ by more than this, relative to their size, differ in their first 15 digits. */
const surelyApart = 2e-14;

/**
 * Compares two numbers as Excel does: those whose first 15 significant digits agree are equal. So 0.7 - 0.4, which binary
 * arithmetic leaves a hair below 0.3, is 0.3, here as in the formulas of a sheet.
 *
 * Source: Microsoft, "Floating-point arithmetic may give inaccurate results in Excel", on the 15 digits that it keeps.
 *
 * What is equal to one number is equal to all that this one is equal to, so that ties stay together.
 *
 * @returns negative, zero or positive as `a` is less than, equal to or more than `b`
 * @example
 * compareAsExcel(0.7 - 0.4, 0.3); // => 0
 */
export function compareAsExcel(a: number, b: number): number {
  const apart = a - b;
  if (a === b || Math.abs(apart) > surelyApart * Math.abs(a)) return a === b ? 0 : apart;
  return a.toPrecision(15) === b.toPrecision(15) ? 0 : apart;
}
