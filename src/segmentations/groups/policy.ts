import type { SegmentationBy } from "../plans";
import { groupsTable } from "../shared/policy/itemTables";
import { fact, groupsOf, type PolicyKind } from "../shared/policy/policyKind";
import { readGroups } from "../shared/policy/readGroups";

export const groups: PolicyKind<SegmentationBy<"groups">> = {
  tables: ({ id, name, groups: all }) => [groupsTable(id, name, all)],
  read: (segmentation, { readerOf }) => {
    const { id } = segmentation;
    const read = readGroups(segmentation.groups, readerOf(id));
    return { segmentation: { ...segmentation, groups: read.groups }, rows: new Map([[id, read.rows]]) };
  },
  facts: ({ column }) => fact("column", column),
  fromSheet: (id, { text }, tables) => ({ column: text("column"), groups: groupsOf(id, tables) }),
  followScales: (segmentation, sorted) => ({
    ...segmentation,
    groups: sorted(segmentation.column, segmentation.groups),
  }),
};
