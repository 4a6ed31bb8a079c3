import type { Plan } from "./plan";

const lendingWords =
  /loan|credit|exposure|outstanding|rating|past due|overdue|\bdpd\b|drawn|collateral|授信|贷款|敞口|逾期|评级|信用等级|风险分类|用信|存款/i;

/** Lending if the column names speak of loans, retail otherwise. A suggestion that one click changes. */
export function guessTemplate(columnNames: readonly string[]): Plan["template"] {
  return columnNames.some((name) => lendingWords.test(name)) ? "lending" : "retail";
}
