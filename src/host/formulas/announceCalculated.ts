import type { Area } from "../model/address";
import { announce, type Book, type Sheet } from "../model/book";

interface Calculated {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** Tells the book's listeners of calculated values, neighbours below each other in one change. */
export function announceCalculated(book: Book, cells: readonly Calculated[]): void {
  const columns = new Map<Sheet, Map<number, number[]>>();
  for (const { sheet, row, column } of cells) {
    let onSheet = columns.get(sheet);
    if (!onSheet) columns.set(sheet, (onSheet = new Map<number, number[]>()));
    const rows = onSheet.get(column);
    if (rows) rows.push(row);
    else onSheet.set(column, [row]);
  }
  for (const [sheet, onSheet] of columns) {
    for (const [column, rows] of onSheet) {
      for (const { first, count } of runs(rows)) {
        const area: Area = { row: first, column, rows: count, columns: 1 };
        announce(book, { kind: "cells", sheet, area, what: "content", calculated: true });
      }
    }
  }
}

function runs(rows: number[]): readonly { first: number; count: number }[] {
  const found: { first: number; count: number }[] = [];
  for (const row of rows.sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && row === last.first + last.count) last.count++;
    else found.push({ first: row, count: 1 });
  }
  return found;
}
