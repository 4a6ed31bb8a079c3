import type { SegmentationForm, TierForm } from "../../../src/taskpane/segments/planForm";

/** The tiers, bands or groups of a segmentation in the form; none for a policy matrix. */
export function tiersOf(segmentation: SegmentationForm | undefined): readonly TierForm[] {
  return segmentation === undefined || segmentation.method === "matrix" ? [] : segmentation.tiers;
}
