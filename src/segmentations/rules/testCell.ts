import { compareAsExcel } from "../../methods/statistics/compareAsExcel";
import type { RuleTest } from "./plan";
import { CellKind, type Column } from "../../table/customerTable";
import { daySerial } from "../../table/daySerial";
import { groupText } from "../../table/groupText";
import { type DateReading, readDate } from "../../table/readDate";
import { readNumber } from "../../table/readNumber";
import { Answer, opposite } from "./answer";

/** The tests that go by what a cell says, and not by its number or day. */
export type WordTest = Exclude<RuleTest, { readonly kind: "band" | "days" }>;
export type DayTest = Extract<RuleTest, { readonly kind: "days" }>;

/**
 * Whether a test holds for a cell. An error value leaves every test open, and text, TRUE or FALSE leave a band open, as
 * what is no date leaves days; a blank cell is in no band, on no list and has no text.
 */
export function testCell(test: RuleTest, column: Column, row: number, dates: DateReading): Answer {
  if (test.kind === "band") return testNumber(test, column, row);
  if (test.kind === "days") return testDay(test, dates)(column, row);
  const text = groupText(column, row);
  return text === null ? Answer.open : testText(test)(text);
}

/** Whether a number lies in a band, closed below and open above. */
export function testNumber(
  { from, below, not }: Extract<RuleTest, { readonly kind: "band" }>,
  column: Column,
  row: number,
): Answer {
  const value = column.kinds[row] === CellKind.number ? column.numbers[row]! : NaN;
  if (!Number.isFinite(value)) {
    const why = readNumber(column, row);
    if (why !== "blank" && why !== "blank-text") return Answer.open;
    return not ? Answer.yes : Answer.no;
  }
  return isWithin(value, from, below) === not ? Answer.no : Answer.yes;
}

/** Whether a number lies in [from, below), compared as Excel does. */
export function isWithin(value: number, from: number | null, below: number | null): boolean {
  return (from === null || compareAsExcel(value, from) >= 0) && (below === null || compareAsExcel(value, below) < 0);
}

/** Whether a cell's day lies between two days, the first of them included. */
export function testDay({ from, below, not }: DayTest, dates: DateReading): (column: Column, row: number) => Answer {
  const [first, end] = [from === null ? -Infinity : daySerial(from), below === null ? Infinity : daySerial(below)];
  return (column, row) => {
    const day = readDate(column, row, dates);
    if (day === "blank" || day === "blank-text") return not ? Answer.yes : Answer.no;
    if (typeof day === "string" || first === null || end === null) return Answer.open;
    return (day >= first && day < end) === not ? Answer.no : Answer.yes;
  };
}

/**
 * Whether a test holds for what a cell says, which `groupText` has trimmed and composed: a list in exact case, a part of
 * a text in any case.
 *
 * @param fold - takes the case from a text
 */
export function testText(test: WordTest, fold: (text: string) => string = inAnyCase): (text: string) => Answer {
  const holds = textTest(test, fold);
  return (text) => {
    const answer = holds(text) ? Answer.yes : Answer.no;
    return test.not ? opposite(answer) : answer;
  };
}

function textTest(test: WordTest, fold: (text: string) => string): (text: string) => boolean {
  switch (test.kind) {
    case "blank":
      return (text) => text === "";
    case "list": {
      const values = new Set(test.values);
      return (text) => text !== "" && values.has(text);
    }
    case "text": {
      const part = inAnyCase(test.text);
      if (test.how === "contains") return (text) => fold(text).includes(part);
      if (test.how === "starts") return (text) => fold(text).startsWith(part);
      return (text) => fold(text).endsWith(part);
    }
    default:
      return test satisfies never;
  }
}

/** Without regard to case, by Unicode's own table, whatever the language of the machine. */
export function inAnyCase(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
