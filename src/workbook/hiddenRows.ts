import { rangeAt, type Place } from "./address";
import type { Session } from "./inExcel";

/** Pieces that one round trip asks about. */
const mostPieces = 500;

/**
 * The rows of a place that a person or a filter hides, counted from its first. Excel says of a range only whether all of
 * its rows are hidden, or none, or some: what is mixed is halved until it is not.
 */
export async function hiddenRows(session: Session, sheetName: string, place: Place): Promise<readonly number[]> {
  const sheet = session.workbook.worksheets.getItem(sheetName);
  const hidden: number[] = [];
  let open = place.rows > 0 ? [{ first: 0, rows: place.rows }] : [];
  while (open.length > 0) {
    const asked = open.slice(0, mostPieces);
    const later = open.slice(mostPieces);
    const ranges = asked.map(({ first, rows }) =>
      rangeAt(sheet, { ...place, row: place.row + first, rows }).load("rowHidden"),
    );
    await session.sync();
    open = later;
    asked.forEach(({ first, rows }, i) => {
      const state = ranges[i]?.rowHidden as boolean | null | undefined;
      if (state === true) for (let row = first; row < first + rows; row++) hidden.push(row);
      else if (state !== false && rows > 1) {
        const half = Math.floor(rows / 2);
        open.push({ first, rows: half }, { first: first + half, rows: rows - half });
      }
    });
    for (const range of ranges) range.untrack();
  }
  return hidden.sort((a, b) => a - b);
}
