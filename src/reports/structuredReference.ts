/**
 * A column of a table as a formula names it, e.g. `Clients[Net 'margin '[%']]` for a column `Net 'margin [%]`.
 *
 * Source: "Using structured references with Excel tables", Microsoft Support: brackets, number signs and
 * apostrophes in a column's name take an apostrophe before them; so does @ where it opens the brackets.
 */
export function structuredReference(table: string, column: string): string {
  return `${table}[${column.replace(/['#[\]@]/g, "'$&")}]`;
}
