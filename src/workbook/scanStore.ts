import type { Session } from "./inExcel";
import { entryName, firstEntryRow, isEntry, storeSheet, type Entry } from "./store";

/** A text that stands in the store, whether or not its directory knows it. */
export interface FoundText extends Entry {
  readonly name: string;
  /** When it was written, as the writer said. */
  readonly at: string;
}

/** More rows than this are no store of ours. */
const mostRows = 5_000;

/** All texts that stand whole in the store, in their order, for the day on which its directory is damaged. */
export async function scanStore(session: Session): Promise<readonly FoundText[]> {
  const sheet = storeSheet(session);
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,rowCount");
  await session.sync();
  const rows = used.isNullObject ? 0 : Math.min(mostRows, used.rowIndex + used.rowCount - firstEntryRow);
  if (rows < 1) return [];
  const names = sheet.getRangeByIndexes(firstEntryRow, 0, rows, 2).load("values");
  const marks = sheet.getRangeByIndexes(firstEntryRow, 3, rows, 3).load("values");
  await session.sync();
  const found: FoundText[] = [];
  for (let row = 0; row < rows;) {
    const [name, part] = (names.values[row] ?? []).map(String);
    const [sha256 = "", , at = ""] = (marks.values[row] ?? []).map(String);
    let parts = 1;
    while (isNextPart(names.values[row + parts], marks.values[row + parts], name ?? "", sha256, parts + 1)) parts++;
    const entry = { row: firstEntryRow + row, parts, sha256 };
    if (name !== undefined && part === "1" && entryName.test(name) && isEntry(entry))
      found.push({ name, at, ...entry });
    row += parts;
  }
  return found;
}

function isNextPart(
  names: readonly unknown[] | undefined,
  marks: readonly unknown[] | undefined,
  name: string,
  sha256: string,
  part: number,
): boolean {
  return String(names?.[0]) === name && String(names?.[1]) === String(part) && String(marks?.[0]) === sha256;
}
