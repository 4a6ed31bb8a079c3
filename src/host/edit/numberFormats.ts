import type { Area } from "../model/address";
import type { Sheet } from "../model/book";
import { cellsChanged } from "../model/cells";
import { defaultStyle, internStyle } from "../model/style";
import { invalid } from "../objects/objectClass";
import type { Session } from "../session";
import { openCell, restyle } from "./cellStyles";
import { refuseIfLocked } from "./guards";

/** Sets number formats as office.js gives them: one for the area, or an array that fits it; null leaves a cell. [D] */
export function writeNumberFormats(session: Session, sheet: Sheet, area: Area, input: unknown): void {
  refuseIfLocked(session, sheet, area, "allowFormatCells");
  if (typeof input === "string") {
    restyle(session, sheet, area, (style) => ({ ...style, numberFormat: input === "" ? "General" : input }));
    return;
  }
  const rows: readonly unknown[] = Array.isArray(input) ? input : [];
  // A 1 × 1 array fills the range as a single value does. [K] P27
  const only: unknown = rows.length === 1 && Array.isArray(rows[0]) && rows[0].length === 1 ? rows[0][0] : undefined;
  if (typeof only === "string" && area.rows * area.columns > 1) {
    writeNumberFormats(session, sheet, area, only);
    return;
  }
  if (rows.length !== area.rows || !rows.every((row) => Array.isArray(row) && row.length === area.columns)) {
    throw invalid("an array of the range's size");
  }
  const { styles } = session.book;
  for (const [i, row] of (rows as readonly (readonly unknown[])[]).entries()) {
    for (const [j, format] of row.entries()) {
      if (format === null) continue;
      if (typeof format !== "string") throw invalid("number formats as text");
      const cell = openCell(sheet, area.row + i, area.column + j);
      const style = styles[cell.style] ?? defaultStyle;
      const numberFormat = format === "" ? "General" : format;
      if (style.numberFormat !== numberFormat) cell.style = internStyle(styles, { ...style, numberFormat });
    }
  }
  cellsChanged(session.book, sheet, area, "style");
}
