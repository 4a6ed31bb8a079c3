import { dayNumber } from "./dayNumber";

/** The order of day, month and year in dates that are text. */
export type DateOrder = "ymd" | "dmy" | "mdy";

/** Years of two digits up to this one are of this century, the others of the last: Excel's own rule. */
const lastYearOfThisCentury = 29;

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const month = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const gap = "[\\s,./-]*";
const apart = "[\\s,./-]+";
const named = [
  new RegExp(`^${month}${gap}(?<day>\\d{1,2})(?:st|nd|rd|th)?${apart}(?<year>\\d{4}|\\d{2})$`, "iu"),
  new RegExp(`^(?<day>\\d{1,2})(?:st|nd|rd|th)?${gap}${month}${gap}(?<year>\\d{4}|\\d{2})$`, "iu"),
];
const fullMonths =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/iu;
const chinese = /^(\d{4}|\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/u;
const parted = /^(\d{1,4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,4})$/u;
const timeOfDay =
  /(?:[T\s]\s*|(?<=[日号])\s*)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/iu;

/**
 * The day that a text names, as Excel's serial of it; the time of day is left out. A year of four digits in front, a
 * month by its name and 2020年2月20日 say their order themselves; any other order must be declared.
 *
 * @param order - null where none is declared
 * @returns "order" for a date whose order is not the declared one or that nobody declared; null for what is no date
 */
export function readDateText(text: string, order: DateOrder | null): number | "order" | null {
  const plain = text.normalize("NFKC").trim().replace(timeOfDay, "").trim();
  const compact = /^\d{8}$/.test(plain) ? compactParts(plain, order) : null;
  if (compact) return dayNumber(...compact);
  const ofMonth = monthOfText(plain, order);
  if (ofMonth !== null) return dayNumber(ofMonth.year, ofMonth.month, 1);
  const parts = chinese.exec(plain);
  if (parts) return dayNumber(yearOf(parts[1]!), Number(parts[2]), Number(parts[3]));
  return readNamed(plain) ?? readParted(plain, order);
}

const monthForms = [
  /^(?<year>\d{4})\s*[-/.]\s*(?<number>\d{1,2})$/u,
  /^(?<number>\d{1,2})\s*[-/.]\s*(?<year>\d{4})$/u,
  /^(?<year>\d{4}|\d{2})\s*年\s*(?<number>\d{1,2})\s*月份?$/u,
  new RegExp(`^(?<name>${month})${gap}['’]?(?<year>\\d{4}|\\d{2})$`, "iu"),
  new RegExp(`^(?<year>\\d{4})${gap}(?<name>${month})$`, "iu"),
];

/**
 * The month that a text names without a day: 2026-10, 2026.10, Oct-26, 2026年10月; and 202610 where years are declared to
 * come first. Null for any other text. As a day it is the month's first, as Excel has it.
 */
export function monthOfText(
  text: string,
  order: DateOrder | null,
): { readonly year: number; readonly month: number } | null {
  const plain = text.normalize("NFKC").trim();
  const compact = order === "ymd" ? /^(?<year>\d{4})(?<number>\d{2})$/u.exec(plain) : null;
  for (const found of [compact, ...monthForms.map((form) => form.exec(plain))]) {
    const { year = "", number, name } = found?.groups ?? {};
    if (year === "") continue;
    const word = (name ?? "").replace(/\.$/, "");
    if (name !== undefined && !fullMonths.test(word)) continue;
    const at = number === undefined ? monthNames.indexOf(word.slice(0, 3).toLowerCase()) + 1 : Number(number);
    const whole = yearOf(year);
    if (at >= 1 && at <= 12 && whole >= 1900 && whole <= 2199) return { year: whole, month: at };
  }
  return null;
}

/** Eight digits on end, in the declared order. */
function compactParts(digits: string, order: DateOrder | null): [number, number, number] | null {
  const at = (start: number, end: number): number => Number(digits.slice(start, end));
  switch (order) {
    case "ymd":
      return [at(0, 4), at(4, 6), at(6, 8)];
    case "dmy":
      return [at(4, 8), at(2, 4), at(0, 2)];
    case "mdy":
      return [at(4, 8), at(0, 2), at(2, 4)];
    default:
      return null;
  }
}

function readNamed(plain: string): number | null {
  for (const form of named) {
    const found = form.exec(plain);
    if (!found?.groups) continue;
    const word = /[a-z]{3,}/iu.exec(plain)?.[0] ?? "";
    if (!fullMonths.test(word)) return null;
    const number = monthNames.indexOf(word.slice(0, 3).toLowerCase()) + 1;
    return dayNumber(yearOf(found.groups["year"]!), number, Number(found.groups["day"]));
  }
  return null;
}

function readParted(plain: string, order: DateOrder | null): number | "order" | null {
  const found = parted.exec(plain);
  if (!found) return null;
  const [first, second, third] = [found[1]!, found[3]!, found[4]!];
  if (first.length === 3 || third.length === 3) return null;
  if (first.length === 4) return third.length > 2 ? null : dayNumber(Number(first), Number(second), Number(third));
  if (order === "ymd" && third.length <= 2) return dayNumber(yearOf(first), Number(second), Number(third)) ?? "order";
  if (third.length === 1) return null;
  const [day, monthNumber] = order === "dmy" ? [first, second] : [second, first];
  if (order === null || order === "ymd") return anyOrder(first, second, third);
  return dayNumber(yearOf(third), Number(monthNumber), Number(day)) ?? anyOrder(first, second, third);
}

/** "order" where some order makes a date of the parts, so that the order is what is at fault. */
function anyOrder(first: string, second: string, third: string): "order" | null {
  const [a, b, year] = [Number(first), Number(second), yearOf(third)];
  return dayNumber(year, a, b) !== null || dayNumber(year, b, a) !== null ? "order" : null;
}

function yearOf(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year <= lastYearOfThisCentury ? 2000 + year : 1900 + year;
}
