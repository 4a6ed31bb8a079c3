import { rowId, type PolicyField, type PolicyItem, type PolicyTable, type PolicyWords } from "./policyTable";
import { foldedHeader } from "../folded";

/** A table on the Policy sheet as people have it now: header texts, and body cells with "" for a blank one. */
export interface StandingRows {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Where a table of the policy stands among the tables of its sheet, and where its columns are. */
export interface FoundTable {
  readonly index: number;
  /** A field without its column is not in it. */
  readonly columns: ReadonlyMap<PolicyField, number>;
  /** Per row below the header the item it is about; null for a row that people added. */
  readonly items: readonly (string | null)[];
}

/** Finds a table by the ids in its hidden column, whatever people call it and wherever they put it; null if it is gone. */
export function findTable(
  table: Pick<PolicyTable, "id" | "fields" | "headers"> & { readonly items: readonly Pick<PolicyItem, "id">[] },
  standing: readonly StandingRows[],
  words: PolicyWords,
): FoundTable | null {
  const start = rowId(table.id, "");
  const known = new Set(table.items.map(({ id }) => rowId(table.id, id)));
  for (const [index, { headers, rows }] of standing.entries()) {
    const columns = columnsOf(table, headers, words);
    const at = columns.get("id") ?? -1;
    const ids = rows.map((cells) => (typeof cells[at] === "string" ? cells[at].trim() : ""));
    if (!ids.some((id) => known.has(id))) continue;
    return { index, columns, items: ids.map((id) => (id.startsWith(start) ? id.slice(start.length) : null)) };
  }
  return null;
}

/** Where the columns of some fields are, by their headers in either language. */
export function columnsOf(
  { fields, headers: own }: Pick<PolicyTable, "fields" | "headers">,
  headers: readonly string[],
  words: PolicyWords,
): ReadonlyMap<PolicyField, number> {
  const folded = headers.map(foldedHeader);
  const found = fields.map((field): [PolicyField, number] => {
    const names = (own?.[field] ?? words[field as Exclude<keyof PolicyWords, "tests">]).map(foldedHeader);
    return [field, folded.findIndex((header) => names.includes(header))];
  });
  return new Map(found.filter(([, index]) => index >= 0));
}
