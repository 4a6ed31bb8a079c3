import type { PolicyTable } from "../../segmentations/shared/policy/policyTable";
import { textOf } from "../../segmentations/shared/policy/tableReader";
import type { StandingPolicyTable } from "./policyBlocks";

/** Per item the row in which it stands; a group also by the entry that somebody typed. */
export function sourceRows(table: PolicyTable, standing: StandingPolicyTable | null): readonly (number | null)[] {
  if (!standing) return table.items.map(() => null);
  const { items, rows, columns } = standing;
  if (table.kind === "lines") return lineRows(table, standing);
  const entries = table.kind === "groups" ? rows.map((cells) => textOf(cells[columns.get("value") ?? -1])) : [];
  return table.items.map(({ id }) => {
    const byEntry = entries.indexOf(id);
    const source = byEntry >= 0 ? byEntry : items.indexOf(id);
    return source >= 0 ? source : null;
  });
}

/** A line by what it says, because places change when lines come and go; else by its place, if nothing else is there. */
function lineRows(
  { items, inputs }: PolicyTable,
  { items: ids, rows, columns }: StandingPolicyTable,
): readonly (number | null)[] {
  const says = inputs.filter((field) => field !== "order");
  const standing = rows.map((cells) => says.map((field) => textOf(cells[columns.get(field) ?? -1])).join("|"));
  const wanted = items.map(({ cells }) => says.map((field) => textOf(cells[field] ?? "")).join("|"));
  const taken = new Set<number>();
  const bySaying = wanted.map((text) => {
    const row = standing.findIndex((each, i) => each === text && !taken.has(i));
    if (row >= 0) taken.add(row);
    return row;
  });
  return items.map(({ id }, i) => {
    const found = bySaying[i] ?? -1;
    if (found >= 0) return found;
    const byPlace = ids.indexOf(id);
    return byPlace >= 0 && !taken.has(byPlace) ? byPlace : null;
  });
}
