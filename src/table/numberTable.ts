/** Whole numbers from zero on by numbers, in typed arrays. */
export interface NumberTable {
  /** -1 for a key that has none. */
  find(key: number): number;
  /** The same, but a key that has none gets the given number. */
  add(key: number, next: number): number;
}

/** How many times as many places as keys there may be for keys to have a place of their own each. */
const widest = 4;

/**
 * Whole keys that lie close together, as the numbers of customers mostly do, have a place each. For others there is a
 * hash table with open addressing, at most half full: a key and its number lie side by side, so that looking one up
 * touches memory once.
 *
 * @param keys - those that will be added, NaN for none; other keys may come as well
 */
export function numberTable(keys: Float64Array): NumberTable {
  const [least, most] = wholeRange(keys);
  const isClose = most - least < widest * keys.length;
  /** Per key one more than its number; 0 for a key without. */
  const places = new Int32Array(isClose ? most - least + 1 : 0);
  const far = hashTable(isClose ? 0 : keys.length);
  return {
    find(key) {
      const place = places[key - least];
      return place === undefined ? far.find(key) : place - 1;
    },
    add(key, next) {
      const place = places[key - least];
      if (place === undefined) return far.add(key, next);
      if (place === 0) places[key - least] = next + 1;
      return place === 0 ? next : place - 1;
    },
  };
}

/** The least and the greatest key, if all are whole and there is any; an endless range otherwise. */
function wholeRange(keys: Float64Array): readonly [number, number] {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  return Number.isSafeInteger(least) && Number.isSafeInteger(most) ? [least, most] : [0, Infinity];
}

const leastBits = 4;

function hashTable(expected: number): NumberTable {
  let bits = Math.max(leastBits, Math.ceil(Math.log2(2 * expected + 1)));
  /** Per slot the key, and one more than its number; 0 for an empty slot. */
  let slots = new Float64Array(2 ** (bits + 1));
  let held = 0;
  const slotOf = (key: number): number => {
    const last = slots.length - 1;
    let slot = 2 * placeOf(key, bits);
    while (slots[slot + 1] !== 0 && slots[slot] !== key) slot = (slot + 2) & last;
    return slot;
  };
  const grow = (): void => {
    const former = slots;
    bits++;
    slots = new Float64Array(2 ** (bits + 1));
    for (let from = 0; from < former.length; from += 2) {
      if (former[from + 1] !== 0) slots.set(former.subarray(from, from + 2), slotOf(former[from]!));
    }
  };
  return {
    find: (key) => slots[slotOf(key) + 1]! - 1,
    add(key, next) {
      const slot = slotOf(key);
      if (slots[slot + 1] !== 0) return slots[slot + 1]! - 1;
      slots[slot] = key;
      slots[slot + 1] = next + 1;
      held++;
      if (2 * held > 2 ** bits) grow();
      return next;
    },
  };
}

const whole = new Float64Array(1);
const halves = new Int32Array(whole.buffer);

/**
 * Where to begin to look for a key among 2 ** bits slots. Ids that follow one another are spread evenly.
 *
 * Source: D. E. Knuth, "The Art of Computer Programming" 3, 6.4, Fibonacci hashing.
 */
function placeOf(key: number, bits: number): number {
  let low = key | 0;
  if (low !== key) {
    whole[0] = key;
    low = halves[0]! ^ Math.imul(halves[1]!, 0x85ebca6b);
    low ^= low >>> 15;
  }
  return Math.imul(low, 0x9e3779b1) >>> (32 - bits);
}
