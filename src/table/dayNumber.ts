/** Excel's serial of 31 December 9999, the last day it knows. */
export const lastDay = 2_958_465;

/** Excel's serial of the day that never was, 29 February 1900; every later serial counts it. */
export const dayThatNeverWas = 60;

/**
 * Excel's serial of a day, counted as in workbooks that begin with 1900; null for a day that no calendar has or that
 * Excel cannot count.
 *
 * @param month - from 1
 */
export function dayNumber(year: number, month: number, day: number): number | null {
  if (year < 1900 || year > 9999) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const days = Math.round(date.getTime() / 86_400_000) + 25_569;
  return days <= dayThatNeverWas ? days - 1 : days;
}
