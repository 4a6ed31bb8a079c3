import type { CellValue } from "../model/book";

/** What `values` shows of a cell: an empty cell is "", an error its code. [D] */
export function shownValue(value: CellValue | undefined): string | number | boolean {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? value.error : value;
}

/** What `valueTypes` says of a cell. [D] Excel.RangeValueType */
export function valueType(value: CellValue | undefined, formula: boolean): string {
  if (value === null || value === undefined) return formula ? "String" : "Empty";
  if (typeof value === "string") return "String";
  if (typeof value === "boolean") return "Boolean";
  return typeof value === "object" ? "Error" : "Double";
}
