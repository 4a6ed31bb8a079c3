import type { KeptLabels } from "../../engine/keptLabels";
import type { Plan } from "../../plan/plan";
import type { RegisterSegment } from "../../register/mergeRegister";
import type { FoundOwners } from "../owners/standingOwners";

/** The segments of the run before the last one; none where there was no such run. */
export function formerSegments(labels: KeptLabels | null, plan: Plan | null): readonly RegisterSegment[] {
  return (labels?.segmentations ?? []).flatMap(({ id, groups }) => {
    const name = plan?.segmentations.find((segmentation) => segmentation.id === id)?.name ?? id;
    return groups.map((group) => ({ id: group.id, segmentation: name, segment: group.name }));
  });
}

/**
 * Tells the rows of the Owners table that the last run added and nobody filled in since.
 *
 * @param segments - of the run before
 * @param labels - of the last run
 */
export function inAddedRow(
  { register, table }: FoundOwners,
  segments: readonly RegisterSegment[],
  labels: KeptLabels,
): (row: number) => boolean {
  const before = new Set(segments.map(({ id }) => id));
  const now = new Set(labels.segmentations.flatMap(({ groups }) => groups.map(({ id }) => id)));
  const own = new Set(["id", "segmentation", "segment", "inPlan"].map((field) => register.columns.get(field as "id")));
  return (row) => {
    const entry = register.entries.find((candidate) => candidate.row === row);
    if (!entry || before.has(entry.id) || !now.has(entry.id)) return false;
    return (table.rows[row] ?? []).every((cell, column) => own.has(column) || cell === "");
  };
}
