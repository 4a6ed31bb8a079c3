import { isTooLarge } from "./inExcel";

/** JSON of one request or answer, in bytes: small enough that parsing it holds no window. */
export const bytesPerSlice = 1_000_000;

/**
 * Goes through rows in slices of about `bytesPerSlice`, learning their size on the way, and halves a slice that Excel
 * refuses for its size.
 *
 * @param guess - rows of the first slice
 * @param one - handles rows `start` … `start + count - 1` and tells how many bytes they took
 */
export async function inSlices(
  rows: number,
  guess: number,
  one: (start: number, count: number) => Promise<number>,
): Promise<void> {
  let size = Math.max(1, Math.floor(guess));
  let start = 0;
  while (start < rows) {
    const count = Math.min(size, rows - start);
    try {
      const bytes = await one(start, count);
      start += count;
      size = Math.max(1, Math.min(size * 4, Math.floor((count * bytesPerSlice) / Math.max(1, bytes))));
    } catch (error) {
      if (!isTooLarge(error) || count === 1) throw error;
      size = Math.floor(count / 2);
    }
  }
}

/** About how many bytes a cell takes in JSON; three per character covers every alphabet. */
export function cellBytes(value: unknown): number {
  return typeof value === "string" ? 3 + value.length * (isAscii(value) ? 1 : 3) : 12;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 126) return false;
  return true;
}
