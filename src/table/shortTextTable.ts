/** Whole numbers from zero on by short texts, in typed arrays. */
export interface ShortTextTable {
  /** -1 for a text that has none; null for one that this table does not take. */
  find(text: string): number | null;
  /** The same, but a text that has none gets the given number. */
  add(text: string, next: number): number | null;
}

/** The longest text, in characters, all of ASCII: four of them in each word but the first two. */
export const longestShortText = 24;
/** Words per slot: one more than the number, or 0 for an empty slot; the text's length; its characters. */
const stride = 8;

/**
 * A hash table with open addressing, at most half full: a text's characters and its number lie side by side, so that
 * looking one up touches memory once, and no text is compared with one that lies elsewhere.
 */
export function shortTextTable(expected: number): ShortTextTable {
  /** There are no slots before the first text. */
  let bits = Math.max(3, Math.ceil(Math.log2(expected + 1)));
  let slots = new Int32Array();
  let held = 0;
  const words = new Int32Array(stride);
  const slotOf = (hash: number): number => {
    const last = slots.length - 1;
    let slot = stride * (hash >>> (32 - bits));
    while (slots[slot] !== 0 && !holds(slots, slot, words)) slot = (slot + stride) & last;
    return slot;
  };
  const grow = (): void => {
    const former = slots;
    bits++;
    slots = new Int32Array(stride * 2 ** bits);
    for (let from = 0; from < former.length; from += stride) {
      if (former[from] === 0) continue;
      words.set(former.subarray(from, from + stride));
      slots.set(words, slotOf(hashOf(words)));
    }
  };
  return {
    find(text) {
      const hash = pack(text, words);
      if (hash === null || held === 0) return hash === null ? null : -1;
      return slots[slotOf(hash)]! - 1;
    },
    add(text, next) {
      if (2 * held >= slots.length / stride) grow();
      const hash = pack(text, words);
      if (hash === null) return null;
      const slot = slotOf(hash);
      if (slots[slot] !== 0) return slots[slot]! - 1;
      words[0] = next + 1;
      slots.set(words, slot);
      held++;
      return next;
    },
  };
}

/** Brings a text to words and gives their hash; null for one that is too long or holds other characters. */
function pack(text: string, words: Int32Array): number | null {
  const { length } = text;
  if (length > longestShortText) return null;
  words[1] = length;
  let hash = mixed(0, length);
  let seen = 0;
  let word = 2;
  for (let i = 0; i < length; word++) {
    // One by one, because a loop over the four takes twice as long.
    let code = text.charCodeAt(i++);
    let packed = code;
    seen |= code;
    if (i < length) {
      code = text.charCodeAt(i++);
      packed |= code << 8;
      seen |= code;
    }
    if (i < length) {
      code = text.charCodeAt(i++);
      packed |= code << 16;
      seen |= code;
    }
    if (i < length) {
      code = text.charCodeAt(i++);
      packed |= code << 24;
      seen |= code;
    }
    words[word] = packed;
    hash = mixed(hash, packed);
  }
  for (; word < stride; word++) words[word] = 0;
  return seen < 128 ? Math.imul(hash, 0x85ebca6b) : null;
}

/** The hash that `pack` gives, from the words. */
function hashOf(words: Int32Array): number {
  let hash = mixed(0, words[1]!);
  for (let word = 2; 4 * (word - 2) < words[1]!; word++) hash = mixed(hash, words[word]!);
  return Math.imul(hash, 0x85ebca6b);
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
}

function holds(slots: Int32Array, slot: number, words: Int32Array): boolean {
  return (
    slots[slot + 1] === words[1] &&
    slots[slot + 2] === words[2] &&
    slots[slot + 3] === words[3] &&
    slots[slot + 4] === words[4] &&
    slots[slot + 5] === words[5] &&
    slots[slot + 6] === words[6] &&
    slots[slot + 7] === words[7]
  );
}
