import type { Plan, Segmentation, SegmentationBy } from "../plan/plan";
import type { PolicyField, PolicyTable } from "./policyTable";

/** The tables of the Policy sheet as a plan wants them, in the order of its segmentations. */
export function policyTables({ segmentations }: Plan): readonly PolicyTable[] {
  return segmentations.flatMap(tablesOf);
}

function tablesOf(segmentation: Segmentation): readonly PolicyTable[] {
  switch (segmentation.method) {
    case "abc":
      return [tiersTable(segmentation)];
    case "cutoffs":
      return [bandsTable(segmentation)];
    case "groups":
      return [groupsTable(segmentation)];
    default:
      return [];
  }
}

/** The share that the last tier reaches, whatever the others do. */
export const allOfIt = 1;

function tiersTable({ id, name, tiers, cutoffs }: SegmentationBy<"abc">): PolicyTable {
  return {
    id,
    name,
    kind: "tiers",
    fields: ["id", "name", "above", "upTo", "check"],
    inputs: ["name", "upTo"],
    items: tiers.map((tier, i) => ({ id: tier.id, cells: { name: tier.name, upTo: cutoffs[i] ?? allOfIt } })),
  };
}

/** The end of a band that people set; the other one is where its neighbour begins. */
export function cutField(direction: SegmentationBy<"cutoffs">["direction"]): "from" | "below" {
  return direction === "high-first" ? "from" : "below";
}

function bandsTable({ id, name, tiers, cutoffs, direction }: SegmentationBy<"cutoffs">): PolicyTable {
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

const groupFields: readonly PolicyField[] = ["id", "name", "value", "order", "check"];

function groupsTable({ id, name, groups }: SegmentationBy<"groups">): PolicyTable {
  return {
    id,
    name,
    kind: "groups",
    fields: groupFields,
    inputs: ["name", "value", "order"],
    items: groups.map((group, i) => ({
      id: group.value,
      cells: { name: group.name, value: group.value, order: i + 1 },
    })),
  };
}
