/** What a column's name and first cells suggest; never more than a suggestion. */
export type ColumnGuess = "key" | "name" | "value" | "date" | "category" | "text";

/** Why a table is, or is not, likely to hold customers. */
export type TableReason = "key-and-value" | "value-only" | "no-value" | "empty" | "no-header" | "ours";

/** A table (ListObject) of the workbook. */
export interface FoundTable {
  readonly id: string;
  readonly name: string;
  readonly sheet: string;
  /** Of the whole table, without the sheet, e.g. "A1:L601". */
  readonly address: string;
  /** Customers, without header and totals. */
  readonly rows: number;
  readonly columns: readonly { readonly name: string; readonly looksLike: ColumnGuess }[];
  readonly likely: boolean;
  readonly reason: TableReason;
}

/** The tables of the workbook, the likeliest customer table first; tables of Tierbook's own come last. */
export function findTables(): Promise<readonly FoundTable[]> {
  throw new Error("findTables is being written");
}
