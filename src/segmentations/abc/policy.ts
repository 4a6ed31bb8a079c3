import type { SegmentationBy } from "../plans";
import { tierRows, tiersDraft, withTiers } from "../shared/policy/tierPolicy";
import { tiersTable } from "../shared/policy/itemTables";
import { keptFacts, keptOf, type PolicyKind } from "../shared/policy/policyKind";
import { readTiers } from "../shared/policy/readTiers";

export const abc: PolicyKind<SegmentationBy<"abc">> = {
  tables: (segmentation) => [tiersTable(segmentation)],
  read: (segmentation, { readerOf }) => {
    const reader = readerOf(segmentation.id);
    return {
      segmentation: withTiers(segmentation, readTiers(segmentation, reader)),
      rows: tierRows(segmentation, reader),
    };
  },
  facts: (segmentation) => keptFacts(segmentation.kept),
  fromSheet: (id, settings, tables) => ({ ...tiersDraft(id, tables), ...keptOf(settings) }),
};
