import type { Plan } from "../plan/plan";
import type { PolicyTable } from "../segmentations/shared/policy/policyTable";

/** Id of the table of all scales; no segmentation has such an id. */
export const scalesId = "*scales";

const scalesName = { en: "Scales", zh: "等级顺序" } as const;

/** The scales of a plan as one table, the best value of each first. */
export function scalesTable({ scales, sheetLanguage }: Pick<Plan, "scales" | "sheetLanguage">): PolicyTable {
  return {
    id: scalesId,
    name: scalesName[sheetLanguage],
    kind: "scales",
    fields: ["id", "column", "value", "order", "check"],
    inputs: ["column", "value", "order"],
    items: scales.flatMap(({ column, values }) =>
      values.map((value, i) => ({ id: JSON.stringify([column, value]), cells: { column, value, order: i + 1 } })),
    ),
  };
}
