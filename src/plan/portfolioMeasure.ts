import type { Plan } from "./plan";
import type { Segmentation } from "../segmentations/plans";

/**
 * The column that a segmentation's portfolio is told by: what is outstanding for lenders, the value for retailers. Null
 * where the roles are not there from which a portfolio could be told.
 */
export function portfolioMeasure({ template, roles }: Plan, { valueColumn }: Segmentation): string | null {
  if (template === "lending") return roles.outstanding ?? null;
  return roles.orders !== undefined || roles.margin !== undefined ? valueColumn : null;
}
