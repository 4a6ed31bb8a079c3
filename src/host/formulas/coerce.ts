import { typedNumber } from "../edit/parseTyped";
import type { CellError, CellValue } from "../model/book";
import { errors, isError } from "./value";

/** The number that Excel's arithmetic takes a value for: blank is 0, TRUE is 1, text is read as if typed. */
export function asNumber(value: CellValue): number | CellError {
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "string") return numberTyped(value) ?? errors.value;
  return value;
}

/** The text that `&` and text functions take a value for. */
export function asText(value: CellValue): string | CellError {
  if (typeof value === "string") return value;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? generalText(value) : value;
}

/** The truth that conditions take a value for: any number but 0 is true, text only as "TRUE" or "FALSE". */
export function asLogical(value: CellValue): boolean | CellError {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (value === null) return false;
  if (typeof value !== "string") return value;
  const word = value.toLowerCase();
  return word === "true" || (word === "false" ? false : errors.value);
}

/** The number that a text would become when typed into a cell: "1,200", "5%", "2024-03-01", "5 May"; null for others. */
export function numberTyped(text: string): number | null {
  // Most texts of a list hold no digit, and no number is written without one.
  return text.length <= longestNumber && /\d/.test(text) ? typedNumber(text) : null;
}

/** Longer texts are no number that anybody typed. */
const longestNumber = 255;

/** A number as Excel writes it into a text: 15 significant digits, E+ from 1E+21 on (10 in a narrow General cell). */
export function generalText(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const size = Math.abs(rounded);
  if (size !== 0 && (size >= 1e21 || size < 1e-9)) {
    const [mantissa = "", exponent = ""] = rounded.toExponential().split("e");
    return `${mantissa}E${exponent.startsWith("-") ? "-" : "+"}${exponent.slice(1).padStart(2, "0")}`;
  }
  return size !== 0 && size < 1e-6 ? rounded.toFixed(20).replace(/0+$/, "") : String(rounded);
}

/** True where two numbers are one to Excel, which compares 15 significant digits. */
export function sameNumber(a: number, b: number): boolean {
  if (a === b) return true;
  return Math.abs(a - b) <= Math.abs(a) * 1e-14 && a.toPrecision(15) === b.toPrecision(15);
}

/**
 * Negative, zero or positive as `a` comes before, with or after `b`: numbers before text before FALSE before TRUE,
 * text without regard to case; a blank is 0, "" or FALSE as the other side needs. Errors are the caller's.
 */
export function compare(a: CellValue, b: CellValue): number {
  const left = a ?? blankLike(b);
  const right = b ?? blankLike(a);
  const order = rank(left) - rank(right);
  if (order !== 0) return order;
  if (typeof left === "number" && typeof right === "number") return sameNumber(left, right) ? 0 : left - right;
  if (typeof left === "string" && typeof right === "string") return compareText(left, right);
  return Number(left) - Number(right);
}

const collator = new Intl.Collator("en", { sensitivity: "accent" });

function compareText(a: string, b: string): number {
  return a === b || a.toLowerCase() === b.toLowerCase() ? 0 : collator.compare(a, b) || (a < b ? -1 : 1);
}

function blankLike(other: CellValue): CellValue {
  return typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
}

function rank(value: CellValue): number {
  return typeof value === "number" ? 0 : typeof value === "string" ? 1 : isError(value) ? 3 : 2;
}
