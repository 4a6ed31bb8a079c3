import { formerPeriods, isMonthEnd } from "../../table/formerPeriods";
import { daySerial } from "../../table/daySerial";
import { dayText } from "../../table/dayText";

/** Days after a gap of more than this are not believed where they are few: a year mistyped, a date that fills a blank. */
const longestGap = 366;
/** One in so many lines may be passed over like that; in a table of this many lines or more at least one. */
const onePercent = 100;
const leastLines = 20;

/** The day the data speaks of, and the end of a month at which it could be made to end. */
export interface DataDay {
  /** As a serial number; null where nothing says a day. */
  readonly day: number | null;
  /** Where no day is stated and the data ends within a month: the end of the month before, as a serial number. */
  readonly monthEnd: number | null;
}

/**
 * The day the data speaks of: the stated one, else that of the last order, so that no order is left out unasked. What is
 * passed over as mistyped does not make it later. No clock is asked: the same data speaks of the same day next year.
 *
 * @param stated - as YYYY-MM-DD
 * @param days - serial numbers; 0 for none
 */
export function dataDay(stated: string | null, days: Int32Array): DataDay {
  if (stated !== null) return { day: daySerial(stated), monthEnd: null };
  const span = plausibleDays(days);
  if (span === null) return { day: null, monthEnd: null };
  const latest = dayText(span.latest);
  const monthEnd = isMonthEnd(latest) ? null : daySerial(formerPeriods(latest).month);
  return { day: span.latest, monthEnd: monthEnd !== null && monthEnd >= span.earliest ? monthEnd : null };
}

/** The end of a month, and how many of the days lie after it and not after the last day; null where there is none. */
export function laterThan(
  monthEnd: number | null,
  days: Int32Array,
  last: number | null,
): { readonly date: string; readonly later: number } | null {
  if (monthEnd === null || last === null) return null;
  let later = 0;
  for (let i = 0; i < days.length; i++) if (days[i]! > monthEnd && days[i]! <= last) later++;
  return { date: dayText(monthEnd), later };
}

/**
 * The last day before a window that ends on a day: that many months before it. The window begins the day after, so that
 * 12 months to 30 June begin on 1 July. Before a month-end it is a month-end too.
 */
export function dayBeforeWindow(last: number, months: number): number {
  const text = dayText(last);
  const month = Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1 - months;
  const lastOfMonth = daySerial(formerPeriods(`${dateText(month + 1)}-01`).month) ?? 0;
  if (isMonthEnd(text)) return lastOfMonth;
  return Math.min(lastOfMonth, daySerial(`${dateText(month)}-${text.slice(8)}`) ?? lastOfMonth);
}

/** A month counted from year 0 as YYYY-MM. */
function dateText(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

function plausibleDays(days: Int32Array): { readonly earliest: number; readonly latest: number } | null {
  let earliest = Infinity;
  let latest = 0;
  let lines = 0;
  for (let i = 0; i < days.length; i++) {
    const day = days[i]!;
    if (day <= 0) continue;
    lines++;
    if (day < earliest) earliest = day;
    if (day > latest) latest = day;
  }
  if (lines === 0) return null;
  const linesOn = new Int32Array(latest - earliest + 1);
  for (let i = 0; i < days.length; i++) if (days[i]! > 0) linesOn[days[i]! - earliest]!++;
  const mostPassedOver = lines < leastLines ? 0 : Math.max(1, Math.floor(lines / onePercent));
  let [passed, from, believed] = [0, latest, latest];
  for (let day = latest; day >= earliest && passed <= mostPassedOver; day--) {
    const here = linesOn[day - earliest]!;
    if (here === 0) continue;
    if (from - day > longestGap) believed = day;
    passed += here;
    from = day;
  }
  return { earliest, latest: believed };
}
