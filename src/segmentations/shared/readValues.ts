import type { Column } from "../../table/customerTable";
import { readNumber } from "../../table/readNumber";
import type { ListedRow } from "../../engine/outcome";
import type { RowLister } from "./rowLister";

export interface ReadValues {
  /** Rows that hold a number, in table order, and their numbers. */
  readonly rows: Uint32Array;
  readonly values: Float64Array;
  readonly notNumbers: readonly ListedRow[];
}

/** The numbers of a column, and the rows that hold none. */
export function readValues(column: Column, tableRows: number, listed: RowLister): ReadValues {
  const rows = new Uint32Array(tableRows);
  const values = new Float64Array(tableRows);
  const notNumbers: ListedRow[] = [];
  let count = 0;
  for (let row = 0; row < tableRows; row++) {
    const number = readNumber(column, row);
    if (typeof number === "string") {
      notNumbers.push(listed(row, number));
      continue;
    }
    rows[count] = row;
    values[count] = number;
    count++;
  }
  return { rows: rows.subarray(0, count), values: values.subarray(0, count), notNumbers };
}
