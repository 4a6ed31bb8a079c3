import { rangeAt, type Place } from "./address";
import { tooMuchAsked } from "./cellSlices";
import type { Session } from "./inExcel";
import { bytesPerSlice, cellBytes, inSlices, rowBytes } from "./inSlices";

/** Contents (formulas where there are any) of a place as text, column by column, in slices. */
export async function readTexts(
  session: Session,
  sheetName: string,
  place: Place,
): Promise<readonly (readonly string[])[]> {
  const sheet = session.workbook.worksheets.getItem(sheetName);
  const columns = Array.from({ length: place.columns }, (): string[] => []);
  await inSlices(place.rows, bytesPerSlice / (24 * place.columns), async (start, count) => {
    const range = rangeAt(sheet, { ...place, row: place.row + start, rows: count }).load("formulas");
    await session.sync();
    const formulas = range.formulas as readonly (readonly unknown[])[] | null;
    if (formulas === null) throw tooMuchAsked();
    let bytes = 0;
    for (const cells of formulas) {
      bytes += rowBytes;
      cells.forEach((cell, i) => {
        bytes += cellBytes(cell);
        columns[i]?.push(String(cell));
      });
    }
    range.untrack();
    return bytes;
  });
  return columns;
}
