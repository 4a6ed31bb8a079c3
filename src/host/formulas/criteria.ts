import type { CellValue } from "../model/book";
import { compare, numberTyped, sameNumber } from "./coerce";
import { isError } from "./value";

/** Tells whether a cell's value meets a criterion. */
export type Test = (value: CellValue) => boolean;

/**
 * The test that COUNTIFS, SUMIFS and their like make of a criterion.
 *
 * Source: Microsoft, "COUNTIFS function" and "COUNTIF function": operators, wildcards `*` and `?` with `~` before a
 * real one, no regard to case, an empty cell as criterion counts as 0. `""` finds blank cells and empty text, `"="`
 * blank cells only, `"<>"` all others; a number also finds the same number stored as text.
 */
export function criterionTest(criterion: CellValue): Test {
  if (criterion === null) return equalsNumber(0);
  if (typeof criterion === "number") return equalsNumber(criterion);
  if (typeof criterion === "boolean") return (value) => value === criterion;
  if (isError(criterion)) return (value) => isError(value) && value.error === criterion.error;

  const [, operator = "", operand = ""] = /^(<=|>=|<>|=|<|>)?([^]*)$/.exec(criterion) ?? [];
  if (operand === "") return emptyTest(operator);
  if (operator === "" || operator === "=") return equals(operand);
  if (operator === "<>") return not(equals(operand));
  return ordered(operator, operand);
}

function emptyTest(operator: string): Test {
  if (operator === "") return (value) => value === null || value === "";
  if (operator === "=") return (value) => value === null;
  if (operator === "<>") return (value) => value !== null;
  return () => false;
}

function equals(operand: string): Test {
  const number = numberTyped(operand);
  if (number !== null) return equalsNumber(number);
  const upper = operand.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return (value) => value === (upper === "TRUE");
  if (/^#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)$/.test(upper))
    return (value) => isError(value) && value.error === upper;
  const text = textTest(operand);
  return (value) => typeof value === "string" && text(value);
}

function equalsNumber(wanted: number): Test {
  return (value) => {
    const number = typeof value === "string" ? numberTyped(value) : value;
    return typeof number === "number" && sameNumber(number, wanted);
  };
}

function ordered(operator: string, operand: string): Test {
  const meets = (order: number): boolean =>
    operator === "<" ? order < 0 : operator === "<=" ? order <= 0 : operator === ">" ? order > 0 : order >= 0;
  const number = numberTyped(operand);
  if (number !== null) return (value) => typeof value === "number" && meets(compare(value, number));
  return (value) => typeof value === "string" && meets(compare(value, operand));
}

function not(test: Test): Test {
  return (value) => !test(value);
}

/** The test of a whole text against a pattern with `*`, `?` and `~`, without regard to case. */
export function textTest(pattern: string): (text: string) => boolean {
  const wanted = pattern.toLowerCase();
  if (!/[*?~]/.test(wanted)) return (text) => text.toLowerCase() === wanted;
  const parts = patternParts(wanted);
  return (text) => matches(Array.from(text.toLowerCase()), parts);
}

type Part = { readonly any: "one" | "many" } | { readonly is: string };

function patternParts(pattern: string): readonly Part[] {
  const parts: Part[] = [];
  const characters = Array.from(pattern);
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i] ?? "";
    const next = characters[i + 1] ?? "";
    if (character === "~" && /[*?~]/.test(next)) {
      parts.push({ is: next });
      i++;
    } else if (character === "*") parts.push({ any: "many" });
    else parts.push(character === "?" ? { any: "one" } : { is: character });
  }
  return parts;
}

/** Linear in text times stars: only the last star is ever taken back. */
function matches(text: readonly string[], parts: readonly Part[]): boolean {
  let t = 0;
  let p = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    const part = parts[p];
    if (part && "any" in part && part.any === "many") {
      star = p++;
      mark = t;
    } else if (part && ("any" in part || part.is === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  return parts.slice(p).every((part) => "any" in part && part.any === "many");
}
