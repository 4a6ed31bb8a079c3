import type { Plan } from "./plan";

/** A plan's settings where nobody has said anything: one row per customer, no roles, no scales, no unit. */
export const plainSettings: Pick<Plan, "unit" | "roles" | "scales" | "rows"> = {
  unit: null,
  roles: {},
  scales: [],
  rows: { perCustomer: "one", combine: [], dateColumn: null, groupColumn: null },
};
