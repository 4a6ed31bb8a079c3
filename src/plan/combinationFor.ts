import { daysTested, foundAmounts, measuredColumns } from "./usedColumns";
import type { combinations, Plan } from "./plan";

/** How the rows of a customer become one value. */
export type RowCombination = (typeof combinations)[number];

const daysName = /past due|overdue|\bdpd\b|逾期/iu;
/** What is no amount: two drawdowns at 5 % are not one at 10 %. */
const notAdditiveName =
  /\brates?\b|\bratio|\bpercent|%|\bapr\b|\byield|\bltv\b|\bdti\b|\bterm\b|\btenor\b|\btenure\b|\bscore|\bage\b|利率|费率|比率|比例|占比|期限|评分|年龄/iu;
const dateName = /\bdate\b|maturity|日期|到期/iu;
const className = /\bclass|分类/iu;
const ratingName = /rating|评级|信用等级/iu;

/** How a column says when a customer last bought; null for a column that does not. */
function recencyOf({ segmentations }: Plan, column: string): "date" | "days" | null {
  const sources = segmentations.flatMap((each) => (each.method === "rfm" ? [each.source] : []));
  const found = sources.find((source) => source.kind === "columns" && source.recency.column === column);
  return found?.kind === "columns" ? found.recency.as : null;
}

/**
 * How a column of a plan is combined: as the plan says, and otherwise by what the column is for. Amounts are added up,
 * of days past due the most count, of dates the earliest; a class is the worst one, a rating the latest; other values
 * must agree, as must a rate or a term that is only cut: nobody owes 5 % twice.
 */
export function combinationFor(plan: Plan, column: string): RowCombination {
  const stated = plan.rows.combine.find((each) => each.column === column);
  if (stated) return stated.by;
  // All rows of a customer hold the same, or all but the first hold nothing.
  if (foundAmounts(plan).includes(column)) return "agree";
  const { roles, rows } = plan;
  const recency = recencyOf(plan, column);
  // A customer bought last on the latest of the days, or the fewest days ago.
  if (recency !== null) return recency === "date" ? "max" : "min";
  if (daysTested(plan).has(column)) return "earliest";
  if (measuredColumns(plan).has(column)) {
    if (roles.daysPastDue === column || daysName.test(column)) return "max";
    if (dateName.test(column)) return "earliest";
    const isSummed = plan.segmentations.some(({ valueColumn }) => valueColumn === column);
    const isRate = roles.rate === column || roles.term === column || notAdditiveName.test(column);
    return isRate && !isSummed ? "agree" : "sum";
  }
  if (roles.riskClass === column || className.test(column)) return "worst";
  const isRating = roles.rating === column || ratingName.test(column);
  return isRating && rows.dateColumn !== null ? "latest" : "agree";
}
