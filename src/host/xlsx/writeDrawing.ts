import type { Sheet } from "../model/book";
import type { SheetFile } from "./openedBook";
import type { SheetWriting } from "./writeSheet";
import type { XmlElement } from "./xmlTree";

/** Writes a sheet's charts. */
export function drawingXml(
  _sheet: Sheet,
  _file: SheetFile,
  _writing: SheetWriting,
  _source: string,
  _root: XmlElement,
): string | null {
  return null;
}
