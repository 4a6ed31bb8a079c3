import type { SegmentationBy } from "../../plans";
import type { PolicyTable } from "./policyTable";

/** The share that the last tier reaches, whatever the others do. */
export const allOfIt = 1;

/** Tiers by shares as a table: each reaches up to a share of the total, or of the customers. */
export function tiersTable({ id, name, tiers, cutoffs }: SegmentationBy<"abc" | "quantiles">): PolicyTable {
  return {
    id,
    name,
    kind: "tiers",
    fields: ["id", "name", "above", "upTo", "check"],
    inputs: ["name", "upTo"],
    items: tiers.map((tier, i) => ({ id: tier.id, cells: { name: tier.name, upTo: cutoffs[i] ?? allOfIt } })),
  };
}

type Bands = Pick<SegmentationBy<"cutoffs">, "tiers" | "cutoffs" | "direction">;

/** The end of a band that people set; the other one is where its neighbour begins. */
export function cutField(direction: Bands["direction"]): "from" | "below" {
  return direction === "high-first" ? "from" : "below";
}

/** Bands of a column of numbers as a table. */
export function bandsTable(id: string, name: string, { tiers, cutoffs, direction }: Bands): PolicyTable {
  const field = cutField(direction);
  return {
    id,
    name,
    kind: "bands",
    fields: ["id", "name", "from", "below", "check"],
    inputs: ["name", field],
    items: tiers.map((tier, i) => {
      const cutoff = cutoffs[i];
      return { id: tier.id, cells: { name: tier.name, ...(cutoff === undefined ? {} : { [field]: cutoff }) } };
    }),
  };
}

/** Groups by the values of a column as a table, with their order. */
export function groupsTable(id: string, name: string, groups: SegmentationBy<"groups">["groups"]): PolicyTable {
  return {
    id,
    name,
    kind: "groups",
    fields: ["id", "name", "value", "order", "check"],
    inputs: ["name", "value", "order"],
    items: groups.map((group, i) => ({
      id: group.value,
      cells: { name: group.name, value: group.value, order: i + 1 },
    })),
  };
}
