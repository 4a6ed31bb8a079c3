import type { SheetDoc } from "../../reports/sheetDoc";
import { columnReaders, type ColumnReader } from "../../workbook/columnReaders";
import type { Session } from "../../workbook/inExcel";
import { ownSheet, stagingMark, type FoundSheet } from "../../workbook/ownSheets";
import type { TableFacts } from "../../workbook/tableFacts";

/** Sheets of ours, and what Tierbook wrote on them. */
export interface WrittenSheets {
  readonly found: readonly FoundSheet[];
  /** What the store remembers of their names. */
  readonly remembered: readonly { readonly id: string; readonly name: string }[];
  /** The reports as they stand on the sheets. */
  readonly docs: readonly SheetDoc[];
}

/**
 * Per column that is to go the first thing of the user's that reads it, also on sheets of ours; null where nothing does.
 *
 * @param indexes - of the columns within the table
 */
export function columnsInUse(
  session: Session,
  facts: TableFacts,
  indexes: readonly number[],
  { found, remembered, docs }: WrittenSheets,
): Promise<readonly (ColumnReader | null)[]> {
  // A copy that somebody made of a sheet of ours is theirs; and on sheets that people fill in no formula of ours reads labels.
  const written = docs.flatMap((doc) => {
    if (doc.id === "owners" || doc.id === "policy") return [];
    const name = ownSheet(found, doc.id, remembered.find(({ id }) => id === doc.id)?.name);
    return name === null ? [] : [[name, doc] as const];
  });
  const staging = found.flatMap(({ name, mark }) => (mark === stagingMark ? [[name, null] as const] : []));
  return columnReaders(session, facts, indexes, new Map([...written, ...staging]));
}
