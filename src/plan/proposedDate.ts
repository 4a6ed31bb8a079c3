import { nextMonthEnd } from "../table/formerPeriods";

/** A whole day in a name: 2026-10-31, 2026.10.31, 20261031 or 2026年10月31日. */
const day = /(?<!\d)(\d{4})(?:[-._年]?)(\d{1,2})(?:[-._月]?)(\d{1,2})(?!\d)/u;

/**
 * The date that another month's table most likely speaks of: the day in the name of its sheet or its own, or else the
 * month-end after that of the last run.
 *
 * @param former - the date of the last run's data; null if it was not stated
 * @returns null where there is nothing to go by
 */
export function proposedDate(former: string | null, names: readonly string[]): string | null {
  if (former === null) return null;
  return names.map(dayIn).find((date) => date !== null) ?? nextMonthEnd(former);
}

function dayIn(name: string): string | null {
  const [, year = "", month = "", date = ""] = day.exec(name) ?? [];
  const text = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const found = new Date(`${text}T00:00:00Z`);
  // 31 February would become a day of March.
  return !Number.isNaN(found.getTime()) && found.toISOString().startsWith(text) ? text : null;
}
