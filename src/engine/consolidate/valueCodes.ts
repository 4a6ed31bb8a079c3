import { CellKind, type Column } from "../../table/customerTable";
import { groupText } from "../../table/groupText";

/** The values of a column as small numbers, alike where a reader sees the same. */
export interface ValueCodes {
  /** Per row: `blankCode`, `errorCode`, or a value's. */
  readonly codes: Int32Array;
  /** Values by code. */
  readonly values: readonly string[];
}

export const blankCode = -1;
export const errorCode = -2;

/** A column has few values and many cells: what a text comes to is worked out once. */
export function valueCodes(column: Column): ValueCodes {
  const values: string[] = [];
  const codeOf = new Map([["", blankCode]]);
  const codeOfText = new Map<string, number>();
  const codes = new Int32Array(column.kinds.length);
  for (let row = 0; row < codes.length; row++) {
    const text = column.kinds[row] === CellKind.text ? (column.texts[row] ?? "") : null;
    const known = text === null ? undefined : codeOfText.get(text);
    codes[row] = known ?? newCode(groupText(column, row), values, codeOf);
    if (text !== null && known === undefined) codeOfText.set(text, codes[row]!);
  }
  return { codes, values };
}

function newCode(value: string | null, values: string[], codeOf: Map<string, number>): number {
  if (value === null) return errorCode;
  const known = codeOf.get(value);
  if (known !== undefined) return known;
  codeOf.set(value, values.length);
  values.push(value);
  return values.length - 1;
}
