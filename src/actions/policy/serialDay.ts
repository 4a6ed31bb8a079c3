import { dayThatNeverWas, lastDay } from "../../table/dayNumber";
import { dayText } from "../../table/dayText";

const daysTo1904 = 1462;

/** The day of a cell's number as YYYY-MM-DD; null for a number that is no day. */
export function serialDay(serial: number, from1904: boolean): string | null {
  const day = Math.floor(serial) + (from1904 ? daysTo1904 : 0);
  return day < 1 || day > lastDay || day === dayThatNeverWas ? null : dayText(day);
}
