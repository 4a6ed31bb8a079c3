import type { CellValue } from "../model/book";

/** What typed text becomes in a cell. */
export interface Typed {
  readonly value: CellValue;
  /** With the leading "=". */
  readonly formula?: string;
  /** The number format Excel gives a cell that has none of its own. */
  readonly numberFormat?: string;
}

const errors = new Set(["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"]);

/**
 * Reads text as Excel reads typing in en-US, whatever the user's language: what office.js writes through `values`
 * and `formulas` is read so. [D] "Work with dates", "Blank and null values"; the forms of numbers and dates are [K] P01.
 *
 * @param format - the cell's number format; "@" keeps every text as it is
 */
export function parseTyped(text: string, format: string, date1904: boolean): Typed {
  if (format === "@") return { value: text };
  if (text.startsWith("'")) return { value: text.slice(1) };
  const trimmed = text.trim();
  if (trimmed === "") return { value: text };
  const first = trimmed.charCodeAt(0);
  // Most text of a customer list begins with a letter that no number, date or formula begins with.
  if (first > 0x7f) return { value: text };
  if (/^[A-Za-z]/.test(trimmed)) return parsedWord(trimmed, date1904) ?? { value: text };
  if (trimmed.startsWith("=") && trimmed.length > 1) return { value: null, formula: trimmed };
  const plain = parsedNumber(trimmed);
  if (plain) return plain;
  const upper = trimmed.toUpperCase();
  if (errors.has(upper)) return { value: { error: upper } };
  const date = parsedDate(trimmed, date1904) ?? parsedTime(trimmed);
  if (date) return date;
  if (/^[+-][^\s+-]/.test(trimmed))
    return { value: null, formula: `=${trimmed.startsWith("+") ? trimmed.slice(1) : trimmed}` };
  if (/^@[A-Za-z_]/.test(trimmed)) return { value: null, formula: `=${trimmed}` };
  return { value: text };
}

/** The number that a text would become when typed: "(5)", "1-2", "5 May", "12:30"; null for others. */
export function typedNumber(text: string): number | null {
  const trimmed = text.trim();
  const typed = parsedNumber(trimmed) ?? parsedDate(trimmed, false) ?? parsedTime(trimmed);
  return typeof typed?.value === "number" ? typed.value : null;
}

/** TRUE, FALSE, and dates that begin with a month's name. */
function parsedWord(text: string, date1904: boolean): Typed | null {
  const upper = text.length <= 5 ? text.toUpperCase() : "";
  if (upper === "TRUE" || upper === "FALSE") return { value: upper === "TRUE" };
  return /^[A-Za-z]{3,9}[-\s]\d/.test(text) ? parsedDate(text, date1904) : null;
}

function parsedNumber(text: string): Typed | null {
  const match = /^([+-]?)(\(?)([$]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(?:[eE]([+-]?\d+))?(%?)(\)?)$/.exec(text);
  if (!match) return null;
  const [, sign, open, dollar, whole = "", fraction = "", exponent, percent, close] = match;
  if ((whole === "" && fraction.length < 2) || (open === "") !== (close === "") || (open !== "" && sign !== ""))
    return null;
  const digits = Number(`${whole.replaceAll(",", "")}${fraction}${exponent === undefined ? "" : `e${exponent}`}`);
  if (!Number.isFinite(digits)) return null;
  // Typed digits beyond the fifteenth are lost. [P] P01 facts 25
  const kept = Number(digits.toPrecision(15));
  const negative = sign === "-" || open !== "";
  const value = (negative ? -kept : kept) / (percent === "%" ? 100 : 1);
  const decimals = fraction.length > 1;
  if (percent === "%") return { value, numberFormat: decimals ? "0.00%" : "0%" };
  if (dollar === "$") return { value, numberFormat: decimals ? "$#,##0.00" : "$#,##0" };
  if (exponent !== undefined) return { value, numberFormat: "0.00E+00" };
  if (whole.includes(",")) return { value, numberFormat: decimals ? "#,##0.00" : "#,##0" };
  return { value };
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const longMonths = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

function parsedDate(text: string, date1904: boolean): Typed | null {
  const dated = (year: string | undefined, month: number, day: number, numberFormat: string): Typed | null => {
    const serial = dateSerial(fullYear(year), month, day, date1904);
    return serial === null ? null : { value: serial, numberFormat };
  };
  let match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (match) return dated(match[1], Number(match[2]), Number(match[3]), "m/d/yyyy");
  match = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})$/.exec(text);
  if (match) return dated(match[3], Number(match[1]), Number(match[2]), "m/d/yyyy");
  match = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (match) return dated(undefined, Number(match[1]), Number(match[2]), "d-mmm");
  match = /^(\d{1,2})[-\s]([A-Za-z]{3,9})(?:[-\s,]+(\d{4}|\d{2}))?$/.exec(text);
  const month = match ? monthOf(match[2]) : 0;
  if (match && month > 0)
    return dated(match[3], month, Number(match[1]), match[3] === undefined ? "d-mmm" : "d-mmm-yy");
  match = /^([A-Za-z]{3,9})[-\s](\d{1,2})(?:,?\s+(\d{4}))?$/.exec(text);
  const named = match ? monthOf(match[1]) : 0;
  if (match && named > 0)
    return dated(match[3], named, Number(match[2]), match[3] === undefined ? "d-mmm" : "d-mmm-yy");
  return null;
}

function parsedTime(text: string): Typed | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([AaPp])[Mm])?$/.exec(text);
  if (!match) return null;
  const [, hour = "", minute = "", second = "0", half] = match;
  const hours = (Number(hour) % (half ? 12 : 24)) + (half?.toLowerCase() === "p" ? 12 : 0);
  if (Number(minute) > 59 || Number(second) > 59) return null;
  return {
    value: (hours * 3600 + Number(minute) * 60 + Number(second)) / 86_400,
    numberFormat: half ? "h:mm AM/PM" : "h:mm",
  };
}

function monthOf(name = ""): number {
  const lower = name.toLowerCase();
  return Math.max(months.indexOf(lower), longMonths.indexOf(lower)) + 1;
}

/** Two digits mean 1930 to 2029; none, this year. [K] P01 */
function fullYear(year: string | undefined): number {
  if (year === undefined) return new Date().getFullYear();
  return year.length === 4 ? Number(year) : Number(year) + (Number(year) < 30 ? 2000 : 1900);
}

/** The serial number of a date, or null if there is no such day or Excel cannot hold it. */
export function dateSerial(year: number, month: number, day: number, date1904: boolean): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (year < 1900 || year > 9999 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const days = Math.round(time / 86_400_000) + 25_569;
  if (date1904) return days >= 1462 ? days - 1462 : null;
  // Excel counts a 29 February 1900 that never was. [M]
  return days < 61 ? days - 1 : days;
}
