import { failureOfOffice, type Session } from "./inExcel";
import { cameToFront, inFront } from "./inFront";
import type { Look } from "./looks";
import { keyedName, storeSheet, storeSheetName, storeSheetOrNull } from "./store";
import { tolerated } from "./tolerated";

/**
 * Key of a sheet of ours, and a name scoped to it, that say the sheet's id: found again however the sheet is renamed. Of
 * names Excel tells nothing while another workbook is in front; other programs keep names alone.
 */
const markName = "tierbook_sheet";

/** Marks staging sheets, so that one that was left behind is known as ours. */
export const stagingMark = "staging";

export interface FoundSheet {
  readonly name: string;
  readonly visible: boolean;
  readonly protected: boolean;
  /** Id of the report that Tierbook keeps on it; null for a sheet that is not ours. */
  readonly mark: string | null;
  /** True for a sheet of ours that only its name marks, as earlier versions made them. */
  readonly byName: boolean;
}

/** All sheets of the workbook, with what marks those of ours. */
export async function findSheets(session: Session): Promise<readonly FoundSheet[]> {
  const { worksheets } = session.workbook;
  const sheets = worksheets.load("items/name,items/visibility");
  const keyed = storeSheetOrNull(session).customProperties.getItemOrNullObject(keyedName).load("key");
  await session.sync();
  let found: readonly FoundSheet[] = [];
  const read = async (names: boolean): Promise<void> => {
    found = await markedSheets(session, sheets.items, names);
  };
  try {
    await read(true);
  } catch (error) {
    if (failureOfOffice(error, "workbook").code !== "workbook-behind") throw error;
    // Without names, where all of ours have a key; else once the workbook is in front again.
    await (keyed.isNullObject ? inFront(session, () => read(true)) : read(false));
  }
  return found;
}

async function markedSheets(
  session: Session,
  sheets: readonly Excel.Worksheet[],
  byNames: boolean,
): Promise<readonly FoundSheet[]> {
  const marks = sheets.map((sheet) => {
    sheet.protection.load("protected");
    return {
      key: sheet.customProperties.getItemOrNullObject(markName).load("value"),
      name: byNames ? sheet.names.getItemOrNullObject(markName).load("formula") : null,
    };
  });
  await session.sync();
  return sheets.map((sheet, i) => {
    const { key, name } = marks[i] ?? { key: null, name: null };
    const ofKey = key && !key.isNullObject ? markOf(`="${key.value}"`) : null;
    const ofName = name && !name.isNullObject ? markOf(name.formula as unknown) : null;
    return {
      name: sheet.name,
      visible: sheet.visibility === "Visible",
      protected: sheet.protection.protected,
      mark: ofKey ?? ofName,
      byName: ofKey === null && ofName !== null,
    };
  });
}

function markOf(formula: unknown): string | null {
  return /^="([a-z]{1,20})"$/.exec(String(formula))?.[1] ?? null;
}

/** Puts the keys of all sheets of ours into the batch, in a workbook whose store stands or is made in it. */
export function queueMarks(session: Session, found: readonly FoundSheet[]): void {
  const { worksheets } = session.workbook;
  for (const { name, mark, byName } of found) {
    if (byName && mark !== null) worksheets.getItem(name).customProperties.add(markName, mark);
  }
  if (found.some(({ byName }) => byName)) storeSheet(session).customProperties.add(keyedName, "1");
}

/** The name that marks a sheet of ours for programs that keep no keys. */
export function nameMark(session: Session, id: string, where: string): Look {
  const { names } = session.workbook.worksheets.getItem(where);
  let known = false;
  const queue = (): void => {
    if (!known) names.add(markName, `="${id}"`).visible = false;
  };
  const again = async (): Promise<void> => {
    const mark = names.getItemOrNullObject(markName).load("name");
    await session.sync();
    known = !mark.isNullObject;
  };
  return { kind: "name", where, queue, again };
}

/** Staging sheets of work that has ended. */
export function leftovers(found: readonly FoundSheet[]): readonly string[] {
  return found.filter(({ mark }) => mark === stagingMark).map(({ name }) => name);
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

/**
 * Puts the making of a sheet of ours into the batch. Its mark follows at once, so that it can be told as ours.
 *
 * @param stands - true where Excel had made it, and then refused what followed
 */
export function queueOwnSheet(session: Session, id: string, name: string, stands = false): Excel.Worksheet {
  const { worksheets } = session.workbook;
  const sheet = stands ? worksheets.getItem(name) : worksheets.add(name);
  sheet.customProperties.add(markName, id);
  return sheet;
}

/** Puts into the batch that a sheet of ours becomes the user's. */
export function queueDropMark(sheet: Excel.Worksheet): void {
  sheet.customProperties.getItem(markName).delete();
}

/** Whoever gives up clicks in the pane, and that brings its workbook to the front; for so long in milliseconds. */
const backSoon = 15_000;

/**
 * Does something in one batch with the deletion of sheets of ours; where Excel refuses that behind another workbook, again
 * without it.
 *
 * @param work - what may be repeated; it puts the deletion into its batch by the function that it is given
 * @param wait - true to give the workbook a moment to come to the front first
 */
export async function sweptWith(
  session: Session,
  names: readonly string[],
  work: (queueSwept: () => void) => Promise<void>,
  wait = false,
): Promise<void> {
  const whole = (): Promise<void> =>
    work(() => {
      for (const name of names) session.workbook.worksheets.getItem(name).delete();
    });
  try {
    await whole();
  } catch (error) {
    if (failureOfOffice(error, "workbook").code !== "workbook-behind") throw error;
    if (wait && (await cameToFront(session, backSoon))) return sweptWith(session, names, work);
    await sweepSheets(session, names);
    await work(() => undefined);
  }
}

/**
 * Deletes sheets of ours as far as Excel lets it: behind another workbook it does not. What stays is hidden, and marked
 * as what the next writing sweeps away.
 */
export async function sweepSheets(session: Session, names: readonly string[]): Promise<void> {
  const { worksheets } = session.workbook;
  const drop = (some: readonly string[]) => async (): Promise<void> => {
    for (const name of some) worksheets.getItem(name).delete();
    await session.sync();
  };
  if (names.length === 0 || (await tolerated(drop(names)))) return;
  for (const name of names) {
    const sheet = worksheets.getItemOrNullObject(name).load("name");
    await session.sync();
    if (sheet.isNullObject || (await tolerated(drop([name])))) continue;
    await tolerated(async () => {
      sheet.customProperties.add(markName, stagingMark);
      sheet.visibility = "Hidden";
      await session.sync();
    });
  }
}

/** Deletes a sheet without contents: one that was made for a run, and stopped before it got its mark. */
export async function dropIfEmpty(session: Session, name: string): Promise<void> {
  const sheet = session.workbook.worksheets.getItem(name);
  const used = sheet.getUsedRangeOrNullObject(true).load("address");
  await session.sync();
  if (used.isNullObject) sheet.delete();
}
