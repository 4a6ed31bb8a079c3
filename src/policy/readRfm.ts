import type { SegmentationBy } from "../plan/plan";
import { rfmIds } from "./rfmTables";
import type { TableReader } from "./tableReader";

type Rfm = SegmentationBy<"rfm">;

/** An RFM segmentation as the sheet has it, and by table the row of each of its items. */
export interface ReadRfm {
  readonly rfm: Rfm;
  readonly rows: ReadonlyMap<string, readonly (number | null)[]>;
}

/** @param readerOf - a table by its id; all of them are there */
export function readRfm(rfm: Rfm, readerOf: (table: string) => TableReader): ReadRfm {
  const table = rfmIds.segments(rfm.id);
  const reader = readerOf(table);
  for (const row of reader.added) reader.note("new-row", row, "name", reader.content(row, "name"));
  const rows = rfm.segments.map(({ id }) => reader.rowOf(id));
  const segments = rfm.segments.map((each, i) => {
    const row = rows[i] ?? null;
    return row === null ? each : { id: each.id, name: reader.text(row, "name") };
  });
  return { rfm: { ...rfm, segments }, rows: new Map([[table, rows]]) };
}
