import { columnsOf, type StandingRows } from "./findTable";
import { rowId, type PolicyField, type PolicyWords } from "./policyTable";

/** The most rows of one table that are looked at where no plan says how many there are: those of a policy matrix. */
const mostRows = 4000;

/** A row of a table of the Policy sheet that its hidden id tells, with nobody to say which rows there should be. */
export interface IdRow {
  readonly id: string;
  readonly content: (field: PolicyField) => unknown;
}

/** The rows of a table by their ids alone, as they stand; of those with one id the first. Empty where it is gone. */
export function idRows(
  table: string,
  fields: readonly PolicyField[],
  standing: readonly StandingRows[],
  words: PolicyWords,
): readonly IdRow[] {
  const start = rowId(table, "");
  for (const { headers, rows } of standing) {
    const columns = columnsOf({ fields: ["id", ...fields] }, headers, words);
    const at = columns.get("id");
    if (at === undefined) continue;
    const found = new Map<string, IdRow>();
    for (const cells of rows.slice(0, mostRows)) {
      const id = cells[at];
      if (typeof id !== "string" || !id.startsWith(start)) continue;
      const item = id.trim().slice(start.length);
      if (!found.has(item)) {
        found.set(item, { id: item, content: (field) => cells[columns.get(field) ?? -1] ?? "" });
      }
    }
    if (found.size > 0) return [...found.values()];
  }
  return [];
}
