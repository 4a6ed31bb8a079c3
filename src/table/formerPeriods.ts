/** The days that a date of data is compared with, as YYYY-MM-DD. */
export interface FormerPeriods {
  /** The last day of the month before. */
  readonly month: string;
  /** The last 31 December before. */
  readonly yearEnd: string;
}

/** @param dataDate - a real day, as YYYY-MM-DD */
export function formerPeriods(dataDate: string): FormerPeriods {
  const year = Number(dataDate.slice(0, 4));
  const month = Number(dataDate.slice(5, 7));
  // The day before the first of the month.
  return { month: lastDay(year, month - 1), yearEnd: lastDay(year - 1, 12) };
}

/** True for the last day of a month: only such a date is ever compared with. */
export function isMonthEnd(date: string): boolean {
  return date === lastDay(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}

/** The month-end after a month-end, as YYYY-MM-DD; null for any other day. */
export function nextMonthEnd(date: string): string | null {
  return isMonthEnd(date) ? lastDay(Number(date.slice(0, 4)), Number(date.slice(5, 7)) + 1) : null;
}

/** The last day of a month, counted from one; month 0 is December of the year before. */
function lastDay(year: number, month: number): string {
  const day = new Date(Date.UTC(2000, 0, 1));
  // Years below 100 would be taken for those of the 20th century.
  day.setUTCFullYear(year, month, 0);
  return day.toISOString().slice(0, 10);
}
