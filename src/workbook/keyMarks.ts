import type { Column } from "../table/customerTable";
import { keyText } from "../table/keyText";
import { inTurns } from "./inTurns";

/** Characters of a mark: 48 bits, so that among 100,000 customers two share one about once in 50,000 workbooks. */
export const markLength = 8;

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/**
 * A short mark for each key, by which the next run knows a customer again: the store holds no second list of the
 * customers, and a customer who was deleted cannot be read out of it.
 */
export async function keyMarks(keys: Column): Promise<readonly string[]> {
  const marks: string[] = [];
  await inTurns(keys.kinds.length, (row) => {
    marks.push(markOf(keyText(keys, row)));
  });
  return marks;
}

/** Marks that are kept on end, one by one. */
export function marksOf(kept: string): readonly string[] {
  return Array.from({ length: kept.length / markLength }, (_, i) => kept.slice(i * markLength, (i + 1) * markLength));
}

/** Two lanes of multiply and xor, each stirred at the end by the finaliser of MurmurHash3 (A. Appleby, public domain). */
function markOf(text: string): string {
  let a = 0x2545f491;
  let b = 0x1b873593;
  for (let i = 0; i < text.length; i++) {
    const character = text.charCodeAt(i);
    a = Math.imul(a ^ character, 0x9e3779b1);
    b = Math.imul(b ^ character ^ (a >>> 15), 0x5f356495);
  }
  return part(stirred(a ^ text.length)) + part(stirred(b));
}

function stirred(lane: number): number {
  let bits = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

function part(bits: number): string {
  let text = "";
  for (let shift = 0; shift < 24; shift += 6) text += digits.charAt((bits >>> shift) & 63);
  return text;
}
