import { laterPart } from "../../shell/laterPart";

/** The editor of ordered rules. */
export const rulesPart = laterPart("rules", () => import(/* webpackChunkName: "rules" */ "./RulesFields"));

/** What the rules do to the customers. */
export const rulesReportPart = laterPart(
  "rules-report",
  () => import(/* webpackChunkName: "rules" */ "./RulesReportNote"),
);
