import type { Plan, Segmentation } from "./plan";
import { measuredForRfm } from "./rfmColumns";
import { testsOf } from "./usedColumns";

/** The columns that a plan sums or cuts, each once; the others it reads for their values' sake. */
export function measuredColumns({ segmentations }: Plan): ReadonlySet<string> {
  return new Set(segmentations.flatMap(measuredIn));
}

function measuredIn(segmentation: Segmentation): readonly string[] {
  const { valueColumn } = segmentation;
  switch (segmentation.method) {
    case "abc":
    case "groups":
      return [valueColumn];
    case "quantiles":
    case "cutoffs":
      return [segmentation.column, valueColumn];
    case "matrix": {
      const cut = segmentation.axes.filter(({ kind }) => kind === "bands");
      return [...cut.map(({ column }) => column), valueColumn];
    }
    case "rules": {
      const cut = testsOf(segmentation).filter(({ kind }) => kind === "band");
      return [...cut.map(({ column }) => column), valueColumn];
    }
    case "rfm":
      return measuredForRfm(segmentation);
    default:
      return segmentation satisfies never;
  }
}
