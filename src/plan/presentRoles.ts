import { type Plan, type Role, roleNames } from "./plan";

/** A plan with the roles whose columns a table has; roles whose column was renamed or deleted are told apart. */
export interface PresentRoles {
  readonly plan: Plan;
  readonly missing: readonly { readonly role: Role; readonly column: string }[];
}

/** @param columns - the names of all columns of the table */
export function presentRoles(plan: Plan, columns: readonly string[]): PresentRoles {
  const there = new Set(columns);
  const stated = roleNames.flatMap((role) => {
    const column = plan.roles[role];
    return column === undefined ? [] : [{ role, column }];
  });
  const present = stated.filter(({ column }) => there.has(column));
  return {
    plan: { ...plan, roles: Object.fromEntries(present.map(({ role, column }) => [role, column])) },
    missing: stated.filter(({ column }) => !there.has(column)),
  };
}
