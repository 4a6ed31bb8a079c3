import { mostGroups, type SegmentationBy } from "../plan/plan";
import type { TableReader } from "./tableReader";

type Groups = SegmentationBy<"groups">["groups"];

/** The groups as the sheet has them, in the order of its numbers; a row that people added is a group more. */
export function readGroups(groups: Groups, reader: TableReader): { readonly groups: Groups; readonly rows: number[] } {
  const known = groups.flatMap(({ value }) => reader.rowOf(value) ?? []);
  const read = [...known, ...reader.added].map((row) => {
    const value = reader.text(row, "value");
    if (value === "") reader.note("value-missing", row, "value");
    const name = reader.text(row, "name");
    // Whoever adds a value need not name it.
    return { row, value, name: name === "" && reader.added.includes(row) ? value : name };
  });
  const placed = read.map((group) => ({ ...group, order: reader.number(group.row, "order") }));
  const orders = new Set<number>();
  for (const { row, order } of placed) {
    if (orders.has(order)) reader.note("same-order", row, "order", order);
    orders.add(order);
  }
  if (placed.length > mostGroups) reader.note("too-many", null, "value", placed.length);
  const sorted = placed.sort((a, b) => a.order - b.order);
  return { groups: sorted.map(({ value, name }) => ({ value, name })), rows: sorted.map(({ row }) => row) };
}
