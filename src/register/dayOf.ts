const millisecondsADay = 86_400_000;
/** Day zero of Excel's 1900 date system, so that serials from March 1900 on name the right day. */
const dayZero = Date.UTC(1899, 11, 30);

/**
 * The day that a cell holds, as YYYY-MM-DD; "" for a blank cell, null for what is no date: a text is never guessed at,
 * because 03/04 is one day here and another there.
 */
export function dayOf(content: unknown): string | null {
  if (content === null || content === undefined || (typeof content === "string" && content.trim() === "")) return "";
  if (typeof content !== "number" || content < 61 || content > 2_958_465) return null;
  return new Date(dayZero + Math.floor(content) * millisecondsADay).toISOString().slice(0, 10);
}

/** Excel's serial of a day YYYY-MM-DD; null for what is no day of the calendar. */
export function serialOf(day: string): number | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  if (Number.isNaN(time)) return null;
  const serial = (time - dayZero) / millisecondsADay;
  return dayOf(serial) === day ? serial : null;
}
