import type { Plan, SegmentationBy } from "./plan";

type Rfm = SegmentationBy<"rfm">;

/**
 * The columns of the customer table that an RFM segmentation reads, each once. Where orders are found in a table of
 * their own there are none: the columns of what is found there are written by the run itself.
 */
export function rfmColumns({ source, valueColumn }: Rfm): readonly string[] {
  if (source.kind === "transactions") return [];
  const { recency, frequencyColumn, monetaryColumn } = source;
  return [...new Set([recency.column, frequencyColumn, monetaryColumn ?? frequencyColumn, valueColumn])];
}

/** The columns of numbers among them; a date of a last order is none. */
export function measuredForRfm(segmentation: Rfm): readonly string[] {
  const { source } = segmentation;
  const isDate = source.kind === "columns" && source.recency.as === "date";
  return rfmColumns(segmentation).filter((column) => !(isDate && column === source.recency.column));
}

/** The columns of amounts that a run finds in orders and writes, by the names that it gives them. */
export function foundAmounts({ segmentations }: Plan): readonly string[] {
  return segmentations.flatMap((each) =>
    each.method === "rfm" && each.source.kind === "transactions" ? [each.valueColumn] : [],
  );
}
