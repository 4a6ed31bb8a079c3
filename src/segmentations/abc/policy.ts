import type { SegmentationBy } from "../plans";
import { shareTables, tiersDraft } from "../shared/policy/tierPolicy";
import { keptFacts, keptOf, type PolicyKind } from "../shared/policy/policyKind";

export const abc: PolicyKind<SegmentationBy<"abc">> = {
  ...shareTables(),
  facts: (segmentation) => keptFacts(segmentation.kept),
  fromSheet: (id, settings, tables) => ({ ...tiersDraft(id, tables), ...keptOf(settings) }),
};
