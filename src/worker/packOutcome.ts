import type { ListedRow, Outcome } from "../engine/outcome";
import { columnNamed } from "../table/columnNamed";
import { contentText } from "../table/contentText";
import type { CustomerTable } from "../table/customerTable";
import { keyText } from "../table/keyText";
import type { PackedOutcome, PackedRows } from "./protocol";

/** An outcome without the texts that the other side has already. */
export function packOutcome(outcome: Outcome): PackedOutcome {
  return {
    ...outcome,
    segmentations: outcome.segmentations.map((segmentation) => ({
      ...segmentation,
      notClassified: packRows(segmentation.notClassified),
      remarks: packRows(segmentation.remarks),
    })),
  };
}

function packRows(listed: readonly ListedRow[]): PackedRows {
  return {
    rows: Uint32Array.from(listed, ({ row }) => row),
    reasons: listed.map(({ reason }) => reason),
    columns: listed.map(({ column }) => column),
  };
}

/** The outcome with keys and contents of the listed rows from the table that was packed. */
export function unpackOutcome(packed: PackedOutcome, table: CustomerTable, keyColumn: string): Outcome {
  const unpackRows = ({ rows, reasons, columns }: PackedRows): ListedRow[] => {
    const keys = columnNamed(table, keyColumn);
    return Array.from(rows, (row, i) => {
      const column = columns[i] ?? "";
      const content = contentText(columnNamed(table, column), row);
      return { row, key: keyText(keys, row), reason: reasons[i] ?? "blank", column, content };
    });
  };
  return {
    ...packed,
    segmentations: packed.segmentations.map((segmentation) => ({
      ...segmentation,
      notClassified: unpackRows(segmentation.notClassified),
      remarks: unpackRows(segmentation.remarks),
    })),
  };
}
