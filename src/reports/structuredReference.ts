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

/** A text in quotes, or a column of a table as `structuredReference` writes it. */
const reference = /"(?:[^"]|"")*"|(?<table>[\p{L}_\\][\p{L}\p{N}_.\\]*)\[\[(?<column>(?:'.|[^[\]'])*)\]\]/gu;

/** Follows the renaming of a table, and of some of its columns by their former names, in a formula of ours. */
export function renamedReferences(
  former: string,
  { table, columns }: { readonly table: string; readonly columns: ReadonlyMap<string, string> },
): (formula: string) => string {
  return (formula) =>
    formula.replace(reference, (found: string, ...rest: unknown[]) => {
      const named = rest.at(-1) as Partial<Record<"table" | "column", string>>;
      if (named.table !== former || named.column === undefined) return found;
      const column = named.column.replace(/'(.)/gu, "$1");
      return structuredReference(table, columns.get(column) ?? column);
    });
}
