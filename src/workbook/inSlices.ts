import { isTooLarge } from "./inExcel";

/**
 * JSON of one request or answer to aim at, in bytes: small enough that parsing it holds no window, and with room for
 * rows that are longer than those before them below 1 MB.
 */
export const bytesPerSlice = 800_000;

/** Bytes that a row takes beside its cells: its brackets and comma. */
export const rowBytes = 3;

/**
 * Goes through rows in slices of about `bytesPerSlice`, learning their size on the way, and halves a slice that Excel
 * refuses for its size. The first slice is a quarter of the guess, for rows may be longer than one thinks.
 *
 * @param guess - rows of a slice
 * @param one - handles rows `start` … `start + count - 1` and tells how many bytes they took
 */
export async function inSlices(
  rows: number,
  guess: number,
  one: (start: number, count: number) => Promise<number>,
): Promise<void> {
  let size = Math.max(1, Math.floor(guess / 4));
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

/** About how many bytes a cell takes in JSON with its comma; three per character covers every alphabet. */
export function cellBytes(value: unknown): number {
  return typeof value === "string" ? 3 + value.length * (isAscii(value) ? 1 : 3) : 1 + String(value).length;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 126) return false;
  return true;
}
