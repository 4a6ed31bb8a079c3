import type { FoundLimits } from "../plan/keptCutoffs";
import type { Plan } from "../plan/plan";
import { engineKind } from "../segmentations/engines";
import type { Outcome } from "./outcome";

/** The limits by which a run went, found or kept: what a later run may keep. */
export function foundLimits({ segmentations }: Plan, { segmentations: outcomes }: Outcome): readonly FoundLimits[] {
  return outcomes.flatMap((outcome): readonly FoundLimits[] => {
    const segmentation = segmentations.find(({ id }) => id === outcome.id);
    const found = segmentation && engineKind(segmentation).limitsFound?.(segmentation, outcome);
    return Object.entries(found ?? {}).flatMap(([of, limits]) =>
      limits.length === 0 ? [] : [{ segmentation: outcome.id, of, limits }],
    );
  });
}
