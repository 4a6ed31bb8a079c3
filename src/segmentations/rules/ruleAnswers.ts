import type { RuleTest, RulesSegmentation } from "./plan";
import { columnNamed } from "../../table/columnNamed";
import { CellKind, type Column, type CustomerTable } from "../../table/customerTable";
import { groupText } from "../../table/groupText";
import type { DateReading } from "../../table/readDate";
import { Answer } from "./answer";
import { type DayTest, inAnyCase, isWithin, testDay, testNumber, testText, type WordTest } from "./testCell";

type Rule = RulesSegmentation["rules"][number];

/** Answers rule by rule for all rows. What the columns say is worked out once for all rules. */
export interface RuleAnswers {
  /** Per row the answer; the array is used again for the next rule. */
  readonly of: (rule: Rule) => Uint8Array;
}

/** Prepares a table for many rules: a column has few different texts and many cells, so tests go by the texts. */
export function ruleAnswers(table: CustomerTable, dates: DateReading): RuleAnswers {
  const codesOf = new Map<string, TextCodes>();
  const codesFor = (name: string): TextCodes => {
    const known = codesOf.get(name);
    if (known) return known;
    const codes = textCodes(columnNamed(table, name), table.rows);
    codesOf.set(name, codes);
    return codes;
  };
  const any = new Uint8Array(table.rows);
  const all = new Uint8Array(table.rows);
  return {
    of: (rule) => {
      any.fill(Answer.no);
      for (const { all: tests } of rule.any) {
        all.fill(Answer.yes);
        for (const test of tests) {
          if (test.kind === "band") narrowByNumber(all, test, columnNamed(table, test.column));
          else if (test.kind === "days") narrowByDay(all, test, columnNamed(table, test.column), dates);
          else narrowByText(all, test, codesFor(test.column));
        }
        for (let row = 0; row < any.length; row++) if (all[row]! > any[row]!) any[row] = all[row]!;
      }
      return any;
    },
  };
}

function narrowByNumber(answers: Uint8Array, test: Extract<RuleTest, { readonly kind: "band" }>, column: Column): void {
  const { kinds, numbers } = column;
  const { from, below } = test;
  const [within, outside] = test.not ? [Answer.no, Answer.yes] : [Answer.yes, Answer.no];
  for (let row = 0; row < answers.length; row++) {
    if (answers[row] === Answer.no) continue;
    const value = numbers[row]!;
    const plain = kinds[row] === CellKind.number && Number.isFinite(value);
    const answer = plain ? (isWithin(value, from, below) ? within : outside) : testNumber(test, column, row);
    if (answer < answers[row]!) answers[row] = answer;
  }
}

function narrowByDay(answers: Uint8Array, test: DayTest, column: Column, dates: DateReading): void {
  const holds = testDay(test, dates);
  for (let row = 0; row < answers.length; row++) {
    if (answers[row] === Answer.no) continue;
    const answer = holds(column, row);
    if (answer < answers[row]!) answers[row] = answer;
  }
}

/** A text is looked at once, and only if the answer of a row with it is still open to change. */
function narrowByText(answers: Uint8Array, test: WordTest, { codes, texts, folded }: TextCodes): void {
  const unknown = 255;
  const answerOf = new Uint8Array(texts.length).fill(unknown);
  let code = 0;
  const holds = testText(test, (text) => (folded[code] ??= inAnyCase(text)));
  for (let row = 0; row < answers.length; row++) {
    if (answers[row] === Answer.no) continue;
    code = codes[row]!;
    let answer = answerOf[code]!;
    if (answer === unknown) {
      const text = texts[code] ?? null;
      answer = text === null ? Answer.open : holds(text);
      answerOf[code] = answer;
    }
    if (answer < answers[row]!) answers[row] = answer;
  }
}

/** The different texts of a column, null for its error values, and per row which it is. */
interface TextCodes {
  readonly codes: Uint32Array;
  readonly texts: readonly (string | null)[];
  /** Per text the same without its case, as far as a test has asked for it. */
  readonly folded: (string | undefined)[];
}

function textCodes(column: Column, rows: number): TextCodes {
  const codes = new Uint32Array(rows);
  const texts: (string | null)[] = [];
  const codeOf = new Map<string | null, number>();
  // What a cell's own text comes to is worked out once.
  const codeOfCell = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const cell = column.kinds[row] === CellKind.text ? column.texts[row]! : null;
    let code = cell === null ? undefined : codeOfCell.get(cell);
    if (code === undefined) {
      const text = groupText(column, row);
      code = codeOf.get(text) ?? texts.push(text) - 1;
      codeOf.set(text, code);
      if (cell !== null) codeOfCell.set(cell, code);
    }
    codes[row] = code;
  }
  return { codes, texts, folded: new Array<string | undefined>(texts.length) };
}
