import { intersection, type Area } from "../model/address";
import type { Sheet } from "../model/book";
import { cellsChanged } from "../model/cells";
import { HostError } from "../errors";
import { changed, type Session } from "../session";
import { emptyCell } from "./emptyCell";
import { refuseIfLocked } from "./guards";

/** Merges an area, or each of its rows; only the first cell's content is kept. [D] Nothing may be merged within a table. [K] P22 */
export function mergeCells(session: Session, sheet: Sheet, area: Area, across: boolean): void {
  refuseIfLocked(session, sheet, area, "allowFormatCells");
  if (sheet.tables.some((table) => intersection(table.area, area))) {
    throw new HostError("InvalidOperation", "This operation is not permitted within a table.");
  }
  unmergeCells(session, sheet, area);
  const parts = across
    ? Array.from({ length: area.rows }, (_, i) => ({ ...area, row: area.row + i, rows: 1 }))
    : [area];
  for (const part of parts) {
    if (part.rows * part.columns === 1) continue;
    sheet.merges.push(part);
    for (let row = part.row; row < part.row + part.rows; row++) {
      for (let column = part.column; column < part.column + part.columns; column++) {
        const cell = row === part.row && column === part.column ? undefined : sheet.rows.get(row)?.cells.get(column);
        if (cell) emptyCell(cell);
      }
    }
  }
  cellsChanged(session.book, sheet, area, "content");
  changed(session, { kind: "layout", sheet, what: "merges" });
}

/** Takes apart every merge that the area touches. */
export function unmergeCells(session: Session, sheet: Sheet, area: Area): void {
  const rest = sheet.merges.filter((merge) => !intersection(merge, area));
  if (rest.length === sheet.merges.length) return;
  refuseIfLocked(session, sheet, area, "allowFormatCells");
  sheet.merges.splice(0, sheet.merges.length, ...rest);
  changed(session, { kind: "layout", sheet, what: "merges" });
}
