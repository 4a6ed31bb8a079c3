import type { Plan } from "./plan";

/** Settings of a segmentation that name a column of the customer table. */
const naming = new Set(["valueColumn", "column", "frequencyColumn", "monetaryColumn"]);

/** A plan in which a column of the customer table has another name. Columns of a table of orders stay as they are. */
export function renamedColumn(plan: Plan, from: string, to: string): Plan {
  const now = <T extends string | null>(name: T): T | string => (name === from ? to : name);
  const { rows } = plan;
  return {
    ...plan,
    keyColumn: now(plan.keyColumn),
    roles: Object.fromEntries(Object.entries(plan.roles).map(([role, column]) => [role, now(column)])),
    scales: plan.scales.map((scale) => ({ ...scale, column: now(scale.column) })),
    rows: {
      ...rows,
      combine: rows.combine.map((one) => ({ ...one, column: now(one.column) })),
      dateColumn: now(rows.dateColumn),
      groupColumn: now(rows.groupColumn),
    },
    segmentations: renamedIn(plan.segmentations, from, to) as Plan["segmentations"],
  };
}

function renamedIn(value: unknown, from: string, to: string): unknown {
  if (Array.isArray(value)) return value.map((one) => renamedIn(one, from, to));
  if (typeof value !== "object" || value === null) return value;
  if ((value as { readonly kind?: unknown }).kind === "transactions") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, naming.has(key) && one === from ? to : renamedIn(one, from, to)]),
  );
}
