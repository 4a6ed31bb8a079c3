import type { Session } from "./inExcel";
import { storeSheetName } from "./store";

/** Name, scoped to a sheet of ours, whose value is the sheet's id: found again however the sheet is renamed. */
const markName = "tierbook_sheet";

/** Marks staging sheets, so that one that was left behind is known as ours. */
export const stagingMark = "staging";

export interface FoundSheet {
  readonly name: string;
  readonly visible: boolean;
  readonly protected: boolean;
  /** Id of the report that Tierbook keeps on it; null for a sheet that is not ours. */
  readonly mark: string | null;
}

/** All sheets of the workbook, with what marks those of ours. */
export async function findSheets(session: Session): Promise<readonly FoundSheet[]> {
  const sheets = session.workbook.worksheets.load("items/name,items/visibility");
  await session.sync();
  const marks = sheets.items.map((sheet) => {
    sheet.protection.load("protected");
    return sheet.names.getItemOrNullObject(markName).load("formula");
  });
  await session.sync();
  return sheets.items.map((sheet, i) => {
    const mark = marks[i];
    return {
      name: sheet.name,
      visible: sheet.visibility === "Visible",
      protected: sheet.protection.protected,
      mark: mark && !mark.isNullObject ? markOf(mark.formula as unknown) : null,
    };
  });
}

function markOf(formula: unknown): string | null {
  return /^="([a-z]{1,20})"$/.exec(String(formula))?.[1] ?? null;
}

/**
 * The sheet that carries a report, if there is one. A copy of ours carries the mark as well: the one with the name
 * that the store remembers wins, then the first.
 */
export function ownSheet(sheets: readonly FoundSheet[], id: string, remembered: string | undefined): string | null {
  const marked = sheets.filter((sheet) => sheet.mark === id);
  return (marked.find((sheet) => sheet.name === remembered) ?? marked[0])?.name ?? null;
}

/** A name for a new sheet that no sheet has yet: "Segments", or "Segments (2)" where a user took it. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const used = new Set([...taken, storeSheetName, "History"].map((name) => name.toLowerCase()));
  // Excel forbids these characters, an apostrophe at either end, and more than 31 characters.
  const clean =
    wanted
      .replace(/[:\\/?*[\]]/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim()
      .slice(0, 31) || "Tierbook";
  for (let number = 1; ; number++) {
    const end = number === 1 ? "" : ` (${number})`;
    const name = clean.slice(0, 31 - end.length) + end;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** Puts the making of a sheet of ours into the batch. Its mark follows at once, so that it can be told as ours. */
export function queueOwnSheet(session: Session, id: string, name: string): Excel.Worksheet {
  const sheet = session.workbook.worksheets.add(name);
  const mark = sheet.names.add(markName, `="${id}"`);
  mark.visible = false;
  return sheet;
}

/** Puts into the batch that a sheet of ours becomes the user's. */
export function queueDropMark(sheet: Excel.Worksheet): void {
  sheet.names.getItem(markName).delete();
}

/** Deletes a sheet without contents: one that was made for a run, and stopped before it got its mark. */
export async function dropIfEmpty(session: Session, name: string): Promise<void> {
  const sheet = session.workbook.worksheets.getItem(name);
  const used = sheet.getUsedRangeOrNullObject(true).load("address");
  await session.sync();
  if (used.isNullObject) sheet.delete();
}
