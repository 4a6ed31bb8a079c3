import { localeOf, type Language } from "./language";

/** Numbers and dates in sentences, as a reader of the language writes them. Cells carry numbers and formats instead. */
export interface Figures {
  count(value: number): string;
  /** A fraction of one, with one decimal. */
  share(fraction: number): string;
  /** A fraction of one as somebody set it: no decimals that say nothing. */
  percent(fraction: number): string;
  /** An amount: no decimals from 1,000 on, at most two below. */
  amount(value: number): string;
  /** A number with all its digits, as somebody set it. */
  exact(value: number): string;
  /** An ISO date, YYYY-MM-DD, as a day of the calendar. */
  day(isoDate: string): string;
  /** A moment, in the reader's own time zone. */
  moment(date: Date): string;
}

/** The figures of a language. */
export function figures(language: Language): Figures {
  const locale = localeOf[language];
  const counts = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const shares = new Intl.NumberFormat(locale, {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
  const small = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const exact = new Intl.NumberFormat(locale, { maximumFractionDigits: 15 });
  const day = { day: "numeric", month: language === "zh" ? "long" : "short", year: "numeric" } as const;
  const days = new Intl.DateTimeFormat(locale, { ...day, timeZone: "UTC" });
  const moments = new Intl.DateTimeFormat(locale, { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return {
    count: (value) => counts.format(value),
    share: (fraction) => shares.format(fraction),
    percent: (fraction) => percents.format(fraction),
    amount: (value) => (Math.abs(value) >= 1000 ? counts : small).format(value),
    exact: (value) => exact.format(value),
    day: (isoDate) => days.format(new Date(`${isoDate}T00:00:00Z`)),
    moment: (date) => moments.format(date),
  };
}
