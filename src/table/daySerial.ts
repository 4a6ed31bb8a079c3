import { dayNumber } from "./dayNumber";

/**
 * Excel's serial of a day YYYY-MM-DD, counted as in workbooks that begin with 1900: what `dayText` turns round; null
 * for what is no such day.
 */
export function daySerial(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  return dayNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)));
}
