import type { SegmentationBy } from "../plans";
import { tierRows, tiersDraft, withTiers } from "../shared/policy/tierPolicy";
import { tiersTable } from "../shared/policy/itemTables";
import { fact, keptFacts, keptOf, type PolicyKind } from "../shared/policy/policyKind";
import { readTiers } from "../shared/policy/readTiers";

export const quantiles: PolicyKind<SegmentationBy<"quantiles">> = {
  tables: (segmentation) => [tiersTable(segmentation)],
  read: (segmentation, { readerOf }) => {
    const reader = readerOf(segmentation.id);
    return {
      segmentation: withTiers(segmentation, readTiers(segmentation, reader)),
      rows: tierRows(segmentation, reader),
    };
  },
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
