import type { RuleTest, RulesSegmentation } from "./plan";
import { columnNamed } from "../../table/columnNamed";
import type { CustomerTable } from "../../table/customerTable";
import { type DateReading, readDate } from "../../table/readDate";
import { readNumber } from "../../table/readNumber";
import type { RowReason } from "../../engine/outcome";
import { Answer } from "./answer";
import { testCell } from "./testCell";

type Rule = RulesSegmentation["rules"][number];

/** What the rules make of one customer. */
export type Decision =
  /** The alternative that holds, of the first rule of which one does; rules count from zero. */
  | { readonly kind: "rule"; readonly rule: number; readonly tests: readonly RuleTest[] }
  | { readonly kind: "otherwise" }
  /** A cell leaves a rule open before another could decide. */
  | { readonly kind: "open"; readonly rule: number; readonly column: string; readonly reason: RowReason };

/** Goes through the rules for one row. */
export function decideByRules(rules: readonly Rule[], table: CustomerTable, row: number, dates: DateReading): Decision {
  for (const [index, rule] of rules.entries()) {
    const answers = rule.any.map(({ all }) => answerOf(all, table, row, dates));
    const holding = rule.any[answers.indexOf(Answer.yes)];
    if (holding) return { kind: "rule", rule: index, tests: holding.all };
    if (answers.includes(Answer.open)) return { kind: "open", rule: index, ...openCell(rule, table, row, dates) };
  }
  return { kind: "otherwise" };
}

/** The first cell that leaves a rule open, and why. Only for a row that one does. */
export function openCell(
  { any }: Rule,
  table: CustomerTable,
  row: number,
  dates: DateReading,
): { readonly column: string; readonly reason: RowReason } {
  for (const { all } of any) {
    if (answerOf(all, table, row, dates) !== Answer.open) continue;
    const open = all.find((test) => testCell(test, columnNamed(table, test.column), row, dates) === Answer.open);
    if (open) return { column: open.column, reason: reasonAt(open, table, row, dates) };
  }
  throw new Error("openCell requires a row that leaves the rule open");
}

function reasonAt({ kind, column }: RuleTest, table: CustomerTable, row: number, dates: DateReading): RowReason {
  if (kind === "days") {
    const found = readDate(columnNamed(table, column), row, dates);
    return found === "error" || found === "logical" ? found : "no-date";
  }
  const found = readNumber(columnNamed(table, column), row);
  return typeof found === "string" ? found : "error";
}

function answerOf(tests: readonly RuleTest[], table: CustomerTable, row: number, dates: DateReading): Answer {
  let least: Answer = Answer.yes;
  for (const test of tests) {
    const answer = testCell(test, columnNamed(table, test.column), row, dates);
    if (answer < least) least = answer;
  }
  return least;
}
