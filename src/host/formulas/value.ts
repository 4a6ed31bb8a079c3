import type { Area } from "../model/address";
import type { CellError, CellValue, Sheet } from "../model/book";

/** Values of several cells at once, row by row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly CellValue[];
}

/** Cells of a sheet, not read yet. */
export interface Reference {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** What a part of a formula gives. */
export type Value = CellValue | Matrix | Reference;

export const errors = {
  divisionByZero: { error: "#DIV/0!" },
  value: { error: "#VALUE!" },
  reference: { error: "#REF!" },
  name: { error: "#NAME?" },
  number: { error: "#NUM!" },
  notAvailable: { error: "#N/A" },
} as const satisfies Record<string, CellError>;

/** True for an error value of a cell. */
export function isError(value: Value): value is CellError {
  return typeof value === "object" && value !== null && "error" in value;
}

/** True for cells not read yet. */
export function isReference(value: Value): value is Reference {
  return typeof value === "object" && value !== null && "sheet" in value;
}

/** True for several values. */
export function isMatrix(value: Value): value is Matrix {
  return typeof value === "object" && value !== null && "values" in value;
}

/** True for a single value. */
export function isSingle(value: Value): value is CellValue {
  return typeof value !== "object" || value === null || "error" in value;
}
