import { intersection, parseArea, type Area } from "../model/address";
import type { Book, CellValue, Sheet } from "../model/book";
import { cellAt } from "../model/cells";

/** Values behind a series reference, for the copy that a chart keeps of them. */
export interface ChartData {
  readonly values: readonly CellValue[];
  /** Number format of the first cell. */
  readonly numberFormat: string;
}

/** A chart with more points than this is drawn from its cells alone. */
const mostPoints = 100_000;

/** Reads the cells that a reference such as "Segments!$B$5:$B$8" names, row by row; null where it names none. */
export function chartData(book: Book, reference: string | null): ChartData | null {
  const [, quoted, plain, address = ""] = /^(?:'((?:[^']|'')*)'|([^'!,()]+))!([^!,()]+)$/.exec(reference ?? "") ?? [];
  const name = (quoted?.replaceAll("''", "'") ?? plain ?? "").toLowerCase();
  const sheet = book.sheets.find((candidate) => candidate.name.toLowerCase() === name);
  const whole = parseArea(address);
  const area =
    sheet && whole && (whole.rows * whole.columns > mostPoints ? intersection(whole, usedArea(sheet)) : whole);
  if (!sheet || !area || area.rows * area.columns > mostPoints) return null;
  const values: CellValue[] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++)
      values.push(cellAt(sheet, row, column)?.value ?? null);
  }
  const style = cellAt(sheet, area.row, area.column)?.style ?? 0;
  return { values, numberFormat: book.styles[style]?.numberFormat ?? "General" };
}

function usedArea(sheet: Sheet): Area {
  let rows = 1;
  let columns = 1;
  for (const [row, { cells }] of sheet.rows) {
    rows = Math.max(rows, row + 1);
    for (const column of cells.keys()) columns = Math.max(columns, column + 1);
  }
  return { row: 0, column: 0, rows, columns };
}
