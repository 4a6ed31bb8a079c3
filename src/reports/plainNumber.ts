/** A number as a formula takes it: without an exponent. */
export function plainNumber(value: number): string {
  return /e/i.test(String(value)) ? value.toFixed(6) : String(value);
}
