import { rangeAt, type Place } from "./address";
import type { Session } from "./inExcel";
import { literalText } from "./safeText";

/** Puts the writing of one cell of plain text into the batch. */
export function queueText(session: Session, sheetName: string, place: Place, text: string): void {
  rangeAt(session.workbook.worksheets.getItem(sheetName), place).values = [[literalText(text)]];
}
