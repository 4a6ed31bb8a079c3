import type { SegmentationBy } from "../plans";
import { shareTables, tiersDraft } from "../shared/policy/tierPolicy";
import { fact, keptFacts, keptOf, type PolicyKind } from "../shared/policy/policyKind";

export const quantiles: PolicyKind<SegmentationBy<"quantiles">> = {
  ...shareTables(),
  facts: (segmentation) => [
    ...fact("column", segmentation.column),
    ...fact("direction", segmentation.direction),
    ...keptFacts(segmentation.kept),
  ],
  fromSheet: (id, settings, tables) => ({
    column: settings.text("column"),
    direction: settings.text("direction"),
    ...tiersDraft(id, tables),
    ...keptOf(settings),
  }),
};
