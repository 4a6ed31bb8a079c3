import type { Book, CellValue } from "../model/book";
import { formatValue } from "../format/formatValue";
import { aggregates } from "./aggregates";
import { asLogical, asNumber, asText } from "./coerce";
import type { ColumnReader } from "./columnReader";
import { conditionals } from "./conditionals";
import { lookups } from "./lookups";
import { roundedTo } from "./roundedTo";
import { errors, isError, type Value } from "./value";

/** Where a formula is calculated. */
export interface Place {
  readonly book: Book;
  readonly reader: ColumnReader;
  readonly row: number;
  readonly column: number;
  /** Within SUMPRODUCT: ranges stand for all their values. */
  readonly arrays: boolean;
}

/** How a function of the vocabulary is called. */
export type FormulaFunction = {
  /** Fewest and most arguments. */
  readonly least: number;
  readonly most: number;
} & (
  | {
      /** Takes one value per argument; inside SUMPRODUCT it is applied to each element. */
      readonly takes: "singles";
      run(args: readonly CellValue[], place: Place): CellValue;
    }
  | {
      /** Takes cells and arrays as they are. Null marks an argument left out. */
      readonly takes: "all";
      /** Evaluates its arguments as arrays. */
      readonly arrays?: boolean;
      run(args: readonly (Value | undefined)[], place: Place): Value;
    }
  /** IF, IFS and IFERROR choose which arguments to evaluate. */
  | { readonly takes: "choice" }
);

/** The vocabulary: every function that is calculated, by its English name. */
export const functions: Readonly<Record<string, FormulaFunction | undefined>> = {
  ...aggregates,
  ...conditionals,
  ...lookups,
  IF: { least: 2, most: 3, takes: "choice" },
  IFERROR: { least: 2, most: 2, takes: "choice" },
  IFS: { least: 2, most: 254, takes: "choice" },
  TRUE: { least: 0, most: 0, takes: "singles", run: () => true },
  FALSE: { least: 0, most: 0, takes: "singles", run: () => false },
  NOT: {
    least: 1,
    most: 1,
    takes: "singles",
    run([value = null]) {
      const truth = asLogical(value);
      return isError(truth) ? truth : !truth;
    },
  },
  ISNUMBER: { least: 1, most: 1, takes: "singles", run: ([value = null]) => typeof value === "number" },
  TRIM: {
    least: 1,
    most: 1,
    takes: "singles",
    run([value = null]) {
      const text = asText(value);
      // Spaces alone, and not those that do not break a line. [D] TRIM
      return isError(text) ? text : text.replace(/^ +| +$/g, "").replace(/ {2,}/g, " ");
    },
  },
  ABS: {
    least: 1,
    most: 1,
    takes: "singles",
    run([value = null]) {
      const number = asNumber(value);
      return isError(number) ? number : Math.abs(number);
    },
  },
  ROUND: {
    least: 2,
    most: 2,
    takes: "singles",
    run([value = null, digits = null]) {
      const number = asNumber(value);
      if (isError(number)) return number;
      const places = asNumber(digits);
      return isError(places) ? places : roundedTo(number, Math.trunc(places));
    },
  },
  SUBSTITUTE: { least: 3, most: 4, takes: "singles", run: substitute },
  TEXT: {
    least: 2,
    most: 2,
    takes: "singles",
    run([value = null, format = null], { book }) {
      if (isError(value)) return value;
      const code = asText(format);
      return isError(code) ? code : formatValue(value ?? 0, code, book.date1904).text;
    },
  },
};

function substitute(args: readonly CellValue[]): CellValue {
  const texts: string[] = [];
  for (const value of args.slice(0, 3)) {
    const text = asText(value);
    if (isError(text)) return text;
    texts.push(text);
  }
  const [text = "", old = "", fresh = ""] = texts;
  if (args.length < 4) return old === "" ? text : text.replaceAll(old, () => fresh);
  const which = asNumber(args[3] ?? null);
  if (isError(which)) return which;
  if (which < 1) return errors.value;
  if (old === "") return text;
  let at = -old.length;
  for (let i = 0; i < Math.trunc(which); i++) {
    at = text.indexOf(old, at + old.length);
    if (at < 0) return text;
  }
  return text.slice(0, at) + fresh + text.slice(at + old.length);
}
