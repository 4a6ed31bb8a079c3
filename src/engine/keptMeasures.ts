/** Characters of the mark of a text: of two texts that differ, one pair in 262,144 has one mark. */
export const textMarkLength = 3;

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/** A mark of what a cell holds: enough to tell whether it still holds that. */
export function textMark(text: string): string {
  let lane = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) lane = Math.imul(lane ^ text.charCodeAt(i), 0x01000193);
  // FNV-1a leaves the last characters in the low bits alone; what follows is the finaliser of MurmurHash3.
  lane = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  lane = Math.imul(lane ^ (lane >>> 13), 0xc2b2ae35);
  lane ^= lane >>> 16;
  return digits[lane & 63]! + digits[(lane >>> 6) & 63]! + digits[(lane >>> 12) & 63]!;
}

/** The marks of many texts on end. */
export function textMarks(texts: readonly string[]): string {
  return texts.map(textMark).join("");
}
