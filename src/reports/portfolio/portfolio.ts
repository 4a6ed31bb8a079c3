import type { RiskClassUse } from "../../engine/riskClassUse";
import type { FormerTotals } from "../../engine/runTotals";
import type { SegmentTotals } from "../../engine/segmentTotals";
import type { Role } from "../../plan/plan";

/** What the portfolio tables say that no formula can: as the run found it. */
export interface Portfolio {
  readonly totals: readonly SegmentTotals[];
  readonly riskClasses: RiskClassUse | null;
  readonly former: { readonly month: FormerTotals; readonly yearEnd: FormerTotals };
  /** Roles whose columns the table no longer has. */
  readonly missing: readonly { readonly role: Role; readonly column: string }[];
}
