import type { Area } from "../model/address";
import type { Sheet } from "../model/book";
import { defaultStyle } from "../model/style";
import { changed, type Session } from "../session";
import { withSpans, withWidth } from "./cellStyles";

/** Looking at more cells than this would take longer than the width is worth. */
const mostRows = 5_000;

/** Sets each column's width by its longest text; a Chinese character counts as two digits. An estimate: fonts are not measured. */
export function autofitColumns(session: Session, sheet: Sheet, area: Area): void {
  session.settle();
  const longest = new Map<number, number>();
  let looked = 0;
  for (const [row, { cells }] of sheet.rows) {
    if (row < area.row || row >= area.row + area.rows) continue;
    if ((looked += 1) > mostRows) break;
    for (const [column, cell] of cells) {
      if (column < area.column || column >= area.column + area.columns || cell.value === null) continue;
      const style = session.book.styles[cell.style] ?? defaultStyle;
      const size =
        digits(session.format(cell.value, style.numberFormat, session.book.date1904)) * (style.bold ? 1.1 : 1);
      if (size > (longest.get(column) ?? 0)) longest.set(column, size);
    }
  }
  for (const [column, size] of longest) {
    const width = Math.min(255, Math.round((size + 1) * 100) / 100);
    sheet.columns = withSpans(sheet.columns, column, column, (span) => withWidth(span, width, true));
  }
  changed(session, { kind: "layout", sheet, what: "columns" });
}

function digits(text: string): number {
  let size = 0;
  for (const letter of text) size += (letter.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return size;
}
