import { intersection, maxColumns, maxRows, type Area } from "../model/address";
import type { Sheet } from "../model/book";
import { defaultStyle } from "../model/style";
import { HostError } from "../errors";
import type { Session } from "../session";
import { columnStyle } from "./cellStyles";

/**
 * Refuses a change of cells on a protected sheet unless every one of them is unlocked. [K] P30 the code is [D].
 *
 * @param option - the protection option that allows this change for locked cells, e.g. "allowFormatCells"
 */
export function refuseIfLocked(session: Session, sheet: Sheet, area: Area, option?: string): void {
  if (!sheet.protection.isProtected || (option !== undefined && sheet.protection.options[option] === true)) return;
  if (option === undefined && area.rows < maxRows && area.columns < maxColumns && allUnlocked(session, sheet, area))
    return;
  throw new HostError("AccessDenied", "You cannot perform the requested operation: the sheet is protected.");
}

function allUnlocked(session: Session, sheet: Sheet, area: Area): boolean {
  const unlocked = (style: number) => !(session.book.styles[style] ?? defaultStyle).locked;
  for (let row = area.row; row < area.row + area.rows; row++) {
    const cells = sheet.rows.get(row)?.cells;
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (!unlocked(cells?.get(column)?.style ?? columnStyle(sheet, column))) return false;
    }
  }
  return true;
}

/** Refuses a change of sheets while the workbook's structure is protected. [K] P30 the code is [D]. */
export function refuseIfStructureProtected({ book }: Session): void {
  if (book.structureProtected)
    throw new HostError(
      "AccessDenied",
      "You cannot perform the requested operation: the workbook's structure is protected.",
    );
}

/** Refuses to write where a pivot table stands. [D] PivotTableRangeConflict */
export function refuseInPivot(sheet: Sheet, area: Area): void {
  if (sheet.pivots.some((pivot) => intersection(pivot, area))) {
    throw new HostError(
      "PivotTableRangeConflict",
      "The attempted operation causes a conflict with a PivotTable range.",
    );
  }
}
