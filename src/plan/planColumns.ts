import { planKind } from "../segmentations/plans";
import type { NamedColumn } from "../segmentations/shared/planKind";
import type { Plan } from "./plan";
import { foundAmounts } from "./usedColumns";

/** Every column of the customer table that a plan names anywhere, whether a run reads it or not. */
export function planColumns(plan: Plan): readonly NamedColumn[] {
  const { keyColumn, roles, rows, scales, segmentations } = plan;
  const found = new Set(foundAmounts(plan));
  const named: readonly (readonly [path: string, column: string | null | undefined])[] = [
    ["keyColumn", keyColumn],
    ...Object.entries(roles).map(([role, column]) => [`roles.${role}`, column] as const),
    ...scales.map(({ column }, i) => [`scales[${i}].column`, column] as const),
    ...rows.combine.map(({ column }, i) => [`rows.combine[${i}].column`, column] as const),
    ["rows.dateColumn", rows.dateColumn],
    ["rows.groupColumn", rows.groupColumn],
    ...segmentations.flatMap((segmentation, i) =>
      planKind(segmentation)
        .columns(segmentation)
        .map(({ path, column }) => [`segmentations[${i}].${path}`, column] as const),
    ),
  ];
  return named.flatMap(([path, column]) =>
    typeof column === "string" && !found.has(column) ? [{ path, column }] : [],
  );
}
