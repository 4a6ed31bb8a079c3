import type { Plan, Segmentation } from "./plan";

/** The columns that a segmentation reads, each once. */
export function columnsOf(segmentation: Segmentation): readonly string[] {
  const { valueColumn } = segmentation;
  return segmentation.method === "abc" ? [valueColumn] : [...new Set([segmentation.column, valueColumn])];
}

/** The columns that the segmentations of a plan read, each once; the key column is not among them. */
export function usedColumns({ segmentations }: Plan): readonly string[] {
  return [...new Set(segmentations.flatMap(columnsOf))];
}
