import { format, formatColor, getFormatDateInfo } from "numfmt";
import type { CellValue } from "../model/book";

/** What a cell shows. The colour, "#rrggbb" or a word of CSS, is there where the number format asks for one. */
export interface FormattedValue {
  readonly text: string;
  readonly color?: string;
}

/** Days between the epochs of Excel's two date systems. */
const days1904 = 1462;
/** What Excel fills a cell with when a date lies outside its calendar. */
const outOfCalendar = "########";

/**
 * The text of a value under a number format, as Excel shows it in a wide cell.
 *
 * General keeps to 11 characters; serial 60 is 29 February 1900, as in Excel. A format that cannot be read is taken
 * for General.
 *
 * @param locale - language of month and day names where the format does not say
 */
export function formatValue(
  value: CellValue,
  numberFormat: string,
  date1904: boolean,
  locale: "en" | "zh" = "en",
): FormattedValue {
  if (value === null) return { text: "" };
  if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE" };
  if (typeof value === "object") return { text: value.error };
  if (numberFormat === "General" && typeof value === "string") return { text: value };

  const shown = typeof value === "number" && date1904 && isCalendar(numberFormat) ? value + days1904 : value;
  try {
    const text = format(numberFormat, shown, options[locale]);
    const color = numberFormat.includes("[") ? formatColor(numberFormat, shown) : undefined;
    return typeof color === "string" ? { text, color } : { text };
  } catch {
    return { text: format("General", value) };
  }
}

const common = { dateErrorNumber: false, dateSpanLarge: false, overflow: outOfCalendar };
const options = { en: { ...common, locale: "en-US" }, zh: { ...common, locale: "zh-CN" } };

const calendars = new Map<string, boolean>();

/** True for formats that show a day of the calendar; a duration such as [h]:mm is the same in both date systems. */
function isCalendar(numberFormat: string): boolean {
  let known = calendars.get(numberFormat);
  if (known === undefined) {
    const { year, month, day } = getFormatDateInfo(numberFormat);
    calendars.set(numberFormat, (known = year || month || day));
  }
  return known;
}
