import type { Cell, CellValue } from "../model/book";

/**
 * The value of a cell as a range answers it. A formula that neither the file nor we have a value of is no empty text: it
 * shows that it was not calculated. [D] Excel.ErrorCellValueType, "Busy"
 */
export function answeredValue(cell: Cell | undefined): CellValue | undefined {
  return cell?.value === null && cell.formula !== undefined && cell.cached === true ? { error: "#BUSY!" } : cell?.value;
}

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
