import { Failure } from "../../failure";
import type { FoundSheet } from "../../workbook/ownSheets";
import type { TableFacts } from "../../workbook/tableFacts";

/** Refuses for everything about a table and its workbook that would stop a writing half way. */
export function requireWritable(facts: TableFacts): void {
  requireUnlocked(facts);
  requireUnfiltered(facts);
}

/** The same but for a filter. */
export function requireUnlocked(facts: TableFacts): void {
  const { name, sheet } = facts;
  if (facts.readOnly) throw new Failure("workbook-read-only", "workbook is open read-only");
  if (facts.sheetProtected) throw new Failure("sheet-protected", `sheet ${sheet} is protected`, { subject: sheet });
  if (facts.structureProtected) throw new Failure("structure-protected", "the workbook's structure is protected");
  if (!facts.showHeaders) throw new Failure("no-header", `table ${name} requires a header row`, { subject: name });
}

/** Excel is known to misplace what is written to a filtered range. */
export function requireUnfiltered({ name, sheet, filtered }: TableFacts): void {
  if (!filtered) return;
  // A run may clear the filter of its table and set it again, if somebody agrees.
  throw new Failure("table-filtered", `table ${name} is filtered`, { subject: name, detail: { sheet, table: name } });
}

/** Refuses if a sheet of ours was protected by someone. */
export function requireOpenSheets(sheets: readonly FoundSheet[]): void {
  const locked = sheets.find((sheet) => sheet.mark !== null && sheet.protected);
  if (!locked) return;
  throw new Failure("sheet-protected", `sheet ${locked.name} is protected`, { subject: locked.name });
}
