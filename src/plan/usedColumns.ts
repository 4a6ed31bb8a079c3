import type { Plan, Segmentation } from "./plan";

/** The columns that a segmentation reads, each once. */
export function columnsOf(segmentation: Segmentation): readonly string[] {
  const { valueColumn } = segmentation;
  switch (segmentation.method) {
    case "abc":
      return [valueColumn];
    case "cutoffs":
    case "groups":
      return [...new Set([segmentation.column, valueColumn])];
    case "matrix":
      return [...new Set([...segmentation.axes.map(({ column }) => column), valueColumn])];
    default:
      return segmentation satisfies never;
  }
}

/** The columns that the segmentations of a plan read, each once; the key column is not among them. */
export function usedColumns({ segmentations }: Plan): readonly string[] {
  return [...new Set(segmentations.flatMap(columnsOf))];
}
