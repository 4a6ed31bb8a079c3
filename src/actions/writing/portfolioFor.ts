import type { Outcome } from "../../engine/outcome";
import { riskClassUse } from "../../engine/riskClassUse";
import { formerTotals, runTotals, type RunTotals } from "../../engine/runTotals";
import { segmentTotals, type SegmentTotals } from "../../engine/segmentTotals";
import type { Plan } from "../../plan/plan";
import { portfolioMeasure } from "../../plan/portfolioMeasure";
import { presentRoles } from "../../plan/presentRoles";
import type { Portfolio } from "../../reports/portfolio/portfolio";
import { columnNamed } from "../../table/columnNamed";
import type { CustomerTable } from "../../table/customerTable";
import { nextTurn } from "../../workbook/inTurns";

/** What a run says of its portfolio, and what it leaves for later runs to compare with. */
export interface RunPortfolio {
  /** The plan with the roles whose columns the table has. */
  readonly plan: Plan;
  readonly portfolio: Portfolio | null;
  readonly totals: RunTotals | null;
}

/**
 * Sums what the formulas of a portfolio cannot know. Nothing where no role tells of a portfolio.
 *
 * @param columns - the names of all columns of the table
 * @param former - the sums of earlier runs, oldest first
 */
export async function portfolioFor(
  wanted: Plan,
  outcome: Outcome,
  table: CustomerTable,
  columns: readonly string[],
  former: readonly RunTotals[],
): Promise<RunPortfolio> {
  const { plan, missing } = presentRoles(wanted, columns);
  if (wanted.segmentations.every((segmentation) => portfolioMeasure(wanted, segmentation) === null)) {
    return { plan, portfolio: null, totals: null };
  }
  const totals: SegmentTotals[] = [];
  for (const segmentation of plan.segmentations) {
    const measure = portfolioMeasure(plan, segmentation);
    const result = outcome.segmentations.find(({ id }) => id === segmentation.id);
    if (measure === null || !result) continue;
    totals.push(segmentTotals(result, table, measure));
    // Sorting the amounts of all customers is a turn of its own.
    await nextTurn();
  }
  const { riskClass } = plan.roles;
  const declared = plan.scales.find(({ column }) => column === riskClass)?.values ?? null;
  const classes = plan.template === "lending" ? table.columns.find(({ name }) => name === riskClass) : undefined;
  return {
    plan,
    portfolio: {
      totals,
      riskClasses: classes ? riskClassUse(columnNamed(table, classes.name), declared) : null,
      former: formerTotals(plan.dataDate, plan.unit, former),
      missing,
    },
    totals: runTotals(plan.dataDate, plan.unit, totals),
  };
}
