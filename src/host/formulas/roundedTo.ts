import type { CellValue } from "../model/book";

/**
 * Rounds half away from zero in decimal, as ROUND does: 2.675 to 2 places is 2.68 although its double lies below.
 *
 * @param places - decimal places; negative ones round to tens, hundreds …
 */
export function roundedTo(value: number, places: number): CellValue {
  if (value === 0 || places > 15) return value;
  const shifted = shiftedBy(Math.abs(Number(value.toPrecision(15))), places);
  const rounded = shiftedBy(Math.round(shifted), -places);
  return value < 0 ? -rounded || 0 : rounded;
}

/** Moves the decimal point in the number's text, where no binary error creeps in. */
function shiftedBy(value: number, places: number): number {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(exponent) + places}`);
}
