import type { KeptLabels } from "./keptLabels";

/** Per row of now its row at the run before, or -1. A mark that two former customers share stands for neither. */
export function formerRows({ keys: kept }: KeptLabels, keys: readonly string[]): Int32Array {
  const length = keys[0]?.length ?? 1;
  const rowOf = new Map<string, number>();
  for (let row = 0; row * length < kept.length; row++) {
    const key = kept.slice(row * length, (row + 1) * length);
    rowOf.set(key, rowOf.has(key) ? -1 : row);
  }
  return Int32Array.from(keys, (key) => rowOf.get(key) ?? -1);
}
