import type { SheetDoc } from "../../reports/sheetDoc";
import { ownSheet, type FoundSheet } from "../../workbook/ownSheets";
import type { Staging } from "../../workbook/staging";
import type { Head } from "../../workbook/store";
import type { Before, Journal } from "./journal";

/** A run whose labels are staged: what is left to do, whether now or after reopening. */
export interface StagedRun {
  readonly journal: Journal;
  readonly head: Head;
  readonly labels: readonly (readonly string[])[];
  readonly docs: readonly SheetDoc[];
  readonly previous: ReadonlyMap<string, SheetDoc | null>;
  /** What our blocks held before the run, by the id of the report. */
  readonly before: Before;
  /** Told the directory that says that there is no way back, before it is written. */
  readonly reached?: (head: Head) => void;
}

export function stagingOf(journal: Journal): Staging {
  return { sheet: journal.staging, labelColumns: journal.labels.length };
}

/** Who wrote a text into the store, and when. */
export function markOf({ record }: Journal): { readonly by: string; readonly at: string } {
  return { by: record.person, at: record.at };
}

/** A sheet of a run as it is named now. One that the run makes is no other sheet that carries the same mark. */
export function sheetNow(
  found: readonly FoundSheet[],
  { id, name, existed }: Journal["sheets"][number],
): string | null {
  if (existed) return ownSheet(found, id, name);
  return found.some((sheet) => sheet.name === name && sheet.mark === id) ? name : null;
}
