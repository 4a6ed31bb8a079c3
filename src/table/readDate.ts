import { CellKind, type Column } from "./customerTable";
import { dayThatNeverWas, lastDay } from "./dayNumber";
import { readDateText, type DateOrder } from "./readDateText";
import { readNumber, type NoNumber } from "./readNumber";

/**
 * Why a cell is no date: as with numbers, or a number that is no day ("no-day": below the first, beyond 9999, or
 * 29 February 1900, which never was), or a text whose order of day and month is not the declared one ("date-order").
 */
export type NoDate = NoNumber | "no-day" | "date-order";

/** How dates are read. */
export interface DateReading {
  /** The order in dates that are text; null where none is declared: then only those that say it themselves are read. */
  readonly order: DateOrder | null;
  /** True for a workbook whose days count from 1904. */
  readonly from1904: boolean;
  /** The order in columns that are written otherwise, by their names. */
  readonly columns?: Readonly<Record<string, DateOrder>> | undefined;
}

/** Looked up once: orders are read by the million, and each has a day. */
const [never, latest] = [dayThatNeverWas, lastDay];

/** Days between the two calendars of Excel. */
const daysTo1904 = 1462;

/**
 * The day of a cell as Excel's serial in workbooks that begin with 1900, a whole number, or why there is none. Days
 * that are eight digits (20200220) are no serials; they are read where years are declared to come first.
 */
export function readDate(column: Column, row: number, reading: DateReading): number | NoDate {
  const { from1904 } = reading;
  const order = reading.columns?.[column.name] ?? reading.order;
  const number = readNumber(column, row);
  if (typeof number === "number") return dayOfNumber(number, order, from1904);
  if (column.kinds[row] !== CellKind.text || number === "blank-text") return number;
  const day = readDateText(column.texts[row] ?? "", order);
  if (day === "order") return "date-order";
  return day ?? "text";
}

function dayOfNumber(number: number, order: DateOrder | null, from1904: boolean): number | "no-day" {
  if (order === "ymd" && Number.isInteger(number) && number >= 190_001 && number <= 99_991_231) {
    const day = number >= 19_000_101 || isMonth(number) ? readDateText(String(number), order) : null;
    if (typeof day === "number") return day;
    if (number >= 19_000_101) return "no-day";
  }
  if (isPeriod(number)) return "no-day";
  const day = Math.floor(number) + (from1904 ? daysTo1904 : 0);
  if (number < 0 || day < 1 || day > latest || day === never) return "no-day";
  return day;
}

/**
 * True for a number that people write for a year or a month: 2026, 2026.1, 202610. As a day, a year would be one of 1905,
 * and a month one of the year 2454.
 */
export function isPeriod(number: number): boolean {
  return (number >= 1900 && number < 2101) || isMonth(number);
}

function isMonth(number: number): boolean {
  return Number.isInteger(number) && number >= 190_001 && number <= 210_012 && number % 100 >= 1 && number % 100 <= 12;
}
