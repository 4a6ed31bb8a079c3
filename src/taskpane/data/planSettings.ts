import type { TableInspection } from "../../actions/inspectTable";
import { type GuessedRole, guessRoles } from "../../plan/guessRoles";
import { guessTemplate } from "../../plan/guessTemplate";
import { guessUnit } from "../../plan/guessUnit";
import { plainSettings } from "../../plan/plainSettings";
import { type Plan, type Role, roleNames } from "../../plan/plan";
import type { PlanSettings } from "../segments/planForm";
import { proposedRows } from "./proposedRows";

/** What the columns of a table seem to be for. */
export function likelyRoles(
  { columns }: TableInspection,
  keyColumn: string,
): Partial<Readonly<Record<Role, GuessedRole>>> {
  const candidates = columns.map(({ name, looksLike, values }) => ({ name, numeric: looksLike === "value", values }));
  return guessRoles(candidates, keyColumn);
}

/**
 * What holds for all segmentations: as stored, and guessed from the columns where nobody has said anything yet. A role
 * whose column is gone takes the column that looks like it, if there is one, and otherwise stays to be asked about.
 */
export function planSettings(inspection: TableInspection, stored: Plan | null, keyColumn: string): PlanSettings {
  const names = inspection.columns.map(({ name }) => name);
  const guessed = likelyRoles(inspection, keyColumn);
  const unit = guessUnit(inspection.valueCandidates);
  if (stored === null) {
    const rows = proposedRows(inspection, keyColumn);
    const roles = rolesOf((role) => guessed[role]?.column);
    return { ...plainSettings, template: guessTemplate(names), unit, roles, rows };
  }
  const { template, scales, rows, reading, history } = stored;
  // A plan of an earlier version knew neither roles nor units.
  const fresh = Object.keys(stored.roles).length === 0;
  const kept = new Set(Object.values(stored.roles).filter((column) => names.includes(column)));
  const roles = rolesOf((role) => {
    const column = stored.roles[role];
    if (column !== undefined && names.includes(column)) return column;
    const likely = guessed[role]?.column;
    if (fresh) return likely;
    return column !== undefined && likely !== undefined && !kept.has(likely) ? likely : column;
  });
  return {
    template,
    unit: stored.unit ?? (fresh ? unit : null),
    roles,
    scales,
    rows,
    reading,
    ...(history && { history }),
  };
}

function rolesOf(column: (role: Role) => string | undefined): Plan["roles"] {
  return Object.fromEntries(
    roleNames.flatMap((role) => {
      const name = column(role);
      return name === undefined ? [] : [[role, name]];
    }),
  );
}
