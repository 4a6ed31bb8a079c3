import type { Plan } from "./plan";

/** A plan's settings where nobody has said anything: one row per customer, no roles, no scales, no unit, nothing said of how cells are read. */
export const plainSettings: Pick<Plan, "unit" | "roles" | "scales" | "rows" | "reading"> = {
  unit: null,
  roles: {},
  scales: [],
  rows: { perCustomer: "one", combine: [], dateColumn: null, groupColumn: null },
  reading: { numbers: null, dates: null, hiddenRows: null, subtotals: null },
};
