import type { FoundTable, StandingRows } from "./findTable";
import {
  axisFields,
  type PolicyField,
  type PolicyKind,
  type PolicyProblem,
  type PolicyProblemKind,
  type PolicyTable,
} from "./policyTable";
import { otherwiseId } from "../../rules/rulesTable";

/** Tables of which a row may be copied to make another. */
const copied: readonly PolicyKind[] = ["cells", "rules", "lines"];

/** The longest name that a plan keeps. */
const longestName = 255;

/** A table of the Policy sheet while it is read: rows by item, contents by field, and what is wrong with them. */
export interface TableReader {
  readonly table: PolicyTable;
  /** Row of an item, below the header; null if it is gone, which has been noted. */
  readonly rowOf: (item: string) => number | null;
  /** Rows with contents that are about no item of the plan. */
  readonly added: readonly number[];
  readonly content: (row: number, field: PolicyField) => unknown;
  /** A name or value as people typed it, trimmed; what is wrong with it has been noted. */
  readonly text: (row: number, field: PolicyField) => string;
  /** A number; NaN where the cell holds none, which has been noted. */
  readonly number: (row: number, field: PolicyField) => number;
  readonly note: (kind: PolicyProblemKind, row: number | null, field: PolicyField | null, content?: unknown) => void;
  readonly problems: readonly PolicyProblem[];
}

/** Reads a table; missing columns, missing rows and rows that stand twice are noted at once. */
export function tableReader(table: PolicyTable, found: FoundTable, { rows }: StandingRows): TableReader {
  const problems: PolicyProblem[] = [];
  const { columns, items } = found;
  const note: TableReader["note"] = (kind, row, field, content = "") => {
    const known = problems.some((one) => one.row === row && one.field === field && row !== null);
    if (!known) problems.push({ kind, table: table.id, name: table.name, row, field, content: shortened(content) });
  };
  const content: TableReader["content"] = (row, field) => rows[row]?.[columns.get(field) ?? -1] ?? "";
  for (const field of table.inputs) if (!columns.has(field)) note("missing-column", null, field);
  const rowByItem = new Map<string, number>();
  const known = new Set(table.items.map(({ id }) => id));
  const added: number[] = [];
  items.forEach((item, row) => {
    const twice = item !== null && rowByItem.has(item);
    // Whoever adds a combination, a test or a line copies one and changes it.
    if (twice && !copied.includes(table.kind)) note("same-row", row, "name", content(row, "name"));
    else if (item !== null && !twice && known.has(item)) rowByItem.set(item, row);
    else if (table.inputs.some((field) => textOf(content(row, field)) !== "")) added.push(row);
  });
  for (const { id, cells } of table.items) {
    // A test or a line may be taken away; those for whom no rule holds are always there.
    if (rowByItem.has(id) || (table.kind === "rules" && id !== otherwiseId) || table.kind === "lines") continue;
    if (table.kind !== "cells") note("missing-row", null, "name", cells.name ?? cells.value ?? id);
    else note("missing-cell", null, "class", axisFields.flatMap((field) => cells[field] ?? []).join(" × "));
  }
  return {
    table,
    rowOf: (item) => rowByItem.get(item) ?? null,
    added,
    content,
    text: (row, field) => {
      const text = textOf(content(row, field));
      if (field !== "text" && text.length > longestName) note("name-long", row, field, text);
      return text;
    },
    number: (row, field) => {
      const found = content(row, field);
      if (typeof found === "number" && Number.isFinite(found)) return found;
      note("not-a-number", row, field, found);
      return NaN;
    },
    note,
    problems,
  };
}

/** A cell's content as a name or value: text, numbers and logical values alike, as a group's value is read. */
export function textOf(content: unknown): string {
  if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
  return typeof content === "string" || typeof content === "number" ? String(content).trim().normalize("NFC") : "";
}

function shortened(content: unknown): string {
  const text = textOf(content);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
