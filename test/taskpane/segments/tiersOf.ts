import type { SegmentationForm, TierForm } from "../../../src/taskpane/segments/planForm";

/** The tiers, bands or groups of a segmentation in the form; none for one that has other parts. */
export function tiersOf(segmentation: SegmentationForm | undefined): readonly TierForm[] {
  return segmentation !== undefined && "tiers" in segmentation ? segmentation.tiers : [];
}
