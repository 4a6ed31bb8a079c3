import { dayThatNeverWas } from "./dayNumber";

/**
 * A day as YYYY-MM-DD, from its serial number in workbooks that begin with 1900: what `dayNumber` turns round.
 *
 * @param serial - a whole number from 1 to 2,958,465, but for the day that never was
 */
export function dayText(serial: number): string {
  const days = serial < dayThatNeverWas ? serial + 1 : serial;
  return new Date((days - 25_569) * 86_400_000).toISOString().slice(0, 10);
}
