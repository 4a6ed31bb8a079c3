import { cellAddress } from "../model/address";
import type { Hyperlink } from "../model/book";
import { refuseIfLocked } from "../edit/guards";
import { restyle } from "../edit/cellStyles";
import { writeCells } from "../edit/writeCells";
import { changed, type Session } from "../session";
import { areaOf } from "./addresses";
import type { LiveRange } from "./handles";
import { invalid } from "./objectClass";

/** The link of the range's first cell, or null. */
export function hyperlinkOf(of: LiveRange, session: Session): Hyperlink | null {
  const { row, column } = areaOf(of, session);
  return of.sheet.hyperlinks.get(cellAddress(row, column)) ?? null;
}

/** Sets the link of every cell; its text becomes the cell's content and its look that of links. [K] P33 Null takes the link away. */
export function setHyperlink(of: LiveRange, value: unknown, session: Session): void {
  const area = areaOf(of, session);
  refuseIfLocked(session, of.sheet, area, "allowInsertHyperlinks");
  const link = value === null || value === "" ? null : linkArgument(value);
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (link) of.sheet.hyperlinks.set(cellAddress(row, column), link);
      else of.sheet.hyperlinks.delete(cellAddress(row, column));
    }
  }
  if (link) {
    if (link.textToDisplay !== undefined) writeCells(session, of.sheet, area, `'${link.textToDisplay}`);
    restyle(session, of.sheet, area, (style) => ({ ...style, underline: "Single", fontColor: "#0563C1" }));
  }
  changed(session, { kind: "layout", sheet: of.sheet, what: "hyperlinks" });
}

function linkArgument(value: unknown): Hyperlink {
  if (typeof value !== "object" || value === null) throw invalid("a hyperlink");
  const link: Record<string, string> = {};
  for (const key of ["address", "documentReference", "textToDisplay", "screenTip"]) {
    const text = (value as Record<string, unknown>)[key];
    if (typeof text === "string") link[key] = text;
  }
  return link;
}
