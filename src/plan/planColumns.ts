import type { Plan, Segmentation } from "./plan";
import { foundAmounts } from "./rfmColumns";

/** A column that a plan names, and where it does. */
export interface NamedColumn {
  /** As "rows.combine[0].column". */
  readonly path: string;
  readonly column: string;
}

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
    ...segmentations.flatMap((segmentation, i) => columnsIn(segmentation, `segmentations[${i}]`)),
  ];
  return named.flatMap(([path, column]) =>
    typeof column === "string" && !found.has(column) ? [{ path, column }] : [],
  );
}

function columnsIn(segmentation: Segmentation, path: string): readonly (readonly [string, string])[] {
  const value = [`${path}.valueColumn`, segmentation.valueColumn] as const;
  switch (segmentation.method) {
    case "abc":
      return [value];
    case "quantiles":
    case "cutoffs":
    case "groups":
      return [[`${path}.column`, segmentation.column], value];
    case "matrix":
      return [...segmentation.axes.map(({ column }, k) => [`${path}.axes[${k}].column`, column] as const), value];
    case "rules":
      return [
        ...segmentation.rules.flatMap(({ any }, r) =>
          any.flatMap(({ all }, a) =>
            all.map(({ column }, t) => [`${path}.rules[${r}].any[${a}].all[${t}].column`, column] as const),
          ),
        ),
        value,
      ];
    case "rfm": {
      const { source } = segmentation;
      if (source.kind === "transactions") return [];
      return [
        [`${path}.source.recency.column`, source.recency.column],
        [`${path}.source.frequencyColumn`, source.frequencyColumn],
        ...(source.monetaryColumn === null ? [] : [[`${path}.source.monetaryColumn`, source.monetaryColumn] as const]),
        value,
      ];
    }
    default:
      return segmentation satisfies never;
  }
}
