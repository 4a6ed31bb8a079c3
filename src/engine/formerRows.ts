import type { KeptLabels } from "./keptLabels";

/** Finds the rows at the run before, row by row, so that whoever looks may pause. */
export interface FormerRowsFinder {
  /** The customers of the run before. */
  readonly former: number;
  /** Takes in one of them. Call it once for each, before the first `find`. */
  remember(row: number): void;
  /** Looks up a customer of now. Call it once for each. */
  find(row: number): void;
  /** Per row of now its row at the run before, or -1. A mark that two former customers share stands for neither. */
  readonly rows: Int32Array;
}

/** @param keys - the marks of the customers of now */
export function formerRowsFinder({ keys: kept }: Pick<KeptLabels, "keys">, keys: readonly string[]): FormerRowsFinder {
  const length = keys[0]?.length ?? 1;
  const rowOf = new Map<string, number>();
  const rows = new Int32Array(keys.length).fill(-1);
  return {
    former: Math.ceil(kept.length / length),
    remember(row) {
      const key = kept.slice(row * length, (row + 1) * length);
      rowOf.set(key, rowOf.has(key) ? -1 : row);
    },
    find(row) {
      rows[row] = rowOf.get(keys[row] ?? "") ?? -1;
    },
    rows,
  };
}

/** The same in one go. */
export function formerRows(former: Pick<KeptLabels, "keys">, keys: readonly string[]): Int32Array {
  const finder = formerRowsFinder(former, keys);
  for (let row = 0; row < finder.former; row++) finder.remember(row);
  for (let row = 0; row < keys.length; row++) finder.find(row);
  return finder.rows;
}
