import type { Sheet } from "../model/book";

/** A short text that is equal for two states of a sheet only if the same formulas stand in the same cells. */
export function formulaPrint(sheet: Sheet): string {
  let count = 0;
  let a = 0x811c9dc5;
  let b = 5381;
  for (const [row, { cells }] of sheet.rows) {
    for (const [column, { formula }] of cells) {
      if (formula === undefined) continue;
      count += 1;
      // Each cell is hashed by itself and the hashes are added: the order in which rows and cells are kept does not matter.
      let hash = Math.imul(row + 1, 0x9e3779b1) ^ Math.imul(column + 1, 0x85ebca6b);
      for (let i = 0; i < formula.length; i++) hash = Math.imul(hash ^ formula.charCodeAt(i), 0x01000193);
      a = (a + hash) | 0;
      b = (b + Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)) | 0;
    }
  }
  return count === 0 ? "" : `${count}:${a}:${b}`;
}
