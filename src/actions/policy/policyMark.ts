import type { Plan } from "../../plan/plan";
import type { PolicyProblem } from "../../segmentations/shared/policy/policyTable";
import { scalesId } from "../../policy/scalesTable";
import { policyTables } from "../../policy/policyTables";

/** All that a run goes by on the Policy sheet, as one text: two readings that say the same are the same policy. */
export function policyMark(plan: Plan, problems: readonly PolicyProblem[]): string {
  const parts = plan.segmentations.map((segmentation): readonly [string, unknown] => [
    segmentation.id,
    policyTables({ ...plan, segmentations: [segmentation], scales: [] }),
  ]);
  parts.push([scalesId, policyTables({ ...plan, segmentations: [] })]);
  return JSON.stringify({ parts, problems });
}

/** Whether it is the scales that changed, and not a segmentation. */
export function isScales(id: string): boolean {
  return id === scalesId;
}

/** Ids of the segmentations, or of the scales, of which two readings say different things; a mark is null where there was no sheet. */
export function changedBetween(before: string | null, now: string | null): readonly string[] {
  const [former, present] = [partsOf(before), partsOf(now)];
  return [...present].flatMap(([id, part]) => (former.has(id) && former.get(id) !== part ? [id] : []));
}

function partsOf(mark: string | null): ReadonlyMap<string, string> {
  if (mark === null) return new Map();
  const { parts } = JSON.parse(mark) as { readonly parts: readonly (readonly [string, unknown])[] };
  return new Map(parts.map(([id, tables]) => [id, JSON.stringify(tables)]));
}
