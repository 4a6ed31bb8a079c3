import { Failure } from "../../failure";
import { bandByCutoffs } from "../../methods/tiers/bandByCutoffs";
import type { MatrixAxis } from "./plan";
import { matrixPositions } from "./matrixPositions";
import { CellKind, type Column } from "../../table/customerTable";
import { groupText } from "../../table/groupText";
import { readNumber } from "../../table/readNumber";
import type { RowReason } from "../../engine/outcome";

/** Where the rows stand on one axis. */
export interface AxisCodes {
  /** Per row the index into the axis's positions, or `offAxis`. */
  readonly codes: Uint8Array;
  /** Why a row has no place on the axis. */
  readonly reasonOf: (row: number) => RowReason;
}

/** The code of a row without a place; an axis has far fewer positions. */
export const offAxis = 255;

/**
 * The place of every row on an axis.
 *
 * @throws {Failure} `not-a-number` if no cell of a column that is cut is a number
 */
export function axisCodes(axis: MatrixAxis, column: Column, rows: number): AxisCodes {
  return axis.kind === "bands" ? bandCodes(axis, column, rows) : valueCodes(axis, column, rows);
}

function bandCodes(axis: Extract<MatrixAxis, { kind: "bands" }>, column: Column, rows: number): AxisCodes {
  const { cutoffs, direction } = axis;
  const numbered = new Uint32Array(rows);
  const values = new Float64Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const value = readNumber(column, row);
    if (typeof value === "string") continue;
    numbered[count] = row;
    values[count] = value;
    count++;
  }
  if (count === 0) {
    throw new Failure("not-a-number", "axisCodes requires a number in the column", { subject: column.name });
  }
  const highFirst = direction === "high-first";
  const bands = bandByCutoffs(values.subarray(0, count), highFirst ? [...cutoffs].reverse() : cutoffs);
  const codes = new Uint8Array(rows).fill(offAxis);
  for (let i = 0; i < count; i++) codes[numbered[i]!] = highFirst ? cutoffs.length - bands[i]! : bands[i]!;
  return { codes, reasonOf: (row) => readNumber(column, row) as RowReason };
}

function valueCodes(axis: Extract<MatrixAxis, { kind: "values" }>, column: Column, rows: number): AxisCodes {
  const codeOf = new Map(matrixPositions(axis).map((value, code) => [value, code]));
  // A column has few values and many cells: what a text comes to is worked out once.
  const codeOfText = new Map<string, number>();
  const codes = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const text = column.kinds[row] === CellKind.text ? (column.texts[row] ?? "") : null;
    const known = text === null ? undefined : codeOfText.get(text);
    if (known !== undefined) {
      codes[row] = known;
      continue;
    }
    const value = groupText(column, row);
    const code = (value === null ? undefined : codeOf.get(value)) ?? offAxis;
    codes[row] = code;
    if (text !== null) codeOfText.set(text, code);
  }
  return { codes, reasonOf: (row) => (column.kinds[row] === CellKind.error ? "error" : "undeclared") };
}
