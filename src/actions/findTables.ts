import { inExcel } from "../workbook/inExcel";
import { listTables, type ListedTable } from "../workbook/listTables";
import { guessColumn, type ColumnGuess } from "./guessColumn";

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

/** Likeliest first. */
const order: readonly TableReason[] = ["key-and-value", "value-only", "no-value", "empty", "no-header", "ours"];

/** The tables of the workbook, the likeliest customer table first; tables of Tierbook's own come last. */
export async function findTables(): Promise<readonly FoundTable[]> {
  const listed = await inExcel("workbook", listTables);
  const found = listed.map((table): FoundTable => {
    const { id, name, sheet, address, rows } = table;
    const columns = table.columns.map((column) => ({ name: column.name, looksLike: guessColumn(column) }));
    const reason = reasonOf(table, columns);
    return { id, name, sheet, address, rows, columns, likely: reason === "key-and-value", reason };
  });
  return found.sort((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason) || b.rows - a.rows);
}

function reasonOf(table: ListedTable, columns: FoundTable["columns"]): TableReason {
  const has = (guess: ColumnGuess): boolean => columns.some(({ looksLike }) => looksLike === guess);
  if (table.ours) return "ours";
  if (!table.showHeaders) return "no-header";
  const blank = table.columns.every(
    ({ types }) => types.length === table.rows && types.every((type) => type === "Empty"),
  );
  if (table.rows < 1 || blank) return "empty";
  if (!has("value")) return "no-value";
  return has("key") ? "key-and-value" : "value-only";
}
