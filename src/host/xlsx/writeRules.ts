import type { Sheet } from "../model/book";
import type { StyleTable } from "./styleTable";

/** A sheet's conditional formats, one element each. */
export function conditionalFormatsXml(
  _sheet: Sheet,
  _x: string,
  _rules: WeakMap<object, string>,
  _styles: StyleTable,
): string {
  return "";
}

/** A sheet's data validations. */
export function validationsXml(_sheet: Sheet, _x: string, _rules: WeakMap<object, string>): string {
  return "";
}
