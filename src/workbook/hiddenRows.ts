import { rangeAt, type Place } from "./address";
import type { Session } from "./inExcel";
import { bytesPerSlice, inSlices } from "./inSlices";

/** Bytes that a row takes in an answer. */
const bytesPerRow = 24;

/**
 * The rows of a place that a person or a filter hides, counted from its first. Excel says of a range whether all of its
 * rows are hidden, or none; where some are, it is asked row by row.
 */
export async function hiddenRows(session: Session, sheetName: string, place: Place): Promise<readonly number[]> {
  if (place.rows < 1) return [];
  const sheet = session.workbook.worksheets.getItem(sheetName);
  const whole = rangeAt(sheet, place).load("rowHidden");
  await session.sync();
  const state = whole.rowHidden as boolean | null | undefined;
  if (state === false) return [];
  const hidden: number[] = [];
  const one = { ...place, columns: 1 };
  await inSlices(place.rows, bytesPerSlice / bytesPerRow, async (start, count) => {
    const rows = rangeAt(sheet, { ...one, row: place.row + start, rows: count }).getRowProperties({ rowHidden: true });
    await session.sync();
    rows.value.forEach(({ rowHidden }, i) => {
      if (rowHidden === true) hidden.push(start + i);
    });
    return count * bytesPerRow;
  });
  return hidden;
}
