import type { TableReader } from "./tableReader";
import { foldedHeader } from "../folded";

/** What the Policy sheet may name of the customers' table. */
export interface CustomerColumns {
  readonly names: readonly string[];
  /** Those that hold dates as Excel counts them. */
  readonly dates: ReadonlySet<string>;
  /** The day of such a number, as YYYY-MM-DD; null for what is none. */
  readonly dayOf: (serial: number) => string | null;
}

/**
 * The column that a cell names, in any case; what no column is called is noted.
 *
 * @param former - what stood there when the sheet was written: where that column is gone by now, it is the data that changed
 * @param columns - null where the table is not there
 */
export function namedColumn(
  row: number,
  former: string | undefined,
  columns: CustomerColumns | null,
  reader: TableReader,
): string {
  const name = reader.text(row, "column");
  if (columns === null || name === "" || name === former || columns.names.includes(name)) return name;
  const alike = columns.names.filter((each) => foldedHeader(each) === foldedHeader(name));
  if (alike.length === 1 && alike[0] !== undefined) return alike[0];
  reader.note("unknown-column", row, "column", name);
  return name;
}
