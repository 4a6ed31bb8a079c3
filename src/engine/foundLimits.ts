import type { FoundLimits } from "../plan/keptCutoffs";
import type { Plan } from "../plan/plan";
import { rfmMeasures } from "../segmentations/rfm/plan";
import type { Outcome } from "./outcome";

/** The limits by which a run went, found or kept: what a later run may keep. */
export function foundLimits({ segmentations }: Plan, outcome: Outcome): readonly FoundLimits[] {
  return outcome.segmentations.flatMap(({ id, limits, rfm }): readonly FoundLimits[] => {
    const segmentation = segmentations.find((one) => one.id === id);
    if (limits && limits.length > 0) return [{ segmentation: id, of: "value", limits }];
    if (!rfm || segmentation?.method !== "rfm") return [];
    return rfmMeasures.flatMap((of) => {
      const isOwn = segmentation.scoring[of].by === "limits" || rfm.cuts[of].length === 0;
      return isOwn ? [] : [{ segmentation: id, of, limits: rfm.cuts[of] }];
    });
  });
}
