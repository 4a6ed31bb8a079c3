import { rewriteTokens } from "./rewriteTokens";
import { parseStructured, structuredAsRead, structuredInFile } from "./structuredReference";

/**
 * A formula's structured references as the file holds them: `[@Amount]` becomes `Clients[[#This Row],[Amount]]`.
 *
 * @param tableName - the table in which the formula stands, or null outside of tables
 */
export function toFileForm(formula: string, tableName: string | null): string {
  return rewriteStructured(formula, (reference) =>
    structuredInFile({ ...reference, table: reference.table ?? tableName }),
  );
}

/** The opposite of `toFileForm`: as people read it and office.js gives it. */
export function fromFileForm(formula: string, tableName: string | null): string {
  return rewriteStructured(formula, (reference) => structuredAsRead(reference, tableName));
}

function rewriteStructured(
  formula: string,
  write: (reference: NonNullable<ReturnType<typeof parseStructured>>) => string,
): string {
  if (!formula.includes("[")) return formula;
  return rewriteTokens(formula, (token) => {
    const reference = token.kind === "structured" ? parseStructured(token.local) : null;
    if (!reference) return null;
    // Only what differs between the two forms is touched, so that everything else stays as its author wrote it.
    const isColumn = reference.sections.length === 0 && reference.first !== null && reference.first === reference.last;
    return reference.table === null || isColumn || reference.sections.includes("#This Row") ? write(reference) : null;
  });
}
