import type { Sheet } from "../model/book";
import type { SheetReading } from "./readSheet";
import type { XmlElement } from "./xmlTree";

/** Reads conditional formats and data validations. */
export function readRules(_root: XmlElement, _text: string, _sheet: Sheet, _reading: SheetReading): void {}
