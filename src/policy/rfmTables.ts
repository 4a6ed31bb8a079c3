import type { SegmentationBy } from "../plan/plan";
import type { PolicyTable } from "./policyTable";

type Rfm = SegmentationBy<"rfm">;

/** Ids of the tables of an RFM segmentation. */
export const rfmIds = {
  segments: (id: string): string => `${id}/segments`,
} as const;

/** An RFM segmentation as tables. */
export function rfmTables({ id, name, segments }: Rfm): readonly PolicyTable[] {
  return [
    {
      id: rfmIds.segments(id),
      name,
      kind: "classes",
      fields: ["id", "name", "check"],
      inputs: ["name"],
      items: segments.map((each) => ({ id: each.id, cells: { name: each.name } })),
    },
  ];
}
