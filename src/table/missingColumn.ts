import { Failure } from "../failure";

/** That a table lacks a column, with those that it has. */
export function missingColumn(table: string, columns: readonly { readonly name: string }[], column: string): Failure {
  return new Failure("missing-column", `table ${table} has no column ${column}`, {
    subject: column,
    detail: { table, columns: columns.map(({ name }) => name) },
  });
}
