import { contentText } from "../../table/contentText";
import type { Column } from "../../table/customerTable";
import { keyText } from "../../table/keyText";
import type { ListedRow, RowReason } from "../../engine/outcome";

export type RowLister = (row: number, reason: RowReason) => ListedRow;

/** Lists rows whose cell in `column` is at fault, by the key of the row. */
export function rowLister(column: Column, keys: Column): RowLister {
  return (row, reason) => ({
    row,
    key: keyText(keys, row),
    reason,
    column: column.name,
    content: contentText(column, row),
  });
}
