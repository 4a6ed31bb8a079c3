import type { Sheet } from "../model/book";

/** A short text that differs when a row's height or visibility does: they are announced as layout, without saying which row. */
export function rowPrint(sheet: Sheet): string {
  let heights = 0;
  let hidden = 0;
  for (const [number, { height, hidden: byHand, filtered }] of sheet.rows) {
    if (height !== undefined) heights = (heights + Math.imul(number + 1, Math.round(height * 1000) + 1)) | 0;
    if (byHand || filtered) hidden = (hidden + Math.imul(number + 7, 0x9e3779b1)) | 0;
  }
  return `${heights}:${hidden}`;
}
