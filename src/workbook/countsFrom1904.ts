import { rangeAt } from "./address";
import type { Session } from "./inExcel";

/** Cells that are looked at: a format without a year says nothing. */
const mostCells = 20;
const dayLength = 86_400_000;
const daysTo1904 = 1462;

/**
 * Whether the workbook counts its days from 1904, as cells with days show: the year that Excel displays is compared with
 * the number behind it. False where no cell tells.
 *
 * @param cells - cells of numbers that are shown as days; rows and columns count from zero
 */
export async function countsFrom1904(
  session: Session,
  sheetName: string,
  cells: readonly { readonly row: number; readonly column: number }[],
): Promise<boolean> {
  const sheet = session.workbook.worksheets.getItem(sheetName);
  const ranges = cells
    .slice(0, mostCells)
    .map((cell) => rangeAt(sheet, { ...cell, rows: 1, columns: 1 }).load("values,text,numberFormat"));
  if (ranges.length === 0) return false;
  await session.sync();
  for (const { values, text, numberFormat } of ranges) {
    const [serial, shown, format] = [values[0]?.[0] as unknown, text[0]?.[0] ?? "", String(numberFormat[0]?.[0])];
    if (typeof serial !== "number" || !/y|年/iu.test(format)) continue;
    const years = shown.match(/\d+/g)?.map((digits) => Number(digits) % 100) ?? [];
    const [from1900, from1904] = [yearOf(serial) % 100, yearOf(serial + daysTo1904) % 100];
    if (years.includes(from1900)) return false;
    if (years.includes(from1904)) return true;
  }
  return false;
}

function yearOf(serial: number): number {
  return new Date((serial - 25_569) * dayLength).getUTCFullYear();
}
