import type { Plan } from "./plan";
import { columnsOf } from "./usedColumns";

/** A plan as far as another table can have it. */
export interface PlanForTable {
  /** Without the segmentations that read a column which the table does not have; perhaps without any. */
  readonly plan: Plan;
  /** The columns that are missing, each once, and the segmentations that read it. */
  readonly missing: readonly { readonly column: string; readonly of: readonly string[] }[];
}

/**
 * A plan applied to a table by the names of columns.
 *
 * @param columns - the names of all columns of the table
 */
export function planForTable(
  plan: Plan,
  table: Plan["table"],
  keyColumn: string,
  columns: readonly string[],
): PlanForTable {
  const there = new Set(columns);
  const lacking = new Map<string, string[]>();
  const lacks = (column: string, of: string): void => {
    lacking.set(column, [...(lacking.get(column) ?? []), of]);
  };
  const segmentations = plan.segmentations.filter((segmentation) => {
    const missing = columnsOf(segmentation).filter((column) => !there.has(column));
    for (const column of missing) lacks(column, segmentation.name);
    return missing.length === 0;
  });
  if (!there.has(plan.keyColumn) && plan.keyColumn !== keyColumn) lacking.set(plan.keyColumn, []);
  const present = (column: string | null): string | null => (column !== null && there.has(column) ? column : null);
  const { rows } = plan;
  const dateColumn = present(rows.dateColumn);
  for (const column of rows.perCustomer === "one" ? [] : [rows.dateColumn, rows.groupColumn]) {
    if (column !== null && !there.has(column) && !lacking.has(column)) lacking.set(column, []);
  }
  return {
    plan: {
      ...plan,
      table,
      keyColumn,
      segmentations,
      rows: {
        ...rows,
        combine: rows.combine.filter(({ by }) => by !== "latest" || dateColumn !== null),
        dateColumn,
        groupColumn: present(rows.groupColumn),
      },
    },
    missing: [...lacking].map(([column, of]) => ({ column, of })),
  };
}
