import type { SegmentationBy } from "../plans";
import { bandsTable } from "../shared/policy/itemTables";
import { bandsOf, fact, type PolicyKind } from "../shared/policy/policyKind";
import { readBands } from "../shared/policy/readBands";
import { tierRows } from "../shared/policy/tierPolicy";

export const cutoffs: PolicyKind<SegmentationBy<"cutoffs">> = {
  tables: (segmentation) => [bandsTable(segmentation.id, segmentation.name, segmentation)],
  read: (segmentation, { readerOf }) => {
    const reader = readerOf(segmentation.id);
    return {
      segmentation: { ...segmentation, ...readBands(segmentation, reader) },
      rows: tierRows(segmentation, reader),
    };
  },
  facts: ({ column, direction }) => [...fact("column", column), ...fact("direction", direction)],
  fromSheet: (id, { text }, tables) => {
    const direction = text("direction");
    return { column: text("column"), direction, ...bandsOf(id, direction, tables) };
  },
};
