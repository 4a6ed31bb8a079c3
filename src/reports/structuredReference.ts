/**
 * A column of a table as a formula names it, e.g. `Clients[[Net ''margin '[%']]]` for a column `Net 'margin [%]`.
 *
 * Source: "Using structured references with Excel tables", Microsoft Support: brackets, number signs, apostrophes and @ in
 * a column's name take an apostrophe before them, and names with spaces or special characters a second pair of brackets.
 * [MS-OE376] 3.2.3.1.1: in a single pair a name has no space at its edges. Excel takes the second pair for any name.
 */
export function structuredReference(table: string, column: string): string {
  return `${table}[[${column.replace(/['#[\]@]/g, "'$&")}]]`;
}
