import { mostGroups } from "../segmentations/shared/parts";
import { contentText } from "../table/contentText";
import { CellKind, type Column } from "../table/customerTable";
import { groupText } from "../table/groupText";
import type { guessColumn } from "./guessColumn";

const longestName = 255; // what a plan stores as a value

/** Gathers the different values row by row; none once there are more, or longer ones, than groups can be made of. */
export function groupValues(column: Column): { add(row: number): void; values(): readonly string[] } {
  const values = new Set<string>();
  let fit = true;
  return {
    add(row) {
      if (!fit) return;
      const value = groupText(column, row) ?? "";
      if (value) values.add(value);
      fit = values.size <= mostGroups && value.length <= longestName;
    },
    values: () => (fit ? [...values] : []),
  };
}

/** Up to three cells of a column as a reader sees them. */
export function samplesOf(column: Column): readonly string[] {
  const samples: string[] = [];
  for (let row = 0; row < column.kinds.length && samples.length < 3; row++) {
    if (column.kinds[row] !== CellKind.empty) samples.push(contentText(column, row));
  }
  return samples;
}

/** Enough rows to guess what a column is for. */
const sampleRows = 2_000;

/** The names of Excel's types, in the order of `CellKind`. */
const types = ["Empty", "Double", "String", "Boolean", "Error"] as const;

/** What the guess of a column's meaning goes by. */
export function sampleOf(column: Column, numberFormat: string): Parameters<typeof guessColumn>[0] {
  const kinds = Array.from(column.kinds.subarray(0, sampleRows));
  return {
    name: column.name,
    values: kinds.map((_, row) => contentText(column, row)),
    types: kinds.map((kind) => types[kind] ?? "Empty"),
    numberFormats: kinds.map(() => numberFormat),
  };
}
