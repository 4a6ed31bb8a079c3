import type { Plan } from "./plan";
import { portfolioMeasure } from "./portfolioMeasure";
import { presentRoles } from "./presentRoles";

/** The columns that reports read beside those of the segmentations, as far as the table has them; each once. */
export function reportColumns(wanted: Plan, columns: readonly string[]): readonly string[] {
  const { plan } = presentRoles(wanted, columns);
  const measures = plan.segmentations.map((segmentation) => portfolioMeasure(plan, segmentation));
  if (measures.every((measure) => measure === null)) return [];
  const classes = plan.template === "lending" ? plan.roles.riskClass : undefined;
  return [...new Set([...measures, classes].filter((column) => typeof column === "string"))];
}

/** The columns that reports add up beside those of the segmentations; a table may lack some of them. */
export function reportAmounts({ template, roles }: Plan): readonly string[] {
  const added = template === "lending" ? [roles.outstanding, roles.limit] : [roles.margin];
  return added.filter((column) => column !== undefined);
}
