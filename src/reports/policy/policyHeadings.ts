import type { Plan } from "../../plan/plan";
import type { SegmentationBy } from "../../segmentations/plans";
import type { MatrixAxis } from "../../segmentations/matrix/plan";
import { matrixIds } from "../../segmentations/matrix/matrixTables";
import { rfmIds } from "../../segmentations/rfm/rfmTables";
import { scalesId } from "../../policy/scalesTable";
import type { SheetWords } from "../../text/sheet/en";

/** What stands above a table: its name, and how it is to be read. */
export interface PolicyHeading {
  readonly heading: string;
  readonly says: string;
}

/** The headings of all tables of the Policy sheet, by their ids. */
export function policyHeadings(
  { segmentations }: Plan,
  { policy, rfm }: SheetWords,
): ReadonlyMap<string, PolicyHeading> {
  const axisSays = (axis: MatrixAxis): string =>
    axis.kind === "bands" ? policy.bands(axis.column, axis.direction === "high-first") : policy.groups(axis.column);
  const withKept = (says: string, segmentation: SegmentationBy<"abc" | "quantiles">): string => {
    const { kept, tiers } = segmentation;
    if (!kept) return says;
    const limits = tiers.map(({ name }, i) => ({ name, cutoff: kept.limits[i] ?? null }));
    const highFirst = segmentation.method === "abc" || segmentation.direction === "high-first";
    return `${says} ${policy.kept(kept.dataDate, limits, highFirst)}`;
  };
  return new Map([
    [scalesId, { heading: policy.scalesHeading, says: policy.scales }],
    ...segmentations.flatMap((segmentation): (readonly [string, PolicyHeading])[] => {
      const { id, name: heading } = segmentation;
      switch (segmentation.method) {
        case "abc":
          return [[id, { heading, says: withKept(policy.tiers(segmentation.valueColumn), segmentation) }]];
        case "quantiles": {
          const says = policy.quantiles(segmentation.column, segmentation.direction === "high-first");
          return [[id, { heading, says: withKept(says, segmentation) }]];
        }
        case "cutoffs":
          return [[id, { heading, says: policy.bands(segmentation.column, segmentation.direction === "high-first") }]];
        case "groups":
          return [[id, { heading, says: policy.groups(segmentation.column) }]];
        case "matrix": {
          const columns = segmentation.axes.map(({ column }) => column);
          return [
            ...segmentation.axes.map((axis, k) => {
              const says = axisSays(axis);
              return [matrixIds.axis(id, k), { heading: policy.axisHeading(heading, axis.column), says }] as const;
            }),
            [matrixIds.classes(id), { heading: policy.classesHeading(heading), says: policy.classes }],
            [matrixIds.cells(id), { heading: policy.cellsHeading(heading), says: policy.cells(columns) }],
          ];
        }
        case "rules":
          return [[id, { heading, says: policy.rules }]];
        case "rfm":
          return [
            [rfmIds.segments(id), { heading: policy.segmentsHeading(heading), says: policy.segments }],
            [rfmIds.limits(id), { heading: rfm.policy.limitsHeading(heading), says: rfm.policy.limits }],
            [rfmIds.lines(id), { heading: rfm.policy.linesHeading(heading), says: rfm.policy.lines }],
            [rfmIds.coverage(id), { heading: rfm.policy.coverageHeading(heading), says: rfm.policy.coverage }],
          ];
        default:
          return segmentation satisfies never;
      }
    }),
  ]);
}
