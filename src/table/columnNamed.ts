import type { Column, CustomerTable } from "./customerTable";
import { missingColumn } from "./missingColumn";

/**
 * The column of a name, letter by letter.
 *
 * @throws {Failure} `missing-column`, naming it
 */
export function columnNamed(table: CustomerTable, name: string): Column {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (!column) throw missingColumn(table.name, table.columns, name);
  return column;
}
