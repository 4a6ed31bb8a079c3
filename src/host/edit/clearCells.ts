import { intersection, parseArea, type Area } from "../model/address";
import type { Sheet } from "../model/book";
import { cellsChanged } from "../model/cells";
import { changed, type Session } from "../session";
import { withSpans } from "./cellStyles";
import { emptyCell } from "./emptyCell";
import { refuseIfLocked, refuseInPivot } from "./guards";
import { renamedHeaders } from "./tableHeaders";
import { maxRows } from "../model/address";

export type ClearKind = "All" | "Formats" | "Contents" | "Hyperlinks" | "RemoveHyperlinks" | "ResetContents";

/** Clears content, look or links of an area; only cells that exist are visited. */
export function clearCells(session: Session, sheet: Sheet, area: Area, kind: ClearKind): void {
  refuseIfLocked(session, sheet, area, kind === "Formats" ? "allowFormatCells" : undefined);
  refuseInPivot(sheet, area);
  const contents = kind === "All" || kind === "Contents" || kind === "ResetContents";
  const formats = kind === "All" || kind === "Formats";
  if (contents || formats) clearExisting(sheet, area, contents, formats);
  if (formats) clearLayout(session, sheet, area);
  if (kind === "All" || kind === "Hyperlinks" || kind === "RemoveHyperlinks") clearLinks(session, sheet, area);
  if (contents) {
    renamedHeaders(session, sheet, area);
    cellsChanged(session.book, sheet, area, "content");
  }
  if (formats) cellsChanged(session.book, sheet, area, "style");
}

function clearExisting(sheet: Sheet, area: Area, contents: boolean, formats: boolean): void {
  const clearRow = (row: number): void => {
    const cells = sheet.rows.get(row)?.cells;
    if (!cells) return;
    for (const [column, cell] of cells) {
      if (column < area.column || column >= area.column + area.columns) continue;
      if (contents && formats) cells.delete(column);
      else if (contents) emptyCell(cell);
      else cell.style = 0;
    }
  };
  if (area.rows > sheet.rows.size)
    for (const row of sheet.rows.keys()) if (row >= area.row && row < area.row + area.rows) clearRow(row);
  if (area.rows <= sheet.rows.size) for (let row = area.row; row < area.row + area.rows; row++) clearRow(row);
}

/** Formats that lie over cells go as far as the area covers them whole. [K] P33 */
function clearLayout(session: Session, sheet: Sheet, area: Area): void {
  if (area.rows === maxRows)
    sheet.columns = withSpans(sheet.columns, area.column, area.column + area.columns - 1, (span) => ({
      ...span,
      style: 0,
    }));
  const covered = (one: Area): boolean => {
    const part = intersection(one, area);
    return part !== null && part.rows === one.rows && part.columns === one.columns;
  };
  const keep = sheet.conditionalFormats.filter((format) => !covered(format.area));
  if (keep.length < sheet.conditionalFormats.length) {
    sheet.conditionalFormats.splice(0, sheet.conditionalFormats.length, ...keep);
    changed(session, { kind: "layout", sheet, what: "conditionalFormats" });
  }
  const merges = sheet.merges.filter((merge) => !covered(merge));
  if (merges.length < sheet.merges.length) {
    sheet.merges.splice(0, sheet.merges.length, ...merges);
    changed(session, { kind: "layout", sheet, what: "merges" });
  }
}

function clearLinks(session: Session, sheet: Sheet, area: Area): void {
  if (sheet.hyperlinks.size === 0) return;
  let touched = false;
  for (const place of [...sheet.hyperlinks.keys()]) {
    const at = parseArea(place);
    if (at && intersection(area, at)) touched = sheet.hyperlinks.delete(place) || touched;
  }
  if (touched) changed(session, { kind: "layout", sheet, what: "hyperlinks" });
}
