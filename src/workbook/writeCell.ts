import { rangeAt, type Place } from "./address";
import type { Session } from "./inExcel";
import { literalText } from "./safeText";

/** Puts the writing of one cell of plain text into the batch. */
export function queueText(session: Session, sheetName: string, place: Place, text: string): void {
  writeText(rangeAt(session.workbook.worksheets.getItem(sheetName), place), [text]);
}

/**
 * Puts the writing of a row of texts into the batch, whatever format its cells have: exports format theirs as text, and
 * in such a cell Excel's text prefix would become part of the content.
 */
export function writeText(range: Excel.Range, texts: readonly string[]): void {
  setFormat(range, "General");
  range.values = [texts.map(literalText)];
}

/** One format for a whole range; the API takes a single value where its type asks for one per cell. */
export function setFormat(range: Excel.Range, format: string): void {
  range.numberFormat = format as unknown as string[][];
}
