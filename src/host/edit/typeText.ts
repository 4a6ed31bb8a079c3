import { cellsChanged } from "../model/cells";
import { HostError } from "../errors";
import { notFound } from "../objects/objectClass";
import type { Session } from "../session";
import { emptyCell } from "./emptyCell";
import { refuseIfLocked, refuseInPivot } from "./guards";
import { renamedHeaders } from "./tableHeaders";
import { writeTyped } from "./writeCells";

/** A person types into one cell. @throws HostError AccessDenied on a locked cell of a protected sheet */
export function typeText(session: Session, sheetId: string, row: number, column: number, text: string): void {
  const sheet = session.book.sheets.find(({ id }) => id === sheetId);
  if (!sheet) throw notFound(`sheet ${sheetId}`);
  if (session.book.readOnly) throw new HostError("AccessDenied", "The workbook is read-only.");
  const area = { row, column, rows: 1, columns: 1 };
  refuseIfLocked(session, sheet, area);
  refuseInPivot(sheet, area);
  const known = sheet.rows.get(row)?.cells.get(column);
  if (text !== "") writeTyped(session, sheet, row, column, text);
  else if (known) emptyCell(known);
  renamedHeaders(session, sheet, area);
  cellsChanged(session.book, sheet, area, "content");
}
