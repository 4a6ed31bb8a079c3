import { Failure } from "../failure";
import type { Column, CustomerTable } from "./customerTable";

/**
 * The column of a name, letter by letter.
 *
 * @throws {Failure} `missing-column`, naming it
 */
export function columnNamed(table: CustomerTable, name: string): Column {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (!column) throw new Failure("missing-column", `table requires column ${name}`, { subject: name });
  return column;
}
