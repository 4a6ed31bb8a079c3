import { type SegmentationBy } from "../../plans";
import { mostGroups } from "../parts";
import type { TableReader } from "./tableReader";

type Groups = SegmentationBy<"groups">["groups"];

/** Groups as the sheet has them, the row of each, and what became of the values of the plan. */
export interface ReadGroups {
  readonly groups: Groups;
  readonly rows: readonly number[];
  readonly now: ReadonlyMap<string, string>;
}

/** The groups as the sheet has them, in the order of its numbers; a row that people added is a group more. */
export function readGroups(groups: Groups, reader: TableReader): ReadGroups {
  const known = groups.flatMap(({ value }) => {
    const row = reader.rowOf(value);
    return row === null ? [] : [{ row, former: value }];
  });
  const placed = [...known, ...reader.added.map((row) => ({ row, former: null }))].map(({ row, former }) => {
    const value = reader.text(row, "value");
    if (value === "") reader.note("value-missing", row, "value");
    const name = reader.text(row, "name");
    const order = reader.number(row, "order");
    // Whoever adds a value need not name it.
    return { row, former, order, value, name: name === "" && former === null ? value : name };
  });
  const orders = new Set<number>();
  for (const { row, order } of placed) {
    if (orders.has(order)) reader.note("same-order", row, "order", order);
    orders.add(order);
  }
  if (placed.length > mostGroups) reader.note("too-many", null, "value", placed.length);
  const sorted = placed.sort((a, b) => a.order - b.order);
  return {
    groups: sorted.map(({ value, name }) => ({ value, name })),
    rows: sorted.map(({ row }) => row),
    now: new Map(sorted.flatMap(({ former, value }) => (former === null ? [] : [[former, value] as const]))),
  };
}
